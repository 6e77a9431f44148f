using Rings;

namespace GanDsl.Samples.Tests.Rings;

/// <summary>The numbers that say how well a generator covers the modes.</summary>
public class ModesTests
{
    [Fact]
    public void TheData_ItselfIsNearlyPerfect()
    {
        foreach (var modes in Modes.All)
        {
            var score = modes.Score(modes.Draw(20_000, new Random(1)));
            Assert.Equal(modes.Centers.Count, score.Found);

            // Within three standard deviations in the plane: 1 − e^−4.5 = 98.9 %.
            Assert.Equal(1 - Math.Exp(-4.5), score.Good, 0.004);

            // A sample's own: (modes − 1)/(2·samples) on average.
            Assert.InRange(score.Divergence, 0, 0.003);
        }
    }

    [Fact]
    public void OneModeOfEight_IsAsFarFromUniformAsCanBe()
    {
        float[] samples = [.. Enumerable.Repeat(0, 100).SelectMany(_ => new[] { 2f, 0f })];
        Assert.Equal(new Score(1, 1, Math.Log(8)), Modes.Ring.Score(samples));
    }

    [Fact]
    public void HalfOfTheModes_AreLog2FromUniform()
    {
        float[] samples = [.. Modes.Ring.Centers.Take(4).SelectMany(center => new[] { (float)center.X, (float)center.Y })];
        var score = Modes.Ring.Score(samples);
        Assert.Equal((4, 1.0), (score.Found, score.Good));
        Assert.Equal(Math.Log(2), score.Divergence, 1e-12);
    }

    [Theory]
    [InlineData(2.149f, 1)]
    [InlineData(2.151f, 0)]
    public void ASample_IsGoodWithinThreeStandardDeviations(float x, int good) => Assert.Equal(good, Modes.Ring.Score([x, 0]).Good);

    [Fact]
    public void AMode_IsFoundByATenthOfItsFairShare()
    {
        // 800 samples, 8 modes: a fair share is 100.
        static Score Score(int good) => Modes.Ring.Score([.. Enumerable.Range(0, 800).SelectMany(i => i < good ? new[] { 2f, 0f } : [0f, 0f])]);
        Assert.Equal(0, Score(9).Found);
        Assert.Equal(1, Score(10).Found);
    }

    [Fact]
    public void HalfAPoint_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Modes.Ring.Score([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Modes.Ring.Score([]));
    }

    [Fact]
    public void Draws_FollowTheSeed()
    {
        Assert.Equal(Modes.Grid.Draw(50, new Random(3)), Modes.Grid.Draw(50, new Random(3)));
        Assert.NotEqual(Modes.Grid.Draw(50, new Random(3)), Modes.Grid.Draw(50, new Random(4)));
    }

    [Theory]
    [InlineData(1_500, 24, 24)]
    [InlineData(3, 24, 4)]
    public void Moments_BeginAtTheBeginning_EndAtTheEnd_AndAreAscending(int steps, int count, int expected)
    {
        var snapshotSteps = Run.SnapshotSteps(steps, count);
        Assert.Equal((0, steps, expected), (snapshotSteps[0], snapshotSteps[^1], snapshotSteps.Count));
        Assert.Equal(snapshotSteps.Distinct().Order(), snapshotSteps);
    }
}
