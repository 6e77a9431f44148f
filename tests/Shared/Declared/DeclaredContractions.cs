using GanDsl.HandWritten;
using TorchSharp;
using static GanDsl.Declared.DeclaredLayers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>Layers that sum products of their input and a weight.</summary>
internal static class DeclaredContractions
{
    public static Tensor? Of(LayerAttribute layer, DeclaredLayer at, Tensor x) => layer switch
    {
        DenseAttribute dense => functional.linear(x, at.Weight("weight", [dense.Features, x.size(1)], x.size(1)), dense.Bias ? at.Bias(dense.Features) : null),
        Conv2dAttribute conv => Conv2d(conv, at, x),
        ConvTranspose2dAttribute conv => ConvTranspose2d(conv, at, x),
        _ => null,
    };

    private static Tensor Conv2d(Conv2dAttribute conv, DeclaredLayer at, Tensor x)
    {
        var (kernel, padding, inputs) = (Pair(conv.Kernel), Pair(conv.Padding), x.size(1) / conv.Groups);
        var weight = at.Weight("weight", [conv.Channels, inputs, .. kernel], inputs * kernel[0] * kernel[1]);
        var bias = conv.Bias ? at.Bias(conv.Channels) : null;
        var (stride, dilation) = (Pair(conv.Stride), Pair(conv.Dilation));
        if (conv.PaddingMode == PaddingMode.Zeros) return PlainConvolution.Conv2d(x, weight, bias, Both(stride), Both(padding), Both(dilation), conv.Groups);
        var border = conv.PaddingMode switch
        {
            PaddingMode.Reflect => PaddingModes.Reflect,
            PaddingMode.Replicate => PaddingModes.Replicate,
            PaddingMode.Circular => PaddingModes.Circular,
            _ => throw new NotSupportedException(conv.PaddingMode.ToString()),
        };
        var padded = functional.pad(x, [padding[1], padding[1], padding[0], padding[0]], border);
        return PlainConvolution.Conv2d(padded, weight, bias, Both(stride), dilation: Both(dilation), groups: conv.Groups);
    }

    private static Tensor ConvTranspose2d(ConvTranspose2dAttribute conv, DeclaredLayer at, Tensor x)
    {
        var kernel = Pair(conv.Kernel);
        var weight = at.Weight("weight", [x.size(1), conv.Channels / conv.Groups, .. kernel], x.size(1) / conv.Groups * kernel[0] * kernel[1], outputs: 1);
        var bias = conv.Bias ? at.Bias(conv.Channels) : null;
        var (stride, padding, outputPadding, dilation) = (Pair(conv.Stride), Pair(conv.Padding), Pair(conv.OutputPadding), Pair(conv.Dilation));
        return PlainConvolution.ConvTranspose2d(x, weight, bias, Both(stride), Both(padding), Both(outputPadding), Both(dilation), conv.Groups);
    }

    private static (long Height, long Width) Both(long[] pair) => (pair[0], pair[1]);
}
