namespace GanDsl.Training.Tests;

public class FunctionSourceTests
{
    private static readonly SampleFunction Points = (random, point) => (point[0], point[1]) = (random.NextSingle(), random.Next(3));

    [Fact]
    public void NoSampleIsMadeTwice_InAnyEpoch()
    {
        var source = new FunctionSource<S2>(500, seed: 1, Points);
        var firsts = Enumerable.Range(0, 3)
            .SelectMany(_ => source.Batches(50).SelectMany(batch => Enumerable.Range(0, 50).Select(i => batch.Values.Span[2 * i]).ToArray())).ToList();
        Assert.Equal((500, 1500), (source.Count, firsts.Distinct().Count()));

        // Uniform: mean ½ and variance 1/12, each within five of its own standard deviations over 1,500.
        Assert.InRange(firsts.Average(), 0.463, 0.537);
        Assert.InRange(firsts.Average(x => (x - 0.5) * (x - 0.5)), 0.0737, 0.0930);
    }

    /// <summary>What comes follows from the seed and the place alone, however large batches are.</summary>
    [Fact]
    public void ASeed_GivesItsSamples_FromAnyPlaceOn()
    {
        var whole = new FunctionSource<S2>(60, seed: 5, Points);
        float[] all = [.. Enumerable.Range(0, 2).SelectMany(_ => whole.Batches(6).SelectMany(batch => batch.Values.ToArray()))];
        Assert.Equal(all[(2 * 78)..], Rest(new FunctionSource<S2>(60, seed: 5, Points).Batches(new DataPlace(1, 3, 6, 60, 5))));
        Assert.Equal(all[..120], Rest(new FunctionSource<S2>(60, seed: 5, Points).Batches(12)));
        Assert.NotEqual(all[..120], Rest(new FunctionSource<S2>(60, seed: 6, Points).Batches(12)));

        static float[] Rest(IEnumerable<HostBatch<S2>> batches) => [.. batches.SelectMany(batch => batch.Values.ToArray())];
    }

    [Fact]
    public void AnEpochWithoutSamples_IsRefused() =>
        Assert.Equal("samplesAnEpoch", Assert.Throws<ArgumentOutOfRangeException>(() => new FunctionSource<S2>(0, seed: 1, Points)).ParamName);
}
