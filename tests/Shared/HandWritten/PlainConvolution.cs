using GanDsl.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// Convolutions of hand-written float32 sides: libtorch's own where they are right. Where this processor's are not (AMD EPYC of family 26), either an unfold
/// and a matrix product, or libtorch's own over channels and samples filled up with zeros to counts that it computes correctly: a side that is wrong is not a
/// yardstick. Autograd goes through all of them, any number of times.
/// </summary>
/// <remarks>
/// Both ways are needed for a yardstick. A matrix product adds up in blocks, and is up to ten times as close to float64 as the processor's own convolution,
/// whose rounding is what float32 costs there.
/// </remarks>
public static class PlainConvolution
{
    /// <summary>A variable that, as "unfold", has every processor unfold: for tests of this.</summary>
    public const string Variable = "GANDSL_PLAIN_CONVOLUTION";

    [ThreadStatic]
    private static bool fills;

    /// <summary>Has the convolutions of a run filled up, not unfolded, where libtorch's own are wrong.</summary>
    public static void Filled(Action run)
    {
        fills = true;
        try
        {
            run();
        }
        finally
        {
            fills = false;
        }
    }

    public static Tensor Conv2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        (long, long)? stride = null,
        (long, long)? padding = null,
        (long, long)? dilation = null,
        long groups = 1) =>
        Unfolds(x) && fills && groups == 1 ? FilledConv2d(x, weight, bias, stride, padding, dilation)
            : Unfolds(x) ? UnfoldedConv2d(x, weight, bias, stride, padding, dilation, groups)
            : functional.conv2d(x, weight, bias, Numbers(stride, 1), Numbers(padding, 0), Numbers(dilation, 1), groups);

    public static Tensor ConvTranspose2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        (long, long)? stride = null,
        (long, long)? padding = null,
        (long, long)? outputPadding = null,
        (long, long)? dilation = null,
        long groups = 1) =>
        Unfolds(x) && fills && groups == 1 ? FilledConvTranspose2d(x, weight, bias, stride, padding, outputPadding, dilation)
            : Unfolds(x) && !AddsStrides(stride, outputPadding) ? UnfoldedConvTranspose2d(x, weight, bias, stride, padding, outputPadding, dilation, groups)
            : functional.conv_transpose2d(x, weight, bias, Numbers(stride, 1), Numbers(padding, 0), Numbers(outputPadding, 0), Numbers(dilation, 1), groups);

    /// <summary>A convolution as its kernel times every window: (N, in, H, W) → (N, out, H', W').</summary>
    public static Tensor UnfoldedConv2d(
        Tensor x, Tensor weight, Tensor? bias = null, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, long groups = 1)
    {
        var ((down, right), (above, beside), (tall, wide)) = (stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1));
        var windows = functional.unfold(x, (weight.size(2), weight.size(3)), (tall, wide), (above, beside), (down, right)).unflatten(1, groups, -1);
        var sums = weight.flatten(1).unflatten(0, groups, -1).matmul(windows).flatten(1, 2);
        var height = ((x.size(2) + (2 * above) - (tall * (weight.size(2) - 1)) - 1) / down) + 1;
        return Biased(sums.unflatten(2, height, -1), bias);
    }

    /// <summary>A transposed convolution as every pixel times the kernel, added up where windows meet; output padding below the stride.</summary>
    public static Tensor UnfoldedConvTranspose2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        (long, long)? stride = null,
        (long, long)? padding = null,
        (long, long)? outputPadding = null,
        (long, long)? dilation = null,
        long groups = 1)
    {
        var ((down, right), (above, beside), (tall, wide)) = (stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1));
        var (more, moreBeside) = outputPadding ?? (0, 0);
        var pixels = x.flatten(2).unflatten(1, groups, -1);
        var columns = weight.flatten(1).unflatten(0, groups, -1).transpose(1, 2).matmul(pixels).flatten(1, 2);
        var height = ((x.size(2) - 1) * down) - (2 * above) + (tall * (weight.size(2) - 1)) + more + 1;
        var width = ((x.size(3) - 1) * right) - (2 * beside) + (wide * (weight.size(3) - 1)) + moreBeside + 1;
        return Biased(functional.fold(columns, (height, width), (weight.size(2), weight.size(3)), (tall, wide), (above, beside), (down, right)), bias);
    }

    /// <summary>libtorch's own convolution over channels and samples filled up with zeros.</summary>
    public static Tensor FilledConv2d(
        Tensor x, Tensor weight, Tensor? bias = null, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null)
    {
        var output = functional.conv2d(
            Full(x, Whole(x.size(0)), Whole(x.size(1))),
            Full(weight, Whole(weight.size(0)), Whole(weight.size(1))),
            Full(bias),
            Numbers(stride, 1),
            Numbers(padding, 0),
            Numbers(dilation, 1));
        return output.narrow(0, 0, x.size(0)).narrow(1, 0, weight.size(0));
    }

    /// <summary>libtorch's own transposed convolution over channels and samples filled up with zeros.</summary>
    public static Tensor FilledConvTranspose2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        (long, long)? stride = null,
        (long, long)? padding = null,
        (long, long)? outputPadding = null,
        (long, long)? dilation = null)
    {
        var output = functional.conv_transpose2d(
            Full(x, Whole(x.size(0)), Whole(x.size(1))),
            Full(weight, Whole(weight.size(0)), Whole(weight.size(1))),
            Full(bias),
            Numbers(stride, 1),
            Numbers(padding, 0),
            Numbers(outputPadding, 0),
            Numbers(dilation, 1));
        return output.narrow(0, 0, x.size(0)).narrow(1, 0, weight.size(1));
    }

    // 16, 32 or a multiple of 64 channels fill the blocks that libtorch computes in.
    private static long Whole(long count) => count <= 16 ? 16 : count <= 32 ? 32 : (count + 63) / 64 * 64;

    private static Tensor Full(Tensor x, long first, long second) => functional.pad(x, [0, 0, 0, 0, 0, second - x.size(1), 0, first - x.size(0)]);

    private static Tensor? Full(Tensor? bias) => bias is null ? null : functional.pad(bias, [0, Whole(bias.size(0)) - bias.size(0)]);

    /// <summary>Whether a tensor's convolutions are unfolded: float32 on a CPU whose own are wrong, or by <see cref="Variable"/>.</summary>
    public static bool Unfolds(Tensor x) =>
        x.dtype == ScalarType.Float32 && (Environment.GetEnvironmentVariable(Variable) == "unfold" || ConvolutionSelfTest.Fails(x));

    // Where a stride or more is added, the places where windows begin are not those of the input any more.
    private static bool AddsStrides((long Height, long Width)? stride, (long Height, long Width)? outputPadding) =>
        outputPadding is { } more && (more.Height >= (stride?.Height ?? 1) || more.Width >= (stride?.Width ?? 1));

    private static Tensor Biased(Tensor y, Tensor? bias) => bias is null ? y : y + bias.view(-1, 1, 1);

    private static long[] Numbers((long Height, long Width)? pair, long otherwise) => pair is { } given ? [given.Height, given.Width] : [otherwise, otherwise];
}
