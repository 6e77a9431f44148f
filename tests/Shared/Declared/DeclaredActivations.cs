using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Approximation = TorchSharp.Modules.GELU.Approximate;

namespace GanDsl.Declared;

/// <summary>Functions of each number, and what drops some of them.</summary>
internal static class DeclaredActivations
{
    public static Tensor? Of(LayerAttribute layer, DeclaredLayer at, Tensor x, Signals signals) => layer switch
    {
        ReLUAttribute => Kinks.AtZero(signals.Kinks, x).relu(),
        LeakyReLUAttribute leaky => functional.leaky_relu(Kinks.AtZero(signals.Kinks, x), leaky.NegativeSlope),
        PReLUAttribute slopes => functional.prelu(Kinks.AtZero(signals.Kinks, x), at.Other("weight", slopes.PerChannel ? x.size(1) : 1)),
        TanhAttribute => x.tanh(),
        SigmoidAttribute => x.sigmoid(),
        SiLUAttribute => x.silu(),
        GELUAttribute gelu => functional.gelu(x, gelu.Approximate == GeluApproximation.Tanh ? Approximation.tanh : Approximation.none, inplace: false),
        SoftplusAttribute soft => Softplus(soft, x, signals),
        SoftmaxAttribute => x.softmax(1),
        DropoutAttribute dropout => Kept(dropout.P, x, signals),
        Dropout2dAttribute dropout => Kept(dropout.P, x, signals),
        ScaleAttribute scale => x * scale.Factor,
        _ => null,
    };

    // Below float32's resolution it makes no difference on which side of the threshold a number falls.
    private static Tensor Softplus(SoftplusAttribute soft, Tensor x, Signals signals)
    {
        if (Math.Exp(-soft.Threshold) > 1e-8) Kinks.AtZero(signals.Kinks, (x * soft.Beta) - soft.Threshold);
        return functional.softplus(x, soft.Beta, soft.Threshold);
    }

    private static Tensor Kept(double p, Tensor x, Signals signals) => !signals.Trains || p == 0
        ? x
        : throw new NotSupportedException("Dropout draws its masks in train mode: a reference cannot draw the same. Compare in eval mode.");
}
