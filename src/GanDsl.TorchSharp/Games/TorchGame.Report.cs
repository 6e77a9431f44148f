using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>The report of the last step, computed on the host in float64 from its logits.</content>
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
            MeanOnReals: outputs.Average(of => of.Reals.Average(Judgement)),
            MeanOnFakes: outputs.Average(of => of.Fakes.Average(Judgement)),
            AccuracyOnReals: logits.Average(on => on.Reals.Average(output => output > Threshold ? 1.0 : 0.0)),
            AccuracyOnFakes: logits.Average(on => on.Fakes.Average(output => output < Threshold ? 1.0 : 0.0)),
            DiscriminatorGradientNorm: Norm(PlayingDiscriminator.FlatGradient),
            Generator: lastPasses[0].GeneratorLogits is null ? null : (lastPasses.Average(GeneratorLoss), Norm(PlayingGenerator.FlatGradient)));
    }

    /// <summary>A real's addition to V.</summary>
    protected abstract double ValueOnReal(double logit);

    /// <summary>A fake's subtraction from V.</summary>
    protected abstract double ValueOnFake(double logit);

    /// <summary>D's loss on a real.</summary>
    protected abstract double LossOnReal(double logit);

    /// <summary>D's loss on a fake.</summary>
    protected abstract double LossOnFake(double logit);

    /// <summary>G's loss on a fake.</summary>
    protected abstract double LossOfGenerator(double logit);

    /// <summary>G's loss on a real, in relativistic games; otherwise 0.</summary>
    protected virtual double LossOfGeneratorOnReal(double logit) => 0;

    /// <summary>The mean of a penalty over its regulariser's squared norms.</summary>
    /// <param name="number">The regulariser's index, as passed to <see cref="DetachSquares"/>.</param>
    /// <param name="penalty">The penalty of a sample whose gradient has this squared norm.</param>
    protected double MeanOverSquares(int number, Func<double, double> penalty) =>
        lastPasses[0].SquaresOf(number) is null ? CarriedPenalty(number) : lastPasses.Average(pass => ToHost(pass.SquaresOf(number)!).Average(penalty));

    private double Judgement(double logit) => IsCritic ? logit : Sigmoid(logit);

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
