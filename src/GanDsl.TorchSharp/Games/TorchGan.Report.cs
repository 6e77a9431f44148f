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
            DiscriminatorLoss: onReals.Average(LossOnReal) + onFakes.Average(LossOnFake) + penalties.Sum(penalty => penalty.InLossOf(Steps)),
            GeneratorLoss: generatorLogits is null ? double.NaN : ToHost(generatorLogits).Average(LossOfGenerator),
            MeanOnReals: onReals.Average(Sigmoid),
            MeanOnFakes: onFakes.Average(Sigmoid),
            DiscriminatorGradientNorm: Norm(discriminator.FlatGradient),
            GeneratorGradientNorm: generatorLogits is null ? double.NaN : Norm(generator.FlatGradient),
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps))) { Penalties = penalties };
    }

    /// <summary>What D loses on one real.</summary>
    protected abstract double LossOnReal(double logit);

    /// <summary>What D loses on one fake.</summary>
    protected abstract double LossOnFake(double logit);

    /// <summary>What G loses on one fake.</summary>
    protected abstract double LossOfGenerator(double logit);

    /// <summary>What each regulariser says of D's last batch.</summary>
    protected virtual IReadOnlyList<PenaltyValue> Penalties() => [];

    /// <summary>The mean of a penalty over the squared norms that its regulariser left.</summary>
    /// <param name="number">The regulariser's number, as given to <see cref="DetachSquares"/>.</param>
    /// <param name="penalty">What D is penalised for one sample whose gradient has this squared norm.</param>
    protected double MeanOverSquares(int number, Func<double, double> penalty) => ToHost(squares[number]!).Average(penalty);

    /// <summary>sp(x) = log(1 + eˣ), finite wherever x is.</summary>
    protected static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
    protected static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>√x.</summary>
    protected static double Sqrt(double x) => Math.Sqrt(x);

    /// <summary>x where it is positive, else the slope times x.</summary>
    protected static double LeakyReLU(double x, double slope) => x > 0 ? x : slope * x;

    private static double[] ToHost(Tensor logits) => Array.ConvertAll(HostMemory.Read(logits), logit => (double)logit);

    private static double Norm(Tensor gradient)
    {
        using var norm = gradient.norm();
        return norm.item<float>();
    }
}
