using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What the one-stage step needs beside a step's other pieces: from D's gradient at the fakes to G's.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>dL/dℓ with what is smaller than a number, in size, replaced by that number; written over the seed.</summary>
    protected Tensor AwayFromZero(Tensor seed, double least)
    {
        ArgumentNullException.ThrowIfNull(seed);
        using var sizes = seed.abs();
        using var small = sizes.lt(Number(least));
        return seed.masked_fill_(small, Number(least));
    }

    /// <summary>What backward left at the fakes, times a number for each of them: (N, …). Both are consumed.</summary>
    protected static Tensor Rescaled(Tensor fakes, Tensor ratio)
    {
        ArgumentNullException.ThrowIfNull(fakes);
        ArgumentNullException.ThrowIfNull(ratio);
        using (fakes)
        using (ratio)
        {
            var columns = new long[fakes.dim()];
            Array.Fill(columns, 1);
            columns[0] = -1;
            using var ratios = ratio.view(columns);
            return GradientAt(fakes).mul_(ratios);
        }
    }

    /// <summary>What backward left at the fakes, times a number: (N, …). The fakes are consumed.</summary>
    protected Tensor Rescaled(Tensor fakes, double ratio)
    {
        ArgumentNullException.ThrowIfNull(fakes);
        using (fakes) return GradientAt(fakes).mul_(Number(ratio));
    }

    private static Tensor GradientAt(Tensor fakes) =>
        fakes.grad ?? throw new InvalidOperationException("D's backward pass left no gradient at the fakes.");
}
