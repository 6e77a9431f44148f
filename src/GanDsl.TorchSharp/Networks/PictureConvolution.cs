using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <summary>Convolutions with as few input or output channels as a picture has, as matrix products over windows.</summary>
/// <remarks>
/// <para>
/// On a processor oneDNN has no blocks for one to three channels: a convolution's output, a transposed one's output, and the gradient of a convolution's input
/// then use its reference code. D's first layer and G's last are such. The same sums as a matrix product and a fold (or an unfold and a matrix product)
/// took, on two Zen 4 cores, forward and backward: 64 → 1, transposed, kernel 4, stride 2, 14×14, 64 samples: 1.95 ms for 4.35; 256 → 3, kernel 3, 32×32,
/// 16 samples: 8.6 for 25.6; 64 → 3, kernel 7, 262×262: 56 for 102; 1 → 64, kernel 4, stride 2, 28×28, 128 samples: 3.4 for 6.3; 3 → 128, kernel 3, 32×32,
/// 16 samples: 4.8 for 5.5. Four channels gained nothing.
/// </para>
/// <para>
/// A convolution whose input needs no gradient is faster in oneDNN. CUDA's libraries handle few channels well.
/// </para>
/// </remarks>
internal static class PictureConvolution
{
    private const long ChannelsOfAPicture = 3;

    // A window of three channels and 7×7 taps was slower: it writes 147 numbers for each one that it reads.
    private const long LargestWindow = 64;

    // 128 MB of columns; beyond, memory matters more than a layer's time.
    private const long MostNumbers = 1L << 25;

    /// <summary>Whether a convolution has few input channels, and its input needs a gradient.</summary>
    public static bool TakesFew(Tensor x, Tensor weight, Window window, long[] padding)
    {
        if (weight.size(1) > ChannelsOfAPicture || !x.requires_grad || window.Groups > 1 || x.device_type != DeviceType.CPU) return false;
        var numbers = weight.size(1) * weight.size(2) * weight.size(3);
        return numbers <= LargestWindow && x.size(0) * numbers * Extent(x, weight, window, padding, 0) * Extent(x, weight, window, padding, 1) <= MostNumbers;
    }

    /// <summary>
    /// Whether a convolution has few output channels, and is a transposed convolution: its stride is 1, and its padding is not wider than its window.
    /// </summary>
    public static bool GivesFew(Tensor x, Tensor weight, Window window, long[] padding) =>
        window.Stride is [1, 1] && padding[0] <= Reach(weight, window, 0) && padding[1] <= Reach(weight, window, 1)
        && GivesFew(x, weight.size(0) * weight.size(2) * weight.size(3), weight.size(0), window);

    /// <summary>Whether a transposed convolution has few output channels, and every pixel of its output except the added ones is in a window.</summary>
    public static bool TransposeGivesFew(Tensor x, Tensor weight, Window window) =>
        window.OutputPadding[0] < window.Stride[0] && window.OutputPadding[1] < window.Stride[1]
        && GivesFew(x, weight.size(1) * weight.size(2) * weight.size(3), weight.size(1), window);

    /// <summary>A convolution as its kernel times every window: (N, in, H, W) → (N, out, H', W').</summary>
    public static Tensor FromFew(Tensor x, Tensor weight, Tensor? bias, Window window, long[] padding)
    {
        var (count, outputs) = (x.size(0), weight.size(0));
        var (height, width) = (Extent(x, weight, window, padding, 0), Extent(x, weight, window, padding, 1));
        using var windows = functional.unfold(x, Pair(weight, 2), Pair(window.Dilation), Pair(padding), Pair(window.Stride));
        using var kernel = weight.flatten(1);
        using var kernels = kernel.expand((ReadOnlySpan<long>)[count, -1, -1]);
        using var sums = kernels.bmm(windows);
        ChannelBias.AddTo(sums, bias);
        return sums.view(window.Output(outputs, height, width));
    }

    /// <summary>A convolution of stride 1, as the transposed one of the mirrored kernel: (N, in, H, W) → (N, out, H', W').</summary>
    public static Tensor ToFew(Tensor x, Tensor weight, Tensor? bias, Window window, long[] padding)
    {
        using var mirrored = weight.flip(2, 3);
        using var byInput = mirrored.permute(0, 2, 3, 1);
        using var kernel = byInput.reshape(-1, weight.size(1));
        long[] border = [Reach(weight, window, 0) - padding[0], Reach(weight, window, 1) - padding[1]];
        return Fold(x, kernel, weight, bias, window, border, Extent(x, weight, window, padding, 0), Extent(x, weight, window, padding, 1));
    }

    /// <summary>A transposed convolution as every pixel times the kernel, summed where windows overlap: (N, in, H, W) → (N, out, H', W').</summary>
    public static Tensor TransposeToFew(Tensor x, Tensor weight, Tensor? bias, Window window)
    {
        using var byInput = weight.flatten(1);
        using var kernel = byInput.t();
        return Fold(x, kernel, weight, bias, window, window.Padding, TransposedExtent(x, weight, window, 0), TransposedExtent(x, weight, window, 1));
    }

    /// <param name="x">(N, in, H, W).</param>
    /// <param name="kernel">(out · kernel height · kernel width, in).</param>
    /// <param name="weight">Its last two dimensions are the kernel's.</param>
    /// <param name="bias">(out).</param>
    /// <param name="window">The window over the output.</param>
    /// <param name="padding">The rows and columns cut off on every side.</param>
    /// <param name="height">H'.</param>
    /// <param name="width">W'.</param>
    private static Tensor Fold(Tensor x, Tensor kernel, Tensor weight, Tensor? bias, Window window, long[] padding, long height, long width)
    {
        using var kernels = kernel.expand((ReadOnlySpan<long>)[x.size(0), -1, -1]);
        using var pixels = x.flatten(2);
        using var columns = kernels.bmm(pixels);
        var folded = functional.fold(columns, (height, width), Pair(weight, 2), Pair(window.Dilation), Pair(padding), Pair(window.Stride));
        ChannelBias.AddTo(folded, bias);
        return folded;
    }

    private static bool GivesFew(Tensor x, long numbers, long channels, Window window) =>
        channels <= ChannelsOfAPicture && window.Groups == 1 && x.device_type == DeviceType.CPU && x.size(0) * numbers * x.size(2) * x.size(3) <= MostNumbers;

    private static long Extent(Tensor x, Tensor weight, Window window, long[] padding, int axis) =>
        ((x.size(axis + 2) + (2 * padding[axis]) - Reach(weight, window, axis) - 1) / window.Stride[axis]) + 1;

    private static long TransposedExtent(Tensor x, Tensor weight, Window window, int axis) =>
        ((x.size(axis + 2) - 1) * window.Stride[axis]) - (2 * window.Padding[axis]) + Reach(weight, window, axis) + window.OutputPadding[axis] + 1;

    // The distance from the window's first tap to its last.
    private static long Reach(Tensor weight, Window window, int axis) => window.Dilation[axis] * (weight.size(axis + 2) - 1);

    private static (long Height, long Width) Pair(long[] numbers) => (numbers[0], numbers[1]);

    private static (long Height, long Width) Pair(Tensor weight, int from) => (weight.size(from), weight.size(from + 1));
}
