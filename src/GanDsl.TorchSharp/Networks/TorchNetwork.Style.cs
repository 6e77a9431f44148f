using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>StyleGAN's layers besides plain convolutions.</content>
public abstract partial class TorchNetwork
{
    /// <summary>A learned picture for every sample: (N, …) and (C, H, W) → (N, C, H, W).</summary>
    protected static Tensor ConstInput(Tensor x, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        using var all = weight.expand([x.size(0), .. weight.shape]);

        // A copy: in-place operations on the activation must not change the parameter.
        return all.clone();
    }

    /// <summary>x + weight · noise, one number of N(0, 1) per pixel, drawn again in every pass.</summary>
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

    /// <summary>A convolution whose input channels a style scales: (N, in, H, W) and (N, features) → (N, out, H', W').</summary>
    protected Tensor ModulatedConv2d(Tensor x, Tensor style, Tensor weight, Tensor affineWeight, Tensor affineBias, Tensor? bias, Modulation modulation)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(modulation);
        using var styles = Linear(style, affineWeight, affineBias);
        using var scales = styles.reshape(x.size(0), x.size(1), 1, 1);
        using var modulated = x * scales;
        var y = modulation.Filter is null ? Conv2d(modulated, weight, null, modulation.Window) : ConvTranspose2d(modulated, weight, null, modulation.Window);
        if (modulation.Filter is { } filter) y = Owned(y, sum => Blur(sum, filter));
        if (modulation.Demodulates)
        {
            using var scale = Demodulation(styles, weight, modulation);
            y = Owned(y, sum => sum * scale);
        }

        if (bias is null) return y;
        using var numbers = bias.reshape(1, -1, 1, 1);
        return Owned(y, sum => sum + numbers);
    }

    // 1/√(Σ (weight · s)² + eps): the squares of a weight are first summed over its window, which does not depend on the style.
    private Tensor Demodulation(Tensor styles, Tensor weight, Modulation modulation)
    {
        using var weightSquares = weight.square();
        using var perChannel = weightSquares.sum([2, 3]);
        using var inputsFirst = modulation.Filter is null ? perChannel.t() : perChannel.alias();
        using var styleSquares = styles.square();
        using var norms = styleSquares.matmul(inputsFirst);
        using var shifted = norms.add(Number(modulation.Eps));
        using var inverse = shifted.rsqrt();
        return inverse.reshape(styles.size(0), -1, 1, 1);
    }

    private static Tensor Owned(Tensor x, Func<Tensor, Tensor> next)
    {
        using (x) return next(x);
    }
}
