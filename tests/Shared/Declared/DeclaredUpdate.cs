using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>How a player of a declared game is updated.</summary>
/// <param name="Optimizer">The attribute.</param>
/// <param name="Slowed">c of lazyAdam: the share that lr is multiplied by and Adam's betas are raised to; 1 where nothing is slowed.</param>
/// <param name="Rate">How the learning rate changes, or null.</param>
/// <param name="MaxNorm">What the gradient's norm is clipped to before an update, or null.</param>
/// <param name="Limit">What every parameter is clamped to after an update, or null.</param>
internal sealed record DeclaredUpdate(
    OptimizerAttribute Optimizer, double Slowed = 1, LearningRateAttribute? Rate = null, double? MaxNorm = null, double? Limit = null)
{
    /// <summary>torch.optim's own optimiser, at the rate of the first update.</summary>
    public PlainOptimizer Create => Optimizer switch
    {
        AdamAttribute adam => parameters => optim.Adam(parameters, LrOf(0), Beta(adam.Beta1), Beta(adam.Beta2), adam.Eps, adam.WeightDecay, adam.Amsgrad),
        AdamWAttribute adam => parameters => optim.AdamW(parameters, LrOf(0), Beta(adam.Beta1), Beta(adam.Beta2), adam.Eps, adam.WeightDecay, adam.Amsgrad),
        RmsPropAttribute rms => parameters => optim.RMSProp(parameters, LrOf(0), rms.Alpha, rms.Eps, rms.WeightDecay, rms.Momentum, rms.Centered),
        SgdAttribute sgd => parameters => optim.SGD(parameters, LrOf(0), sgd.Momentum, sgd.Dampening, sgd.WeightDecay, sgd.Nesterov),
        _ => throw new NotSupportedException($"{Optimizer.GetType().Name} has no reference."),
    };

    /// <summary>The learning rate that is written, slowed.</summary>
    public double Lr => Slowed * Optimizer switch
    {
        AdamAttribute adam => adam.Lr,
        AdamWAttribute adam => adam.Lr,
        RmsPropAttribute rms => rms.Lr,
        SgdAttribute sgd => sgd.Lr,
        _ => throw new NotSupportedException($"{Optimizer.GetType().Name} has no reference."),
    };

    /// <summary>The learning rate of an update, counted from 0, by the formulas of <see cref="LearningRateAttribute"/>.</summary>
    public double LrOf(long update)
    {
        if (Rate is not { } rate) return Lr;
        if (update < rate.WarmUp) return Lr * (update + 1) / (rate.WarmUp + 1);
        if (rate.Decay == Decay.Constant) return Lr;
        var s = Math.Min(update - rate.WarmUp, rate.Steps) / (double)rate.Steps;
        return Lr * (rate.Decay == Decay.Linear ? 1 + ((rate.EndFactor - 1) * s) : rate.EndFactor + ((1 - rate.EndFactor) * (1 + Math.Cos(Math.PI * s)) / 2));
    }

    private double Beta(double beta) => Slowed == 1 ? beta : Math.Pow(beta, Slowed);
}
