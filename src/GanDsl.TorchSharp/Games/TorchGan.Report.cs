using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What the last step says about the game, computed on the host in float64 from the logits that it left.</content>
public abstract partial class TorchGan<TLatent, TSample>
{
    /// <inheritdoc/>
    public StepReport Report()
    {
        if (realLogits is null || fakeLogits is null) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");

        var onReals = ToHost(realLogits);
        var onFakes = ToHost(fakeLogits);
        var penalties = Penalties();
        return new StepReport(
            Steps,
            Value: -onReals.Average(logit => Softplus(-logit)) - onFakes.Average(Softplus),
            DiscriminatorLoss: onReals.Average(LossOnReal) + onFakes.Average(LossOnFake) + penalties.Sum(),
            GeneratorLoss: generatorLogits is null ? double.NaN : ToHost(generatorLogits).Average(LossOfGenerator),
            MeanOnReals: onReals.Average(Sigmoid),
            MeanOnFakes: onFakes.Average(Sigmoid),
            DiscriminatorGradientNorm: Norm(discriminator.FlatGradient),
            GeneratorGradientNorm: generatorLogits is null ? double.NaN : Norm(generator.FlatGradient),
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum());
    }

    /// <summary>What D loses on one real.</summary>
    protected abstract double LossOnReal(double logit);

    /// <summary>What D loses on one fake.</summary>
    protected abstract double LossOnFake(double logit);

    /// <summary>What G loses on one fake.</summary>
    protected abstract double LossOfGenerator(double logit);

    /// <summary>What D is penalised for one real whose gradient has this squared norm; 0 where nothing looks at the reals.</summary>
    protected virtual double PenaltyOnReal(double square) => 0;

    /// <summary>What D is penalised for one mixed sample whose gradient has this squared norm; 0 where nothing looks at them.</summary>
    protected virtual double PenaltyOnMixed(double square) => 0;

    /// <summary>sp(x) = log(1 + eˣ), finite wherever x is.</summary>
    protected static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
    protected static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>√x.</summary>
    protected static double Sqrt(double x) => Math.Sqrt(x);

    private List<double> Penalties() =>
    [
        .. realSquares is null ? [] : new[] { ToHost(realSquares).Average(PenaltyOnReal) },
        .. mixedSquares is null ? [] : new[] { ToHost(mixedSquares).Average(PenaltyOnMixed) },
    ];

    private static double[] ToHost(Tensor logits) => Array.ConvertAll(HostMemory.Read(logits), logit => (double)logit);

    private static double Norm(Tensor gradient)
    {
        using var norm = gradient.norm();
        return norm.item<float>();
    }
}
