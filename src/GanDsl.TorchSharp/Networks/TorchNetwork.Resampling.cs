using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <content>What makes pictures larger or smaller without learning anything.</content>
public abstract partial class TorchNetwork
{
    /// <summary>Repeats pixels: (N, C, H, W) → (N, C, height · H, width · W).</summary>
    protected static Tensor Upsample(Tensor x, int height, int width) =>
        functional.interpolate(x, scale_factor: [height, width], mode: InterpolationMode.Nearest);

    /// <summary>The mean of each window; padding counts as zeros.</summary>
    protected static Tensor AvgPool2d(Tensor x, (long Height, long Width) kernel, (long Height, long Width) stride, (long Height, long Width) padding) =>
        functional.avg_pool2d(x, [kernel.Height, kernel.Width], [stride.Height, stride.Width], [padding.Height, padding.Width]);
}
