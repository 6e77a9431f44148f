using Theory;

namespace GanDsl.Samples.Tests.Theory;

/// <summary>The games of the ten divergences, for a share of the steps that the lesson gives them.</summary>
public class AnswerTests
{
    public static TheoryData<string> Names => [.. FDivergence.All.Select(divergence => divergence.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatTheGameSays_IsTheDivergence(string name)
    {
        var divergence = FDivergence.All.Single(d => d.Name == name);
        using var game = DivergenceHandle.Of(divergence, Asked());
        var answer = Answer.Of(divergence, game, steps: 300, new Random(1), _ => { }, CancellationToken.None);

        Assert.True(double.IsFinite(answer.ByQuadrature));
        Assert.All(answer.Climb, point => Assert.InRange(point.Value, double.NegativeInfinity, answer.ByQuadrature + (1e-3 * Math.Abs(answer.ByQuadrature))));

        // Pearson's e^2ℓ is the last to become quiet; it takes the falling learning rate of all 2,000 steps.
        Assert.InRange(answer.RelativeError, 0, name == "Pearson χ²" ? 0.2 : 0.01);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OnBothBackends_TheGameIsThatOfItsDivergence(string name)
    {
        var divergence = FDivergence.All.Single(d => d.Name == name);
        using var torch = DivergenceHandle.Of(divergence, Asked("--backend", "torch"));
        using var own = DivergenceHandle.Of(divergence, Asked("--backend", "ilgpu"));
        foreach (var game in new[] { torch, own })
        {
            game.Generate(-0.3, 0.95);
            float[] reals = [-1, 1, 2];
            var logits = game.Logits([-1, 1, 2, -0.3f, 0.65f, -1.25f]);
            game.Step(reals, [0, 1, -1]);
            var expected = logits.Take(3).Average(logit => divergence.Score(logit)) - logits.Skip(3).Average(logit => divergence.Conjugate(logit));
            Assert.Equal(expected, game.Report().Value, 1e-5);
        }
    }

    [Fact]
    public void ADivergenceWithoutAGame_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => DivergenceHandle.Of(FDivergence.Gan with { Name = "mine" }, Asked()));
        Assert.StartsWith("No game ascends to mine; declare one in DivergenceGames.cs.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGameThatDrawsItsLatents_IsNotGivenSome()
    {
        using var game = GameHandle.Still(Asked());
        Assert.Throws<InvalidOperationException>(() => game.Step([1], [1]));
    }

    private static Options Asked(params string[] args)
    {
        Options? asked = null;
        Options.Command(options =>
        {
            asked = options;
            return 0;
        }).Parse([.. args, "--seed", "42"]).Invoke();
        return asked!;
    }
}
