using System.Runtime.InteropServices;
using System.Text.Json;

namespace GanDsl.Training.Tests;

/// <summary>The metrics of features against their formulas in numpy and scipy (sqrtm, cdist, entropy), 1e-6 relative.</summary>
public sealed class ScipyTests : IDisposable
{
    private const double Tolerance = 1e-6;

    private const string Script = """"
        import json, sys
        import numpy
        from scipy.linalg import sqrtm
        from scipy.spatial.distance import cdist
        from scipy.stats import entropy

        folder, k, size, classes, splits = sys.argv[1], *map(int, sys.argv[2:])

        def read(name, columns):
            return numpy.fromfile(f"{folder}/{name}", dtype="<f4").astype("float64").reshape(-1, columns)

        x, y = read("reals", size), read("fakes", size)
        found = {}

        root = sqrtm(numpy.cov(x.T) @ numpy.cov(y.T)).real
        found["frechet"] = ((x.mean(0) - y.mean(0)) ** 2).sum() + numpy.trace(numpy.cov(x.T) + numpy.cov(y.T) - 2 * root)

        def kernel(a, b):
            return (a @ b.T / size + 1) ** 3

        def pairs(a):
            values = kernel(a, a)
            return (values.sum() - numpy.trace(values)) / (len(a) * (len(a) - 1))

        found["kernel"] = pairs(x) + pairs(y) - 2 * kernel(x, y).mean()

        def reach(a):
            return numpy.sort(cdist(a, a), axis=1)[:, k]

        between = cdist(x, y)
        found["precision"] = (between < reach(x)[:, None]).any(0).mean()
        found["recall"] = (between < reach(y)[None, :]).any(1).mean()
        found["density"] = (between < reach(x)[:, None]).sum(0).mean() / k
        found["coverage"] = (between.min(1) < reach(x)).mean()

        shares = read("shares", classes)
        parts = numpy.array_split(shares, splits)
        found["inception"] = numpy.mean([numpy.exp(entropy(part, part.mean(0)[None, :], axis=1).mean()) for part in parts])
        with open(f"{folder}/found.json", "w") as file:
            json.dump({name: float(value) for name, value in found.items()}, file)
        """";

    private readonly TempFolder folder = new();

    [OracleTheory<Scipy>]
    [InlineData(1, 3, 300, 250)]
    [InlineData(2, 24, 400, 400)]
    [InlineData(3, 64, 200, 320)]
    public void EveryMetric_IsWhatScipyFinds(int seed, int size, int reals, int fakes)
    {
        const int K = 5, Classes = 7, Splits = 10, Samples = 200;
        var random = new Random(seed);
        var (x, y) = (Draw(random, reals * size, 0, 1), Draw(random, fakes * size, 0.3, 0.8));
        var shares = Enumerable.Range(0, Samples).SelectMany(_ => Softmax(Draw(random, Classes, 0, 2))).ToArray();
        var (of, against) = (new FeatureSet("reals", "numbers", size, x), new FeatureSet("fakes", "numbers", size, y));
        var near = Neighbourhoods.Between(of, against, K);
        var found = new Dictionary<string, double>
        {
            ["frechet"] = FrechetDistance.Between(of, against).Value,
            ["precision"] = near.Precision.Value,
            ["recall"] = near.Recall.Value,
            ["density"] = near.Density.Value,
            ["coverage"] = near.Coverage.Value,
            ["inception"] = InceptionScore.Of("fakes", "an oracle", shares, Classes, Splits).Value,
        };

        // One subset of everything is the whole statistic.
        if (reals == fakes) found["kernel"] = KernelDistance.Between(of, against, subsets: 1, subsetSize: reals).Value;
        Assert.All(found.Values, value => Assert.True(double.IsFinite(value)));

        foreach (var (name, values) in new[] { ("reals", x), ("fakes", y), ("shares", shares) })
            File.WriteAllBytes(folder[name], MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        File.WriteAllText(folder["check.py"], Script);
        var (ended, said) = SystemPython.Run(
            Scipy.Python, [folder["check.py"], folder.Path, .. new[] { K, size, Classes, Splits }.Select(number => FormattableString.Invariant($"{number}"))]);
        Assert.True(ended, said);
        var expected = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(folder["found.json"]))!;
        foreach (var (name, value) in found)
        {
            Assert.True(
                Math.Abs(value - expected[name]) <= Tolerance * Math.Max(1, Math.Abs(expected[name])),
                FormattableString.Invariant($"{name}: {value}, by scipy {expected[name]}"));
        }
    }

    public void Dispose() => folder.Dispose();

    private static float[] Draw(Random random, int count, double mean, double std) =>
        [.. Enumerable.Range(0, count)
            .Select(_ => (float)(mean + (std * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))))];

    private static IEnumerable<float> Softmax(float[] scores)
    {
        var sum = scores.Sum(score => Math.Exp(score));
        return scores.Select(score => (float)(Math.Exp(score) / sum));
    }
}
