using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <summary>libtorch's convolutions, without the channel counts that oneDNN gets wrong on some machines.</summary>
/// <remarks>
/// <para>
/// Observed with libtorch 2.10 (oneDNN 3.7.1) on an AMD EPYC of family 26 with AVX-512, whatever the number of threads: the reorder
/// (<c>jit:uni</c>) of a float32 kernel larger than 1×1 into blocks of 16, 32 or 48 channels is wrong when the channels do not fill
/// the last block. It loses values, and leaves memory in the padding unwritten, so that outputs and input gradients differ from float64
/// by a tenth or more, or are NaN. Weight gradients are right, and so is float64, which oneDNN does not compute.
/// </para>
/// <para>
/// Multiples of 16 are not enough: oneDNN uses blocks of 32 or 48 for strided convolutions (48 → 32, kernel 4, stride 2) and for
/// transposed ones on small pictures (352 → 160, kernel 7). Channels of 16, 32 or a multiple of 64 filled the blocks in 600 cases drawn
/// at random, run with fresh memory full of NaN. So did at most 3 input channels of a convolution or output channels of a transposed one: they
/// have their own layout.
/// </para>
/// <para>
/// Other counts are therefore padded with channels of zeros, and the channels that this adds to the output are cut off. That is exact:
/// a zero channel adds 0 to every sum, and autograd drops its gradient through the same two functions.
/// </para>
/// <para>
/// The second derivatives of a convolution are convolutions whose input channels are the samples of the batch, whose output channels are those
/// of this one's output in each group, and whose kernel is as large as its output. Batches of 17, 20, 24, 33, 40 or 100 gave weight gradients
/// that were wrong by up to a fifth, or NaN. Where second derivatives are wanted, the batch is therefore padded with samples of zeros as well, kernels of one
/// tap and small groups
/// are not exempt, and the samples that this adds to the output are cut off.
/// </para>
/// </remarks>
internal static class SafeConvolution
{
    /// <summary>The counts that <see cref="Filled"/> pads to, in words.</summary>
    public const string FilledCounts = "16, 32 or a multiple of 64";

    private const int ChannelsOfAPicture = 3;

    public static Tensor Conv2d(Tensor x, Tensor weight, Tensor? bias, Window window, long[] padding)
    {
        if (PictureConvolution.TakesFew(x, weight, window, padding)) return PictureConvolution.FromFew(x, weight, bias, window, padding);
        if (PictureConvolution.GivesFew(x, weight, window, padding)) return PictureConvolution.ToFew(x, weight, bias, window, padding);
        return Conv2d(x, weight, bias, window, padding, ConvolutionSelfTest.Fails(x));
    }

    public static Tensor ConvTranspose2d(Tensor x, Tensor weight, Tensor? bias, Window window) =>
        PictureConvolution.TransposeGivesFew(x, weight, window)
            ? PictureConvolution.TransposeToFew(x, weight, bias, window)
            : ConvTranspose2d(x, weight, bias, window, ConvolutionSelfTest.Fails(x));

    /// <param name="x">(N, in, H, W).</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    /// <param name="bias">(out).</param>
    /// <param name="window">All but the padding.</param>
    /// <param name="padding">Rows and columns of zeros on every side.</param>
    /// <param name="guarded">Whether channels are padded.</param>
    public static Tensor Conv2d(Tensor x, Tensor weight, Tensor? bias, Window window, long[] padding, bool guarded)
    {
        var groups = window.Groups;
        if (guarded && (SecondDerivatives.Wanted || !IsPointwise(weight)))
        {
            var (outputs, inputs) = (weight.size(0) / groups, weight.size(1));
            var (moreOutputs, moreInputs) = Missing(groups, outputs, inputs);
            var moreSamples = MissingSamples(x);
            if (moreOutputs + moreInputs + moreSamples > 0)
            {
                using var filledInput = FillInput(x, groups, moreInputs, moreSamples);
                using var filledWeight = FillWeight(weight, groups, moreOutputs, moreInputs);
                using var filledOutput = functional.conv2d(filledInput, filledWeight, null, window.Stride, padding, window.Dilation, groups);
                return CutOutput(filledOutput, x.size(0), groups, outputs, bias);
            }
        }

        return functional.conv2d(x, weight, bias, window.Stride, padding, window.Dilation, groups);
    }

    /// <param name="x">(N, in, H, W).</param>
    /// <param name="weight">(in, out / groups, kernel height, kernel width).</param>
    /// <param name="bias">(out).</param>
    /// <param name="window">The window.</param>
    /// <param name="guarded">Whether channels are padded.</param>
    public static Tensor ConvTranspose2d(Tensor x, Tensor weight, Tensor? bias, Window window, bool guarded)
    {
        var groups = window.Groups;
        if (guarded && (SecondDerivatives.Wanted || !IsPointwise(weight)))
        {
            var (inputs, outputs) = (weight.size(0) / groups, weight.size(1));
            var (moreInputs, moreOutputs) = Missing(groups, inputs, outputs);
            var moreSamples = MissingSamples(x);
            if (moreInputs + moreOutputs + moreSamples > 0)
            {
                using var filledInput = FillInput(x, groups, moreInputs, moreSamples);
                using var filledWeight = FillWeight(weight, groups, moreInputs, moreOutputs);
                using var filledOutput = functional.conv_transpose2d(
                    filledInput, filledWeight, null, window.Stride, window.Padding, window.OutputPadding, window.Dilation, groups);
                return CutOutput(filledOutput, x.size(0), groups, outputs, bias);
            }
        }

        // oneDNN adds a transposed convolution's bias in reference code, which takes half as long as all the rest; the bits are the same.
        var sums = functional.conv_transpose2d(x, weight, null, window.Stride, window.Padding, window.OutputPadding, window.Dilation, groups);
        ChannelBias.AddTo(sums, bias);
        return sums;
    }

    /// <summary>How many channels a kernel lacks to be convolved correctly, from the counts per group in the first two dimensions of its weight.</summary>
    internal static (long First, long Second) Missing(long groups, long first, long second)
    {
        // Small groups, above all of one channel, use kernels of oneDNN without blocks.
        if (!SecondDerivatives.Wanted && groups > 1 && first <= 16 && second <= 16) return (0, 0);
        return (Filled(first) - first, second <= ChannelsOfAPicture ? 0 : Filled(second) - second);
    }

    private static long MissingSamples(Tensor x) => SecondDerivatives.Wanted ? Filled(x.size(0)) - x.size(0) : 0;

    /// <summary>The next count that fills oneDNN's blocks.</summary>
    private static long Filled(long channels) => channels switch
    {
        <= 16 => 16,
        <= 32 => 32,
        _ => (channels + 63) / 64 * 64,
    };

    // A kernel of one tap is reordered correctly for any channels.
    private static bool IsPointwise(Tensor weight) => weight.size(2) == 1 && weight.size(3) == 1;

    private static Tensor FillInput(Tensor x, long groups, long moreChannels, long moreSamples)
    {
        if (moreChannels + moreSamples == 0) return x.alias();
        using var grouped = x.unflatten(1, groups, -1);
        using var filled = functional.pad(grouped, [0, 0, 0, 0, 0, moreChannels, 0, 0, 0, moreSamples]);
        return filled.flatten(1, 2);
    }

    private static Tensor FillWeight(Tensor weight, long groups, long moreFirst, long moreSecond)
    {
        using var grouped = weight.unflatten(0, groups, -1);
        using var filled = functional.pad(grouped, [0, 0, 0, 0, 0, moreSecond, 0, moreFirst]);
        return filled.flatten(0, 1);
    }

    // The bias is added last: its own channels then need no padding.
    private static Tensor CutOutput(Tensor y, long samples, long groups, long channels, Tensor? bias)
    {
        using var real = y.narrow(0, 0, samples);
        using var grouped = real.unflatten(1, groups, -1);
        using var cut = grouped.narrow(2, 0, channels);
        using var output = cut.flatten(1, 2);
        if (bias is null) return output.contiguous();
        using var column = bias.view(-1, 1, 1);
        return output + column;
    }
}
