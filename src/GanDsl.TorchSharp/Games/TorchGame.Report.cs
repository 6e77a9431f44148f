using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What the last step says about the game, computed on the host in float64 from the logits that it left.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <inheritdoc cref="IGan.Report"/>
    public StepReport Report()
    {
        if (Steps == 0) throw new InvalidOperationException("There is nothing to report before the first step; call Step first.");
        if (lastPasses[0].RealLogits is null) return carried!.Report(Steps, Divergence, Penalties(), Terms) with { AugmentationProbability = AugmentationProbability };

        // Over two pairs, every number is the mean of both.
        var outputs = lastPasses.ConvertAll(pass => (Reals: ToHost(pass.RealLogits!), Fakes: ToHost(pass.FakeLogits!)));
        var judged = outputs.ConvertAll(of => (Reals: LessOpponent(of.Reals, of.Fakes), Fakes: LessOpponent(of.Fakes, of.Reals)));
        var value = judged.Average(on => on.Reals.Average(ValueOnReal) - on.Fakes.Average(ValueOnFake));
        var generatorHasMoved = lastPasses[0].GeneratorLogits is not null;
        var penalties = Penalties();
        var terms = TermValues();
        return new StepReport(
            Steps,
            Value: value,
            DiscriminatorLoss: judged.Average(on => on.Reals.Average(LossOnReal) + on.Fakes.Average(LossOnFake)) + penalties.Sum(penalty => penalty.InLossOf(Steps)) + terms.Sum(term => term.InDiscriminatorLoss),
            GeneratorLoss: GeneratorLoss() + (!generatorHasMoved ? 0 : terms.Sum(term => term.InGeneratorLoss)),
            MeanOnReals: outputs.Average(of => of.Reals.Average(Sigmoid)),
            MeanOnFakes: outputs.Average(of => of.Fakes.Average(Sigmoid)),
            DiscriminatorGradientNorm: Norm(discriminator.FlatGradient),
            GeneratorGradientNorm: !generatorHasMoved ? carried?.GeneratorGradientNorm ?? double.NaN : Norm(generator.FlatGradient),
            Penalty: penalties.Count == 0 ? double.NaN : penalties.Sum(penalty => penalty.InLossOf(Steps)),
            Divergence: Divergence,
            Estimate: Estimate(value),
            AccuracyOnReals: judged.Average(on => Share(on.Reals, output => output > Threshold)),
            AccuracyOnFakes: judged.Average(on => Share(on.Fakes, output => output < Threshold)),
            AugmentationProbability: AugmentationProbability)
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
        lastPasses[0].SquaresOf(number) is null ? carried?.Penalty(number) ?? double.NaN : lastPasses.Average(pass => ToHost(pass.SquaresOf(number)!).Average(penalty));

    private double AugmentationProbability => adaptation?.Probability ?? double.NaN;

    private double GeneratorLoss()
    {
        return lastPasses[0].GeneratorLogits is null ? carried?.GeneratorLoss ?? double.NaN : lastPasses.Average(Of);

        double Of(LastPass pass)
        {
            var outputs = ToHost(pass.GeneratorLogits!);
            if (pass.OpponentLogits is null) return outputs.Average(LossOfGenerator);
            var opponents = ToHost(pass.OpponentLogits);
            return LessOpponent(outputs, opponents).Average(LossOfGenerator) + LessOpponent(opponents, outputs).Average(LossOfGeneratorOnReal);
        }
    }

    private double Share(double[] outputs, Func<double, bool> isRight) => Threshold is null ? double.NaN : outputs.Average(output => isRight(output) ? 1.0 : 0.0);

    private static double[] ToHost(Tensor logits) => Array.ConvertAll(HostMemory.Read(logits), logit => (double)logit);

    private static double Norm(Tensor gradient)
    {
        using var norm = gradient.norm();
        return norm.item<float>();
    }
}
