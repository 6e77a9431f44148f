namespace GanDsl.Training.Tests;

/// <summary>Distances between sets of features, against closed forms and the definitions written out.</summary>
public sealed class FeatureMetricsTests
{
    /// <summary>Where covariances are diagonal: Σ (μ − ν)² + Σ (√σ² − √τ²)², 1e-6 relative. The points have these moments exactly.</summary>
    [Fact]
    public void FrechetDistance_OfAxisAlignedNormals()
    {
        var reals = Cross("reals", (1, 2), 3, 4);
        var fakes = Cross("fakes", (-1, 5), 6, 0.5);

        // Of ±a and two zeros the unbiased variance is 2a²/3.
        var expected = 4.0 + 9 + (2.0 / 3 * (Math.Pow(3 - 6, 2) + Math.Pow(4 - 0.5, 2)));
        Assert.Equal(expected, FrechetDistance.Between(reals, fakes).Value, 1e-6 * expected);
        Assert.Equal(FrechetDistance.Between(fakes, reals).Value, FrechetDistance.Between(reals, fakes).Value, 1e-9);
        Assert.Equal(0, FrechetDistance.Between(reals, Cross("fakes", (1, 2), 3, 4)).Value, 1e-6);
    }

    /// <summary>Of two dimensions the trace of the root is √(tr(ΣΤ) + 2 √det(ΣΤ)), whether Σ and Τ commute or not.</summary>
    [Fact]
    public void FrechetDistance_OfAnyTwoNormalsOfThePlane()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 20; trial++)
        {
            var (reals, fakes) = (Cloud("reals", random, 30), Cloud("fakes", random, 50));
            var ((mx, my, a, b, c), (nx, ny, d, e, f)) = (Moments(reals), Moments(fakes));
            var trace = (a * d) + (2 * b * e) + (c * f);
            var determinant = ((a * c) - (b * b)) * ((d * f) - (e * e));
            var expected = Math.Pow(mx - nx, 2) + Math.Pow(my - ny, 2) + a + c + d + f - (2 * Math.Sqrt(trace + (2 * Math.Sqrt(determinant))));
            Assert.Equal(expected, FrechetDistance.Between(reals, fakes).Value, 1e-6 * Math.Max(1, expected));
        }
    }

    /// <summary>More features than samples: a covariance without an inverse has a root all the same.</summary>
    [Fact]
    public void FrechetDistance_OfFewSamples_IsFinite()
    {
        var random = new Random(1);
        var (reals, fakes) = (Draw("reals", random, 6, 16, 0), Draw("fakes", random, 6, 16, 1));
        Assert.InRange(FrechetDistance.Between(reals, fakes).Value, 1, 100);
        Assert.Equal(0, FrechetDistance.Between(reals, reals).Value, 1e-5);
    }

    /// <summary>One subset of everything is the definition, written out here over ordered pairs.</summary>
    [Fact]
    public void KernelDistance_OfEverything_IsItsDefinition()
    {
        var random = new Random(2);
        var (reals, fakes) = (Draw("reals", random, 9, 4, 0), Draw("fakes", random, 9, 4, 0.5));
        var expected = Mean(reals, reals, skipsEqual: true) + Mean(fakes, fakes, skipsEqual: true) - (2 * Mean(reals, fakes, skipsEqual: false));
        Assert.Equal(expected, KernelDistance.Between(reals, fakes, subsets: 1, subsetSize: 9).Value, 1e-9 * Math.Abs(expected));

        static double Mean(FeatureSet x, FeatureSet y, bool skipsEqual)
        {
            var kernels = from i in Enumerable.Range(0, x.Count)
                          from j in Enumerable.Range(0, y.Count)
                          where !skipsEqual || i != j
                          select Math.Pow((Row(x, i).PairedWith(Row(y, j), (a, b) => a * b).Sum() / x.Size) + 1, 3);
            return kernels.Average();
        }
    }

    /// <summary>Unbiased: about 0 for two sets of one distribution, whatever their size, and far from it for two of others.</summary>
    [Fact]
    public void KernelDistance_IsAboutNothing_BetweenSetsOfOneDistribution()
    {
        var random = new Random(3);
        var (reals, alike, others) = (Draw("reals", random, 400, 8, 0), Draw("fakes", random, 300, 8, 0), Draw("fakes", random, 300, 8, 0.5));
        var (near, far) =
            (KernelDistance.Between(reals, alike, subsets: 20, subsetSize: 100), KernelDistance.Between(reals, others, subsets: 20, subsetSize: 100));
        Assert.InRange(near.Value, -0.05, 0.05);
        Assert.True(far.Value > 0.3 && far.Spread > 0, far.ToString());
        Assert.Equal(far, KernelDistance.Between(reals, others, subsets: 20, subsetSize: 100));
        Assert.NotEqual(far.Value, KernelDistance.Between(reals, others, subsets: 20, subsetSize: 100, seed: 1).Value);
        Assert.EndsWith("; 20 subsets of 100)", far.ToString(), StringComparison.Ordinal);
    }

    /// <summary>On a line, counted by hand: reals 0, 1, 2, 3 reach 1 far, the fakes 0.5 and 10 reach 9.5.</summary>
    [Fact]
    public void Neighbourhoods_CountedByHand()
    {
        var reals = new FeatureSet("reals", "a ruler", 1, new float[] { 0, 1, 2, 3 });
        var fakes = new FeatureSet("fakes", "a ruler", 1, new float[] { 0.5f, 10 });
        var found = Neighbourhoods.Between(reals, fakes, k: 1);

        Assert.Equal(0.5, found.Precision.Value);
        Assert.Equal(1, found.Recall.Value);
        Assert.Equal(1, found.Density.Value);
        Assert.Equal(0.5, found.Coverage.Value);
        Assert.Equal("precision 0.5 (1 features of a ruler, 4 reals against 2 fakes; k = 1)", found.Precision.ToString());
    }

    /// <summary>One mode of two, made well: precise, but half is missing. Both modes and much else: the other way round.</summary>
    [Fact]
    public void Neighbourhoods_TellWhatIsMissing_FromWhatIsWrong()
    {
        var random = new Random(4);
        var reals = Modes("reals", random, 400, mode => mode);
        var dropped = Neighbourhoods.Between(reals, Modes("fakes", random, 400, _ => 0));
        Assert.True(dropped.Precision.Value > 0.9 && dropped.Recall.Value < 0.6 && dropped.Coverage.Value < 0.6, dropped.ToString());
        var loose = Neighbourhoods.Between(reals, Modes("fakes", random, 400, mode => mode, spread: 8));
        Assert.True(loose.Precision.Value < 0.4 && loose.Recall.Value > 0.9 && loose.Density.Value < 0.4, loose.ToString());
        var alike = Neighbourhoods.Between(reals, Modes("fakes", random, 400, mode => mode));
        Assert.All([alike.Precision.Value, alike.Recall.Value, alike.Density.Value, alike.Coverage.Value], value => Assert.InRange(value, 0.85, 1.15));
    }

    [Fact]
    public void InceptionScore_IsTheCountOfClasses_WhereEachIsSureAndAsOften_AndOneWhereNothingIsTold()
    {
        float[] sure = [.. Enumerable.Range(0, 40).SelectMany(sample => Enumerable.Range(0, 4).Select(label => label == sample % 4 ? 1f : 0))];
        Assert.Equal(4, InceptionScore.Of("fakes", "an oracle", sure, 4).Value, 1e-6);
        Assert.Equal(1, InceptionScore.Of("fakes", "an oracle", [.. Enumerable.Repeat(0.25f, 160)], 4).Value, 1e-6);

        // One part, two classes, by hand: the marginal is (0.55, 0.45).
        float[] some = [0.9f, 0.1f, 0.2f, 0.8f];
        var expected = Math.Exp(
            ((0.9 * Math.Log(0.9 / 0.55)) + (0.1 * Math.Log(0.1 / 0.45)) + (0.2 * Math.Log(0.2 / 0.55)) + (0.8 * Math.Log(0.8 / 0.45))) / 2);
        Assert.Equal(expected, InceptionScore.Of("fakes", "an oracle", some, 2, splits: 1).Value, 1e-6);
        Assert.Equal(
            "inception-style score 4 ± 0 (4 classes of an oracle, 40 fakes, in 10 parts)", InceptionScore.Of("fakes", "an oracle", sure, 4).ToString());
    }

    [Fact]
    public void Features_AreExtractedBatchByBatch()
    {
        var set = FeatureSet.Of("fakes", new Halves(), [new float[] { 1, 2, 3, 4 }, new float[] { 5, 6 }]);
        Assert.Equal([0.5f, 1, 1.5f, 2, 2.5f, 3], set.Values.ToArray());
        Assert.Equal((3, 2, "halves"), (set.Count, set.Size, set.Extractor));
    }

    [Fact]
    public void WhatCannotBeCompared_IsRefused()
    {
        var reals = new FeatureSet("reals", "a", 2, new float[8]);
        Assert.Equal(
            "The reals have 2 features of a, the fakes 2 of b; compare features of one extractor. (Parameter 'other')",
            Assert.Throws<ArgumentException>(() => FrechetDistance.Between(reals, new FeatureSet("fakes", "b", 2, new float[8]))).Message);
        Assert.Equal(
            "The reals have 2 features of a, the fakes 4 of a; compare features of one extractor. (Parameter 'other')",
            Assert.Throws<ArgumentException>(() => KernelDistance.Between(reals, new FeatureSet("fakes", "a", 4, new float[8]))).Message);
        Assert.Equal(
            "k is 4, but the smaller set has 4 samples; it must be at least 1 and less than that. (Parameter 'k')",
            Assert.Throws<ArgumentException>(() => Neighbourhoods.Between(reals, reals, k: 4)).Message);
        Assert.Equal(
            "3 numbers are not 2 features of each of two samples or more; pass N × 2, N at least 2. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => new FeatureSet("reals", "a", 2, new float[3])).Message);
        Assert.Equal(
            "Feature 1 of sample 1 of the fakes is NaN; no distance is defined there: look at the samples. (Parameter 'values')",
            Assert.Throws<ArgumentException>(() => new FeatureSet("fakes", "a", 2, new float[] { 1, 2, 3, float.NaN })).Message);
        Assert.Equal(
            "The probabilities of sample 1 add up to 1.5, not to 1; pass what a softmax gives. (Parameter 'probabilities')",
            Assert.Throws<ArgumentException>(() => InceptionScore.Of("fakes", "a", [0.5f, 0.5f, 1, 0.5f], 2, splits: 1)).Message);
        Assert.Equal(
            "2 samples cannot be cut into 3 parts; pass 1 to 2. (Parameter 'splits')",
            Assert.Throws<ArgumentException>(() => InceptionScore.Of("fakes", "a", [0.5f, 0.5f, 1, 0], 2, splits: 3)).Message);
        Assert.Equal(
            "3 numbers are not 2 probabilities a sample; pass N × 2. (Parameter 'probabilities')",
            Assert.Throws<ArgumentException>(() => InceptionScore.Of("fakes", "a", new float[3], 2)).Message);
    }

    private static FeatureSet Cross(string name, (float X, float Y) mean, double a, double b) => new(name, "a ruler", 2, new[]
    {
        mean.X + (float)a, mean.Y, mean.X - (float)a, mean.Y, mean.X, mean.Y + (float)b, mean.X, mean.Y - (float)b,
    });

    private static FeatureSet Cloud(string name, Random random, int count)
    {
        var (xx, xy, yx, yy) = (random.NextSingle() * 3, random.NextSingle(), random.NextSingle(), random.NextSingle() * 2);
        return new FeatureSet(name, "a ruler", 2, Enumerable.Range(0, count).SelectMany(_ =>
        {
            var (u, v) = (Normal(random), Normal(random));
            return new[] { (xx * u) + (xy * v), (yx * u) + (yy * v) + 1 };
        }).ToArray());
    }

    private static FeatureSet Draw(string name, Random random, int count, int size, double mean) =>
        new(name, "numbers", size, Enumerable.Range(0, count * size).Select(_ => Normal(random) + (float)mean).ToArray());

    private static FeatureSet Modes(string name, Random random, int count, Func<int, int> mode, float spread = 1) =>
        new(name, "a ruler", 2, Enumerable.Range(0, count)
            .SelectMany(i => new[] { (20 * mode(i % 2)) + (spread * Normal(random)), spread * Normal(random) }).ToArray());

    private static float Normal(Random random) => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static (double X, double Y, double XX, double XY, double YY) Moments(FeatureSet set)
    {
        var (x, y) = (Enumerable.Range(0, set.Count).Average(i => Row(set, i)[0]), Enumerable.Range(0, set.Count).Average(i => Row(set, i)[1]));
        double Of(int a, int b) =>
            Enumerable.Range(0, set.Count).Sum(i => (Row(set, i)[a] - (a == 0 ? x : y)) * (Row(set, i)[b] - (b == 0 ? x : y))) / (set.Count - 1);
        return (x, y, Of(0, 0), Of(0, 1), Of(1, 1));
    }

    private static double[] Row(FeatureSet set, int sample) => [.. set.Values.Span.Slice(sample * set.Size, set.Size).ToArray().Select(value => (double)value)];

    private sealed class Halves : IFeatureExtractor
    {
        public string Name => "halves";

        public int Size => 2;

        public float[] Extract(ReadOnlySpan<float> samples) => [.. samples.ToArray().Select(value => value / 2)];
    }
}
