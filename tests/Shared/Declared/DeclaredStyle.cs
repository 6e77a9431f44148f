using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>What StyleGAN's, SAGAN's and conditional networks have besides convolutions.</summary>
internal static class DeclaredStyle
{
    public static Tensor? Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Func<string, Tensor> named, Signals signals) => layer switch
    {
        ConstInputAttribute picture => at.Other("weight", picture.Channels, picture.Height, picture.Width).unsqueeze(0).repeat(x.size(0), 1, 1, 1),
        NoiseAttribute => Noisy(at.Other("weight", 1), x, signals),
        MinibatchStdDevAttribute std => PlainLayers.MinibatchStd(x, LargestDivisor(x.size(0), std.Group), std.Channels, std.Eps),
        ModulatedConv2dAttribute conv => Modulated(conv, at, x, named(conv.Style)),
        ToRGBAttribute conv => Modulated(new ModulatedConv2dAttribute(conv.Channels, conv.Style, kernel: 1, demodulate: false), at, x, named(conv.Style)),
        SelfAttention2dAttribute attention => Attention(attention, at, x, signals),
        EmbeddingAttribute embedding => at.Table("weight", signals.Classes, embedding.Features).index_select(0, signals.Labels!),
        ProjectionHeadAttribute => PlainLayers.Projection(
            x, signals.Labels!, at.Weight("weight", [1, x.size(1)], x.size(1)), at.Bias(1), at.Table("embedding", signals.Classes, x.size(1))),
        _ => null,
    };

    private static Tensor Noisy(Tensor strength, Tensor x, Signals signals)
    {
        if (signals.Noise is { } noise) return x + (strength * noise([x.size(0), 1, x.size(2), x.size(3)]).to(signals.Type));

        // NaN is a strength that nobody gave yet.
        return strength.detach().to(ScalarType.Float64).item<double>() is 0 or double.NaN
            ? x
            : throw new NotSupportedException(
                "[Noise] draws anew in every pass: a reference cannot draw the same. Set the network's Noise, or leave its strength at 0.");
    }

    private static Tensor Modulated(ModulatedConv2dAttribute conv, DeclaredLayer at, Tensor x, Tensor style)
    {
        var (inputs, features, kernel, isUp) = (x.size(1), style.size(1), (long)conv.Kernel, conv.Up == 2);
        var (affine, outputs) = (at.Part("affine"), isUp ? 1 : 0);
        long[] shape = isUp ? [inputs, conv.Channels, kernel, kernel] : [conv.Channels, inputs, kernel, kernel];
        var weight = at.Weight("weight", shape, inputs * kernel * kernel, outputs);
        var styles = functional.linear(style, affine.Weight("weight", [inputs, features], features, outputs), affine.Other("bias", inputs));
        return PlainLayers.ModulatedConv2d(x, styles, weight, conv.Bias ? at.Bias(conv.Channels) : null, isUp, conv.Demodulate, conv.Eps);
    }

    private static Tensor Attention(SelfAttention2dAttribute attention, DeclaredLayer at, Tensor x, Signals signals)
    {
        var (channels, key, value, pool) = (x.size(1), x.size(1) / attention.Key, x.size(1) / attention.Value, (attention.Pool, attention.Pool));
        return PlainLayers.Attention(
            x,
            Pointwise("theta", key, channels),
            Pointwise("phi", key, channels),
            Pointwise("g", value, channels),
            Pointwise("o", channels, value),
            at.Other("gamma", 1),
            attention.Pool,
            pooled => Kinks.AtLargest(signals.Kinks, pooled, pool, pool, (0, 0)));

        Tensor Pointwise(string name, long outputs, long inputs) => at.Weight(name, [outputs, inputs, 1, 1], inputs);
    }

    private static long LargestDivisor(long number, long most) =>
        Enumerable.Range(1, (int)Math.Min(number, most)).Where(divisor => number % divisor == 0).Max();
}
