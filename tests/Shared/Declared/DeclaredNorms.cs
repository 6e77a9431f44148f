using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>Layers that normalise.</summary>
internal static class DeclaredNorms
{
    public static Tensor? Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals)
    {
        var channels = x.size(1);
        switch (layer)
        {
            case BatchNormAttribute norm:
                var (weight, bias) = Affine(at, norm.Affine, channels);
                return OverBatch(at, x, weight, bias, norm.Eps, norm.Momentum, norm.TrackRunningStats, signals);
            case ConditionalBatchNormAttribute norm:
                var (gamma, beta) = (at.Other("gamma", signals.Classes, channels), at.Other("beta", signals.Classes, channels));
                return PlainLayers.OfLabels(OverBatch(at, x, null, null, norm.Eps, norm.Momentum, isTracked: true, signals), signals.Labels!, gamma, beta);
            case LayerNormAttribute norm:
                (weight, bias) = Affine(at, norm.Affine, x.shape[1..]);
                return functional.layer_norm(x, x.shape[1..], weight, bias, norm.Eps);
            case GroupNormAttribute norm:
                (weight, bias) = Affine(at, norm.Affine, channels);
                return functional.group_norm(x, norm.Groups, weight, bias, norm.Eps);
            case InstanceNormAttribute norm:
                (weight, bias) = Affine(at, norm.Affine, channels);
                return functional.instance_norm(x, null, null, weight, bias, use_input_stats: true, momentum: 0, eps: norm.Eps);
            case PixelNormAttribute norm:
                return PlainLayers.PixelNorm(x, norm.Eps);
            default:
                return null;
        }
    }

    private static Tensor OverBatch(DeclaredLayer at, Tensor x, Tensor? weight, Tensor? bias, double eps, double momentum, bool isTracked, Signals signals)
    {
        if (!isTracked) return functional.batch_norm(x, null, null, weight, bias, true, momentum, eps);
        var (mean, variance, batches) = at.Statistics(x.size(1));
        if (signals.Trains)
        {
            using var untracked = no_grad();
            batches.add_(1);
        }

        return functional.batch_norm(x, mean, variance, weight, bias, signals.Trains, momentum, eps);
    }

    private static (Tensor? Weight, Tensor? Bias) Affine(DeclaredLayer at, bool isAffine, params long[] shape) =>
        isAffine ? (at.Other("weight", shape), at.Other("bias", shape)) : (null, null);
}
