using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Copies parts of samples, for concatenation and slicing along channels.</summary>
public static class PartKernels
{
    /// <summary>
    /// target[n, i] = source[n, i] for i below the width, each from its own offset and stride. Item k copies the elements k, k + items, …
    /// PyTorch equivalent: <c>target[:, a:a + width] = source[:, b:b + width]</c> of flattened samples.
    /// </summary>
    public static void Copy(Index1D item, PartArguments arguments)
    {
        var source = arguments.Source;
        var target = arguments.Target;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var sample = i / arguments.Width;
            var at = i - (sample * arguments.Width);
            target[(sample * arguments.TargetStride) + at] = source[(sample * arguments.SourceStride) + at];
        }
    }
}
