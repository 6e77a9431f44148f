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
            var score = modes.Judge(modes.Draw(20_000, new Random(1)));
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
        Assert.Equal(new Score(1, 1, Math.Log(8)), Modes.Ring.Judge(samples));
    }

    [Fact]
    public void HalfOfTheModes_AreLog2FromUniform()
    {
        float[] samples = [.. Modes.Ring.Centers.Take(4).SelectMany(center => new[] { (float)center.X, (float)center.Y })];
        var score = Modes.Ring.Judge(samples);
        Assert.Equal((4, 1.0), (score.Found, score.Good));
        Assert.Equal(Math.Log(2), score.Divergence, 1e-12);
    }

    [Theory]
    [InlineData(2.149f, 1)]
    [InlineData(2.151f, 0)]
    public void ASample_IsGoodWithinThreeStandardDeviations(float x, int good) => Assert.Equal(good, Modes.Ring.Judge([x, 0]).Good);

    [Fact]
    public void AMode_IsFoundByATenthOfItsFairShare()
    {
        // 800 samples, 8 modes: a fair share is 100.
        static Score Judge(int good) => Modes.Ring.Judge([.. Enumerable.Range(0, 800).SelectMany(i => i < good ? new[] { 2f, 0f } : [0f, 0f])]);
        Assert.Equal(0, Judge(9).Found);
        Assert.Equal(1, Judge(10).Found);
    }

    [Fact]
    public void HalfAPoint_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Modes.Ring.Judge([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Modes.Ring.Judge([]));
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
        var moments = Contest.Moments(steps, count);
        Assert.Equal((0, steps, expected), (moments[0], moments[^1], moments.Count));
        Assert.Equal(moments.Distinct().Order(), moments);
    }
}
