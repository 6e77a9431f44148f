using GanDsl.HandWritten;
using TorchSharp;
using static GanDsl.Declared.DeclaredLayers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>Layers that give numbers another shape, move or pool them, without weights.</summary>
internal static class DeclaredResampling
{
    public static Tensor? Of(LayerAttribute layer, Tensor x, Signals signals) => layer switch
    {
        ReshapeAttribute reshape => x.reshape([x.size(0), .. reshape.Shape.Select(size => (long)size)]),
        FlattenAttribute flatten => x.flatten(flatten.StartDim, flatten.EndDim),
        GlobalAvgPoolAttribute => x.flatten(2).mean([2]),
        GlobalSumPoolAttribute => x.flatten(2).sum(2),
        AvgPool2dAttribute pool => functional.avg_pool2d(x, Pair(pool.Kernel), Pair(pool.Stride), Pair(pool.Padding)),
        MaxPool2dAttribute pool => functional.max_pool2d(
            Kinks.AtLargest(signals.Kinks, x, Sides(pool.Kernel), Sides(pool.Stride), Sides(pool.Padding)),
            Pair(pool.Kernel),
            Pair(pool.Stride),
            Pair(pool.Padding)),
        AdaptiveAvgPool2dAttribute pool => functional.adaptive_avg_pool2d(x, Pair(pool.OutputSize)),
        UpsampleAttribute up when x.dim() == 3 => x.repeat_interleave(up.Scale[0], 2),
        UpsampleAttribute { Mode: UpsampleMode.Nearest } up => x.repeat_interleave(up.Scale[0], 2).repeat_interleave(up.Scale[^1], 3),
        UpsampleAttribute { Mode: UpsampleMode.Bilinear } up =>
            functional.interpolate(x, scale_factor: [up.Scale[0], up.Scale[^1]], mode: InterpolationMode.Bilinear, align_corners: false),
        PixelShuffleAttribute shuffle => functional.pixel_shuffle(x, shuffle.UpscaleFactor),
        PixelUnshuffleAttribute shuffle => functional.pixel_unshuffle(x, shuffle.DownscaleFactor),
        ZeroPad2dAttribute pad => functional.pad(x, [pad.Left, pad.Right, pad.Top, pad.Bottom]),
        ReflectionPad2dAttribute pad => functional.pad(x, [pad.Left, pad.Right, pad.Top, pad.Bottom], PaddingModes.Reflect),
        BlurAttribute blur => PlainLayers.Upfirdn(x, [.. blur.Kernel.Select(number => (long)number)], blur.Up, blur.Down, blur.Gain),
        _ => null,
    };
}
