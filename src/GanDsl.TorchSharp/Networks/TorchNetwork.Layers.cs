using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

public abstract partial class TorchNetwork
{
    /// <summary>x Wᵀ + b: (N, in) → (N, out).</summary>
    protected static Tensor Linear(Tensor x, Tensor weight, Tensor? bias) => functional.linear(x, weight, bias);

    /// <summary>A convolution: (N, in, H, W) → (N, out, H', W').</summary>
    protected static Tensor Conv2d(Tensor x, Tensor weight, Tensor? bias, Window window, PaddingMode paddingMode = PaddingMode.Zeros)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (paddingMode == PaddingMode.Zeros) return SafeConvolution.Conv2d(x, weight, bias, window, window.Padding);
        using var padded = functional.pad(x, window.Border, Border(paddingMode));
        return SafeConvolution.Conv2d(padded, weight, bias, window, [0, 0]);
    }

    /// <summary>A transposed convolution: (N, in, H, W) → (N, out, H', W').</summary>
    protected static Tensor ConvTranspose2d(Tensor x, Tensor weight, Tensor? bias, Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return SafeConvolution.ConvTranspose2d(x, weight, bias, window);
    }

    /// <summary>A convolution: (N, in, L) → (N, out, L'), as one of pictures of height 1.</summary>
    protected static Tensor Conv1d(Tensor x, Tensor weight, Tensor? bias, Window window, PaddingMode paddingMode = PaddingMode.Zeros) =>
        OfPictures(x, weight, (picture, kernel) => Conv2d(picture, kernel, bias, window, paddingMode));

    /// <summary>A transposed convolution: (N, in, L) → (N, out, L'), as one of pictures of height 1.</summary>
    protected static Tensor ConvTranspose1d(Tensor x, Tensor weight, Tensor? bias, Window window) =>
        OfPictures(x, weight, (picture, kernel) => ConvTranspose2d(picture, kernel, bias, window));

    // Sequences, and a weight of three dimensions, as pictures of height 1; what is made of them as sequences.
    private static Tensor OfPictures(Tensor x, Tensor weight, Func<Tensor, Tensor, Tensor> convolve)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        using var picture = x.unsqueeze(2);
        using var kernel = weight.unsqueeze(2);
        using var output = convolve(picture, kernel);
        return output.squeeze(2);
    }

    /// <summary>Normalises each feature or channel: by the batch in train mode, by the running statistics, if there are any, in eval mode.</summary>
    protected static Tensor BatchNorm(Tensor x, BatchNormStatistics? statistics, Tensor? weight, Tensor? bias, double eps, double momentum, ForwardMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        var byBatch = mode != ForwardMode.Evaluate || statistics is null;
        if (byBatch) CountBatch(x, statistics);
        return functional.batch_norm(x, statistics?.RunningMean, statistics?.RunningVar, weight, bias, byBatch, momentum, eps);
    }

    private static void CountBatch(Tensor x, BatchNormStatistics? statistics)
    {
        if (x.NumberOfElements / x.size(1) < 2)
        {
            throw new ArgumentException(
                "BatchNorm needs more than one value per channel to normalise by the batch; pass at least 2 samples, or use eval mode.", nameof(x));
        }

        if (statistics is not null) statistics.BatchesTracked++;
    }

    /// <summary>Zeroes elements with probability p in train mode, and scales the others by 1 / (1 − p); another handle of its input in eval mode.</summary>
    protected Tensor Dropout(Tensor x, double p, ForwardMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (mode == ForwardMode.Evaluate || p == 0) return x.alias();
        using var mask = random.Mask(x, 1 - p);
        if (p < 1) mask.div_(Number(1 - p));
        return x * mask;
    }

    /// <summary>Zeroes channels with probability p in train mode, and scales the others by 1 / (1 − p); another handle of its input in eval mode.</summary>
    protected Tensor Dropout2d(Tensor x, double p, ForwardMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (mode == ForwardMode.Evaluate || p == 0) return x.alias();
        using var row = x.narrow(2, 0, 1);
        using var corner = row.narrow(3, 0, 1);
        using var mask = random.Mask(corner, 1 - p);
        if (p < 1) mask.div_(Number(1 - p));
        return x * mask;
    }

    /// <summary>An activation, or a parameter, multiplied by a number.</summary>
    protected Tensor Scaled(Tensor x, double factor)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.mul(Number(factor));
    }

    /// <summary>The same, in place.</summary>
    protected void ScaleInPlace(Tensor x, double factor)
    {
        ArgumentNullException.ThrowIfNull(x);
        x.mul_(Number(factor));
    }

    /// <summary>The channels of one after those of the other: (N, a, …) and (N, b, …) → (N, a + b, …).</summary>
    protected static Tensor Concat(Tensor x, Tensor tapped) => cat([x, tapped], 1);

    // A scalar argument is an allocation on both sides of the boundary; the few of a network are cached.
    private Scalar Number(double value)
    {
        foreach (var known in numbers)
        {
            if (known.Value == value) return known.Scalar;
        }

        Scalar scalar = value;
        numbers.Add((value, scalar));
        return scalar;
    }

    private static PaddingModes Border(PaddingMode mode) => mode switch
    {
        PaddingMode.Reflect => PaddingModes.Reflect,
        PaddingMode.Replicate => PaddingModes.Replicate,
        PaddingMode.Circular => PaddingModes.Circular,
        _ => PaddingModes.Zeros,
    };
}
