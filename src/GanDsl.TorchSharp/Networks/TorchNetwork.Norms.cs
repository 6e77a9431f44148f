using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <content>Normalisations of single samples, and global pooling.</content>
public abstract partial class TorchNetwork
{
    /// <summary>Normalises each sample by its own mean and variance; γ and β have the shape of a sample.</summary>
    protected static Tensor LayerNorm(Tensor x, Tensor? weight, Tensor? bias, double eps)
    {
        ArgumentNullException.ThrowIfNull(x);
        return functional.layer_norm(x, x.shape[1..], weight, bias, eps);
    }

    /// <summary>Normalises groups of channels of each sample.</summary>
    protected static Tensor GroupNorm(Tensor x, int groups, Tensor? weight, Tensor? bias, double eps) => functional.group_norm(x, groups, weight, bias, eps);

    /// <summary>Normalises each channel of each sample.</summary>
    protected static Tensor InstanceNorm(Tensor x, Tensor? weight, Tensor? bias, double eps) =>
        functional.instance_norm(x, null, null, weight, bias, use_input_stats: true, momentum: 0, eps);

    /// <summary>Divides the channels at each pixel by the root of their mean square.</summary>
    protected Tensor PixelNorm(Tensor x, double eps)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var squares = x.square();
        using var means = squares.mean([1], keepdim: true);
        using var shifted = means.add(Number(eps));
        using var inverse = shifted.rsqrt();
        return x * inverse;
    }

    /// <summary>The mean of each channel's pixels: (N, C, H, W) → (N, C).</summary>
    protected static Tensor GlobalAvgPool(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var pixels = x.flatten(2);
        return pixels.mean([2]);
    }

    /// <summary>The sum of each channel's pixels: (N, C, H, W) → (N, C).</summary>
    protected static Tensor GlobalSumPool(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var pixels = x.flatten(2);
        return pixels.sum(2);
    }
}
