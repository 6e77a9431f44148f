using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What the last step says about the game, computed on the host in float64 from the logits that it left.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <inheritdoc cref="IGan.Report"/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");
        if (realLogits is null || fakeLogits is null) return carried!.Report(Steps, Divergence, Penalties(), Terms);

        var (realOutputs, fakeOutputs) = (ToHost(realLogits), ToHost(fakeLogits));
        var (onReals, onFakes) = (LessOpponent(realOutputs, fakeOutputs), LessOpponent(fakeOutputs, realOutputs));
        var value = onReals.Average(ValueOnReal) - onFakes.Average(ValueOnFake);
        var penalties = Penalties();
        var terms = TermValues();
        return new StepReport(
            Steps,
            Value: value,
            DiscriminatorLoss: onReals.Average(LossOnReal) + onFakes.Average(LossOnFake) + penalties.Sum(penalty => penalty.InLossOf(Steps)) + terms.Sum(term => term.InDiscriminatorLoss),
            GeneratorLoss: GeneratorLoss() + (generatorLogits is null ? 0 : terms.Sum(term => term.InGeneratorLoss)),
            MeanOnReals: realOutputs.Average(Sigmoid),
            MeanOnFakes: fakeOutputs.Average(Sigmoid),
            DiscriminatorGradientNorm: Norm(discriminator.FlatGradient),
            GeneratorGradientNorm: generatorLogits is null ? carried?.GeneratorGradientNorm ?? double.NaN : Norm(generator.FlatGradient),
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps)),
            Divergence: Divergence,
            Estimate: Estimate(value),
            AccuracyOnReals: Share(onReals, output => output > Threshold),
            AccuracyOnFakes: Share(onFakes, output => output < Threshold))
        {
            Penalties = penalties,
            Terms = terms,
        };
    }

    /// <summary>The name of what V bounds.</summary>
    protected abstract string Divergence { get; }

    /// <summary>Above it D calls a sample real; null where D's outputs have no such.</summary>
    protected abstract double? Threshold { get; }

    /// <summary>The divergence as it follows from V.</summary>
    protected abstract double Estimate(double value);

    /// <summary>What one real adds to V.</summary>
    protected abstract double ValueOnReal(double logit);

    /// <summary>What one fake takes from V.</summary>
    protected abstract double ValueOnFake(double logit);

    /// <summary>What D loses on one real.</summary>
    protected abstract double LossOnReal(double logit);

    /// <summary>What D loses on one fake.</summary>
    protected abstract double LossOnFake(double logit);

    /// <summary>What G loses on one fake.</summary>
    protected abstract double LossOfGenerator(double logit);

    /// <summary>What G loses on one real, which its fakes are the opponents of; 0 where they are not.</summary>
    protected virtual double LossOfGeneratorOnReal(double logit) => 0;

    /// <summary>What each regulariser says of D's last batch.</summary>
    protected virtual IReadOnlyList<PenaltyValue> Penalties() => [];

    /// <summary>The mean of a penalty over the squared norms that its regulariser left.</summary>
    /// <param name="number">The regulariser's number, as given to <see cref="DetachSquares"/>.</param>
    /// <param name="penalty">What D is penalised for one sample whose gradient has this squared norm.</param>
    protected double MeanOverSquares(int number, Func<double, double> penalty) =>
        squares.ElementAtOrDefault(number) is { } ofEach ? ToHost(ofEach).Average(penalty) : carried?.Penalty(number) ?? double.NaN;

    private double GeneratorLoss()
    {
        if (generatorLogits is null) return carried?.GeneratorLoss ?? double.NaN;
        var outputs = ToHost(generatorLogits);
        if (opponentLogits is null) return outputs.Average(LossOfGenerator);
        var opponents = ToHost(opponentLogits);
        return LessOpponent(outputs, opponents).Average(LossOfGenerator) + LessOpponent(opponents, outputs).Average(LossOfGeneratorOnReal);
    }

    private double Share(double[] outputs, Func<double, bool> isRight) => Threshold is null ? double.NaN : outputs.Average(output => isRight(output) ? 1.0 : 0.0);

    private static double[] ToHost(Tensor logits) => Array.ConvertAll(HostMemory.Read(logits), logit => (double)logit);

    private static double Norm(Tensor gradient)
    {
        using var norm = gradient.norm();
        return norm.item<float>();
    }
}
