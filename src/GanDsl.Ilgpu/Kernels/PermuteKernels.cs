using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>An order of the dimensions of samples: for each of the output's five, outermost first, its length and its stride in the input.</summary>
public interface IPermutation
{
    /// <summary>The length of the output's first dimension.</summary>
    static abstract int Size0 { get; }

    /// <summary>The length of the second.</summary>
    static abstract int Size1 { get; }

    /// <summary>The length of the third.</summary>
    static abstract int Size2 { get; }

    /// <summary>The length of the fourth.</summary>
    static abstract int Size3 { get; }

    /// <summary>The length of the fifth.</summary>
    static abstract int Size4 { get; }

    /// <summary>The stride of the first dimension in the input.</summary>
    static abstract int Stride0 { get; }

    /// <summary>The stride of the second.</summary>
    static abstract int Stride1 { get; }

    /// <summary>The stride of the third.</summary>
    static abstract int Stride2 { get; }

    /// <summary>The stride of the fourth.</summary>
    static abstract int Stride3 { get; }

    /// <summary>The stride of the fifth.</summary>
    static abstract int Stride4 { get; }
}

/// <summary>Numbers of samples in another order.</summary>
public static class PermuteKernels
{
    /// <summary>
    /// Permutes the dimensions of each sample. Item k computes the elements k, k + items, … PyTorch equivalent: <c>torch.permute</c>, then <c>contiguous</c>.
    /// </summary>
    public static void Permute<TPermutation>(Index1D item, PictureArguments arguments)
        where TPermutation : struct, IPermutation
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var third = i / TPermutation.Size4;
            var second = third / TPermutation.Size3;
            var first = second / TPermutation.Size2;
            var zeroth = first / TPermutation.Size1;
            var sample = zeroth / TPermutation.Size0;
            var from = sample * (TPermutation.Size0 * TPermutation.Size1 * TPermutation.Size2 * TPermutation.Size3 * TPermutation.Size4);
            from += (zeroth - (sample * TPermutation.Size0)) * TPermutation.Stride0;
            from += (first - (zeroth * TPermutation.Size1)) * TPermutation.Stride1;
            from += (second - (first * TPermutation.Size2)) * TPermutation.Stride2;
            from += (third - (second * TPermutation.Size3)) * TPermutation.Stride3;
            from += (i - (third * TPermutation.Size4)) * TPermutation.Stride4;
            output[i] = input[from];
        }
    }
}
