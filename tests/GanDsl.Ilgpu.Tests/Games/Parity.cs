using System.Globalization;
using GanDsl.Torch;
using Xunit.Sdk;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>Two games of one declaration, kept to the same weights, reals and noise, and compared.</summary>
internal sealed class Parity<TLatent, TSample>(
    IGan torch,
    IGan own,
    (TorchNetwork Torch, IlgpuNetwork Own) generators,
    (TorchNetwork Torch, IlgpuNetwork Own) discriminators,
    Action<Torch.Batch<TSample>, Torch.Batch<TLatent>, Torch.Batch<TLatent>> stepTorch,
    Action<Batch<TSample>, Batch<TLatent>, Batch<TLatent>> stepOwn)
    where TLatent : struct, IShape
    where TSample : struct, IShape
{
    private const double Tolerance = 1e-4;

    /// <summary>The second pair, in a game over two: its generator and its discriminator.</summary>
    public ((TorchNetwork Torch, IlgpuNetwork Own) Generator, (TorchNetwork Torch, IlgpuNetwork Own) Discriminator)? Inverse { get; init; }

    /// <summary>Plays steps on both, and compares weights, statistics and reports after the first two, of which a lazy penalty sees one, and the last.</summary>
    /// <param name="count">How many samples a batch has.</param>
    /// <param name="steps">How many steps are played.</param>
    public void Run(int count, int steps = 10)
    {
        generators.Own.Load(generators.Torch.State());
        discriminators.Own.Load(discriminators.Torch.State());
        Inverse?.Generator.Own.Load(Inverse.Value.Generator.Torch.State());
        Inverse?.Discriminator.Own.Load(Inverse.Value.Discriminator.Torch.State());
        AssertEqualStates("at the start", tolerance: 0);

        var random = new Random(3);
        for (var step = 1; step <= steps; step++)
        {
            var (reals, latents, generatorLatents) = (Numbers(random, count * TSample.Elements), Numbers(random, count * TLatent.Elements), Numbers(random, count * TLatent.Elements));
            StepTorch(reals, latents, generatorLatents);
            StepOwn(reals, latents, generatorLatents);
            if (step > 2 && step != steps) continue;

            var when = string.Create(CultureInfo.InvariantCulture, $"after step {step}");
            AssertEqualStates(when, Tolerance);
            AssertEqualReports(when);
        }
    }

    private void StepTorch(float[] reals, float[] latents, float[] generatorLatents)
    {
        using var x = Torch.Batch<TSample>.From(new HostBatch<TSample>(reals));
        using var z = Torch.Batch<TLatent>.From(new HostBatch<TLatent>(latents));
        using var y = Torch.Batch<TLatent>.From(new HostBatch<TLatent>(generatorLatents));
        stepTorch(x, z, y);
    }

    private void StepOwn(float[] reals, float[] latents, float[] generatorLatents)
    {
        var device = generators.Own.Device;
        using var x = Batch<TSample>.From(new HostBatch<TSample>(reals), device);
        using var z = Batch<TLatent>.From(new HostBatch<TLatent>(latents), device);
        using var y = Batch<TLatent>.From(new HostBatch<TLatent>(generatorLatents), device);
        stepOwn(x, z, y);
    }

    private void AssertEqualStates(string when, double tolerance)
    {
        AssertEqual(generators.Torch.State(), generators.Own.State(), $"G's {{0}} {when}", tolerance);
        AssertEqual(discriminators.Torch.State(), discriminators.Own.State(), $"D's {{0}} {when}", tolerance);
        if (Inverse is not { } inverse) return;
        AssertEqual(inverse.Generator.Torch.State(), inverse.Generator.Own.State(), $"the inverse G's {{0}} {when}", tolerance);
        AssertEqual(inverse.Discriminator.Torch.State(), inverse.Discriminator.Own.State(), $"the inverse D's {{0}} {when}", tolerance);
    }

    private static void AssertEqual(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual, string what, double tolerance)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Shape, actual[i].Shape);
            if (expected[i].Values is TensorValues.Int64 counter)
            {
                Assert.Equal(counter.Elements, ((TensorValues.Int64)actual[i].Values).Elements);
                continue;
            }

            var (want, have) = (((TensorValues.Float32)expected[i].Values).Elements, ((TensorValues.Float32)actual[i].Values).Elements);
            var scale = Math.Sqrt(want.Sum(value => (double)value * value) / want.Length);
            for (var k = 0; k < want.Length; k++)
            {
                if (Math.Abs(want[k] - have[k]) <= tolerance * Math.Max(scale, Math.Abs(want[k]))) continue;
                var name = string.Format(CultureInfo.InvariantCulture, what, expected[i].Name);
                throw new XunitException(string.Create(CultureInfo.InvariantCulture, $"{name}[{k}] is {have[k]} and should be {want[k]}, within {tolerance} of their size {scale}."));
            }
        }
    }

    private void AssertEqualReports(string when)
    {
        var (expected, actual) = (torch.Report(), own.Report());
        Assert.Equal(expected.Step, actual.Step);
        AssertClose(expected.Value, actual.Value);
        AssertClose(expected.DiscriminatorLoss, actual.DiscriminatorLoss);
        AssertClose(expected.GeneratorLoss, actual.GeneratorLoss);
        AssertClose(expected.MeanOnReals, actual.MeanOnReals);
        AssertClose(expected.MeanOnFakes, actual.MeanOnFakes);
        AssertClose(expected.DiscriminatorGradientNorm, actual.DiscriminatorGradientNorm);
        AssertClose(expected.GeneratorGradientNorm, actual.GeneratorGradientNorm);
        AssertClose(expected.Penalty, actual.Penalty);
        Assert.Equal(expected.Divergence, actual.Divergence);
        AssertClose(expected.Estimate, actual.Estimate);
        AssertClose(expected.AccuracyOnReals, actual.AccuracyOnReals);
        AssertClose(expected.AccuracyOnFakes, actual.AccuracyOnFakes);

        void AssertClose(double want, double have)
        {
            if (double.IsNaN(want) && double.IsNaN(have)) return;
            Assert.True(Math.Abs(want - have) <= Tolerance * Math.Max(1, Math.Abs(want)), string.Create(CultureInfo.InvariantCulture, $"{when}: {have} should be {want}"));
        }
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
