using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for the one-stage step: from D's gradient at the fakes to G's.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>dL/dℓ with its magnitude clamped from below by a number; in place.</summary>
    protected Tensor AwayFromZero(Tensor seed, double least)
    {
        ArgumentNullException.ThrowIfNull(seed);
        using var sizes = seed.abs();
        using var small = sizes.lt(Number(least));
        return seed.masked_fill_(small, Number(least));
    }

    /// <summary>A gradient at samples, times a number for each of them; in place. The numbers are disposed.</summary>
    /// <param name="gradient">(N, …).</param>
    /// <param name="ratio">(N, 1).</param>
    protected static Tensor Rescaled(Tensor gradient, Tensor ratio)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(ratio);
        using (ratio)
        {
            var columns = new long[gradient.dim()];
            Array.Fill(columns, 1);
            columns[0] = -1;
            using var ratios = ratio.view(columns);
            return gradient.mul_(ratios);
        }
    }

    /// <summary>A gradient times a number; in place.</summary>
    protected Tensor Rescaled(Tensor gradient, double ratio)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        return gradient.mul_(Number(ratio));
    }

    /// <summary>The gradient that backward computed at samples.</summary>
    protected static Tensor GradientAt(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples.grad ?? throw new InvalidOperationException("D's backward pass left no gradient at the fakes.");
    }
}
