using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <content>Layers that enlarge or shrink pictures, without parameters.</content>
public abstract partial class TorchNetwork
{
    private readonly Dictionary<FirFilter, (Tensor Rows, Tensor Columns)> filterMatrices = [];

    /// <summary>Repeats pixels: (N, C, H, W) → (N, C, height · H, width · W).</summary>
    protected static Tensor Upsample(Tensor x, int height, int width) =>
        functional.interpolate(x, scale_factor: [height, width], mode: InterpolationMode.Nearest);

    /// <summary>Repeats the numbers of sequences: (N, C, L) → (N, C, length · L).</summary>
    protected static Tensor Upsample(Tensor x, int length) => functional.interpolate(x, scale_factor: [length], mode: InterpolationMode.Nearest);

    /// <summary>The mean of each window of a sequence; padding counts as zeros.</summary>
    protected static Tensor AvgPool1d(Tensor x, long kernel, long stride, long padding) => functional.avg_pool1d(x, kernel, stride, padding);

    /// <summary>The largest number of each window of a sequence; padding counts as nothing.</summary>
    protected static Tensor MaxPool1d(Tensor x, long kernel, long stride, long padding) => functional.max_pool1d(x, kernel, stride, padding);

    /// <summary>Means of windows that cover a sequence evenly: (N, C, L) → (N, C, length).</summary>
    protected static Tensor AdaptiveAvgPool1d(Tensor x, int length) => functional.adaptive_avg_pool1d(x, length);

    /// <summary>The mean of each window; padding counts as zeros.</summary>
    protected static Tensor AvgPool2d(Tensor x, (long Height, long Width) kernel, (long Height, long Width) stride, (long Height, long Width) padding) =>
        functional.avg_pool2d(x, [kernel.Height, kernel.Width], [stride.Height, stride.Width], [padding.Height, padding.Width]);

    /// <summary>Interpolates between the middles of pixels: (N, C, H, W) → (N, C, height · H, width · W).</summary>
    protected static Tensor UpsampleBilinear(Tensor x, int height, int width) =>
        functional.interpolate(x, scale_factor: [height, width], mode: InterpolationMode.Bilinear, align_corners: false);

    /// <summary>The largest number of each window; padding counts as nothing.</summary>
    protected static Tensor MaxPool2d(Tensor x, (long Height, long Width) kernel, (long Height, long Width) stride, (long Height, long Width) padding) =>
        functional.max_pool2d(x, [kernel.Height, kernel.Width], [stride.Height, stride.Width], [padding.Height, padding.Width]);

    /// <summary>Means of windows that cover a picture evenly: (N, C, H, W) → (N, C, height, width).</summary>
    protected static Tensor AdaptiveAvgPool2d(Tensor x, int height, int width) => functional.adaptive_avg_pool2d(x, [height, width]);

    /// <summary>r² channels as blocks of r × r pixels.</summary>
    protected static Tensor PixelShuffle(Tensor x, long factor) => functional.pixel_shuffle(x, factor);

    /// <summary>Blocks of r × r pixels as r² channels.</summary>
    protected static Tensor PixelUnshuffle(Tensor x, long factor) => functional.pixel_unshuffle(x, factor);

    /// <summary>A border of zeros.</summary>
    /// <param name="x">(N, C, H, W); not disposed.</param>
    /// <param name="border">Left, right, top, bottom.</param>
    protected static Tensor ZeroPad2d(Tensor x, long[] border) => functional.pad(x, border, PaddingModes.Zeros);

    /// <summary>A border that mirrors the picture.</summary>
    /// <param name="x">(N, C, H, W); not disposed.</param>
    /// <param name="border">Left, right, top, bottom.</param>
    protected static Tensor ReflectionPad2d(Tensor x, long[] border) => functional.pad(x, border, PaddingModes.Reflect);

    /// <summary>A filter in both directions, with a change of size.</summary>
    protected Tensor Blur(Tensor x, FirFilter filter)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(filter);
        if (!filterMatrices.TryGetValue(filter, out var matrices))
        {
            var (tall, wide) = filter.Matrices(Device);
            filterMatrices.Add(filter, matrices = (tall.Keep(), wide.Keep()));
        }

        using var rows = matrices.Rows.matmul(x);
        return rows.matmul(matrices.Columns);
    }
}
