using Theory;

namespace GanDsl.Samples.Tests.Theory;

/// <summary>The games themselves, for short: they move the numbers that they should.</summary>
public class ExperimentTests
{
    [Fact]
    public void D_LearnedAgainstAFixedG_LiesOnTheBest_AndVOnItsMaximum()
    {
        using var game = GameHandle.Still(Asked("--seed", "42"));
        var learned = StillGenerator.Learn(StillGenerator.Candidates[1], game, steps: 1_500, new Random(1), _ => { }, CancellationToken.None);
        Assert.InRange(learned.Distance, 0, 0.03);
        Assert.Equal(learned.BestValue, learned.Value, 0.01);

        // The same without the batches' noise: what D is worth by quadrature is never above the maximum, and close below.
        var seen = FDivergence.Gan.Seen(StillGenerator.Data, learned.Candidate.Distribution, learned.Logits);
        Assert.InRange(seen, learned.BestValue - 0.003, learned.BestValue + 1e-6);
        Assert.InRange(learned.Ascent[0].Value, double.NegativeInfinity, learned.BestValue - 0.1);
    }

    [Theory]
    [InlineData("torch")]
    [InlineData("ilgpu")]
    public void AFixedG_StaysWhereItWasPut_AndDLearns(string backend)
    {
        using var game = GameHandle.Still(Asked("--seed", "7", "--backend", backend));
        game.Generate(-3, 0.8);
        var random = new Random(1);
        game.Step(StillGenerator.Data.Draw(64, random));
        var first = game.Report().Value;
        for (var step = 1; step < 20; step++) game.Step(StillGenerator.Data.Draw(64, random));
        Assert.Equal([-3f, -2.2f, -3.8f], game.Generate([0, 1, -1]).Select(x => MathF.Round(x, 4)));
        Assert.InRange(game.Report().Value, first + 0.2, 0);

        // D takes the data, around −1.6 and 1.6, for what it is, and what is left of −3 for G's.
        var logits = game.Logits([1.6f, -4]);
        Assert.InRange(logits[0], 0.1, 10);
        Assert.InRange(logits[1], -10, -0.1);
    }

    [Fact]
    public void TheCandidates_DifferInTheirMaximum()
    {
        double[] values =
            [.. StillGenerator.Candidates.Select(candidate => ClosedForm.Value(ClosedForm.JensenShannon(StillGenerator.Data, candidate.Distribution)))];
        Assert.InRange(values[0] - values[1], 0.2, 1);
        Assert.InRange(values[1] - values[2], 0.1, 1);
    }

    [Fact]
    public void SmallSteps_BringTheDivergenceDown_AndTheEstimateWithIt()
    {
        using var game = GameHandle.Patient(Asked("--seed", "42"));
        var descent = Descent.Of(game, updates: 200, new Random(1), _ => { }, CancellationToken.None);
        Assert.InRange(descent.Points[0].Measured, 0.3, Math.Log(2));
        Assert.InRange(descent.Reached, 0, 0.06);
        Assert.InRange(descent.MeanError, 0, 0.01);
        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 200], descent.Densities.Select(density => density.Update));
    }

    [Fact]
    public void LargeSteps_BreakTheEstimate()
    {
        using var game = GameHandle.Hasty(Asked("--seed", "42"));
        var descent = Descent.Of(game, updates: 80, new Random(1), _ => { }, CancellationToken.None);
        Assert.InRange(descent.MeanError, 0.05, 1);

        // It is V that lags: the bound is one from below.
        Assert.True(descent.Points.Skip(40).Average(point => point.Estimated) < descent.Points.Skip(40).Average(point => point.Measured) - 0.05);
    }

    [Fact]
    public void G_IsUpdatedAfterEveryTenthStepOfD()
    {
        using var game = GameHandle.Patient(Asked("--seed", "3"));
        float[] latents = [-1, 0.5f, 2];
        var before = game.Generate(latents);
        for (var step = 1; step < Descent.DiscriminatorSteps; step++) game.Step([0.5f, -0.5f]);
        Assert.Equal(before, game.Generate(latents));
        game.Step([0.5f, -0.5f]);
        Assert.NotEqual(before, game.Generate(latents));
    }

    [Fact]
    public void EqualSeeds_GiveEqualLessons()
    {
        static float[] Logits(int seed)
        {
            using var game = GameHandle.Still(Asked("--seed", $"{seed}"));
            return StillGenerator.Learn(StillGenerator.Candidates[2], game, steps: 5, new Random(1), _ => { }, CancellationToken.None).Logits;
        }

        Assert.Equal(Logits(5), Logits(5));
        Assert.NotEqual(Logits(5), Logits(6));
    }

    private static Options Asked(params string[] args)
    {
        Options? asked = null;
        Options.Command(options =>
        {
            asked = options;
            return 0;
        }).Parse(args).Invoke();
        return asked!;
    }
}
