using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What the last step says about the game, computed on the host in float64 from the logits that it left.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    private protected override StepMeans? LastStep()
    {
        if (lastPasses[0].RealLogits is null) return null;

        // Over two pairs, every number is the mean of both.
        var outputs = lastPasses.ConvertAll(pass => (Reals: ToHost(pass.RealLogits!), Fakes: ToHost(pass.FakeLogits!)));
        var logits = outputs.ConvertAll(of => (Reals: RelativisticLogits(of.Reals, of.Fakes), Fakes: RelativisticLogits(of.Fakes, of.Reals)));
        return new StepMeans(
            Value: logits.Average(on => on.Reals.Average(ValueOnReal) - on.Fakes.Average(ValueOnFake)),
            DiscriminatorLoss: logits.Average(on => on.Reals.Average(LossOnReal) + on.Fakes.Average(LossOnFake)),
            MeanOnReals: outputs.Average(of => of.Reals.Average(Sigmoid)),
            MeanOnFakes: outputs.Average(of => of.Fakes.Average(Sigmoid)),
            AccuracyOnReals: logits.Average(on => on.Reals.Average(output => output > Threshold ? 1.0 : 0.0)),
            AccuracyOnFakes: logits.Average(on => on.Fakes.Average(output => output < Threshold ? 1.0 : 0.0)),
            DiscriminatorGradientNorm: Norm(PlayingDiscriminator.FlatGradient),
            Generator: lastPasses[0].GeneratorLogits is null ? null : (lastPasses.Average(GeneratorLoss), Norm(PlayingGenerator.FlatGradient)));
    }

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

    /// <summary>The mean of a penalty over the squared norms that its regulariser left.</summary>
    /// <param name="number">The regulariser's number, as given to <see cref="DetachSquares"/>.</param>
    /// <param name="penalty">What D is penalised for one sample whose gradient has this squared norm.</param>
    protected double MeanOverSquares(int number, Func<double, double> penalty) =>
        lastPasses[0].SquaresOf(number) is null ? CarriedPenalty(number) : lastPasses.Average(pass => ToHost(pass.SquaresOf(number)!).Average(penalty));

    private double GeneratorLoss(LastPass pass)
    {
        var outputs = ToHost(pass.GeneratorLogits!);
        if (pass.RealLogitsForGenerator is null) return outputs.Average(LossOfGenerator);
        var others = ToHost(pass.RealLogitsForGenerator);
        return RelativisticLogits(outputs, others).Average(LossOfGenerator) + RelativisticLogits(others, outputs).Average(LossOfGeneratorOnReal);
    }

    private static double[] ToHost(Tensor logits) => Array.ConvertAll(HostMemory.Read(logits), logit => (double)logit);

    private static double Norm(Tensor gradient)
    {
        using var norm = gradient.norm();
        return norm.item<float>();
    }
}
