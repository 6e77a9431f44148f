using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What StyleGAN's networks are made of beside convolutions.</content>
public abstract partial class TorchNetwork
{
    /// <summary>A learned picture for every sample: (N, …) and (C, H, W) → (N, C, H, W).</summary>
    protected static Tensor ConstInput(Tensor x, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        using var all = weight.expand([x.size(0), .. weight.shape]);

        // A copy: whoever writes over the activation must not write over the parameter.
        return all.clone();
    }

    /// <summary>x + weight · noise, one number of N(0, 1) a pixel, drawn anew in every pass.</summary>
    protected Tensor Noise(Tensor x, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var noise = random.Normal([x.size(0), 1, x.size(2), x.size(3)]);
        using var scaled = noise * weight;
        return x + scaled;
    }

    /// <summary>Channels that say how much the samples of a group differ: (N, C, H, W) → (N, C + channels, H, W).</summary>
    protected Tensor MinibatchStdDev(Tensor x, int group, int channels, double eps)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (count, height, width) = ((int)x.size(0), x.size(2), x.size(3));
        var size = SampleGroups.Size(count, group);
        using var groups = x.reshape(size, count / size, channels, x.size(1) / channels, height, width);
        using var mean = groups.mean([0], keepdim: true);
        using var centred = groups - mean;
        using var squares = centred.square();
        using var variance = squares.mean([0]);
        using var shifted = variance.add(Number(eps));
        using var deviation = shifted.sqrt();
        using var number = deviation.mean([2, 3, 4]);
        using var pixel = number.reshape(1, count / size, channels, 1, 1);
        using var spread = pixel.expand(size, count / size, channels, height, width);
        using var added = spread.reshape(count, channels, height, width);
        return cat([x, added], 1);
    }
}
