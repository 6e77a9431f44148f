using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Every objective for ten steps against plain TorchSharp; its report against the plain losses; and where logits are absurd.</summary>
[Trait("Category", "Parity")]
public class ObjectiveParityTests
{
    private const int Count = 30;

    public static TheoryData<string> Names => [.. ObjectiveCases.All.Keys];

    public static TheoryData<string> OfPlainLosses =>
        [.. ObjectiveCases.All.Where(one => one.Value.Game is { R1: null, DiscriminatorSteps: 1 }).Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name) => ObjectiveCases.All[name].AssertParity(Count);

    /// <summary>V is −1 times D's loss wherever labels are not smoothed and no penalty joins it.</summary>
    [Theory]
    [MemberData(nameof(OfPlainLosses))]
    public void AReport_SaysWhatThePlainLossesAre(string name)
    {
        var game = ObjectiveCases.All[name];
        using var scope = NewDisposeScope();
        using var generated = game.Declared();
        var (data, losses) = (new StepData(1, Count, 8, [2]), game.Game.Losses!);
        var (reals, latents, generatorLatents, interpolation, perturbation) = data.Steps[0];
        var (before, fakes) = (Logits(generated, reals), Logits(generated, Fakes(generated, latents)));
        var samples = Fakes(generated, generatorLatents);

        generated.Step(reals, latents, generatorLatents, interpolation, perturbation);
        var report = generated.Gan.Report();

        AssertClose(losses.Discriminator(before, fakes), report.DiscriminatorLoss);
        AssertClose(losses.Generator(Logits(generated, reals), Logits(generated, samples)), report.GeneratorLoss);
        if (name != "Smoothed") Assert.Equal(-report.DiscriminatorLoss, report.Value, 1e-12);
        Assert.NotEqual("", report.Divergence);
        Assert.True(double.IsFinite(report.Estimate));
        AssertAccuracies(name, before, fakes, report);
        AssertMeans(name, before, fakes, report);
    }

    // A D that ignores its input gives every sample the logit that its last bias is.
    [Theory]
    [MemberData(nameof(Names))]
    public void AbsurdLogits_LeaveEverythingFinite(string name)
    {
        foreach (var logit in new[] { -10_000f, -90, 90, 10_000 })
        {
            using var generated = ObjectiveCases.All[name].Declared();
            using var data = new StepData(3, Count, 8, [2]);
            foreach (var (reals, latents, generatorLatents, interpolation, perturbation) in data.Steps)
            {
                generated.Discriminator.Flat.mul_(1e-3f);
                generated.Discriminator.NamedParameters[^1].Value.fill_(logit);
                generated.Step(reals, latents, generatorLatents, interpolation, perturbation);
            }

            var report = generated.Gan.Report();
            Assert.True(
                double.IsFinite(report.Value) && double.IsFinite(report.DiscriminatorLoss) && double.IsFinite(report.GeneratorLoss)
                    && double.IsFinite(report.Estimate),
                $"{name} at {logit}: {report}");
            Assert.True(double.IsFinite(report.DiscriminatorGradientNorm) && double.IsFinite(report.GeneratorGradientNorm), $"{name} at {logit}: {report}");
            Assert.True(
                generated.Discriminator.Flat.isfinite().all().ToBoolean() && generated.Generator.Flat.isfinite().all().ToBoolean(), $"{name} at {logit}");
        }
    }

    private static void AssertAccuracies(string name, Tensor onReals, Tensor onFakes, StepReport report)
    {
        var threshold = name == "Squares" ? 0.5 : 0;
        var (reals, fakes) = name switch
        {
            "Relativistic" => (onReals - onFakes, onFakes - onReals),
            "RelativisticAverage" => (onReals - onFakes.mean(), onFakes - onReals.mean()),
            _ => (onReals, onFakes),
        };
        var isCritic = name == "Critic";
        Assert.Equal(isCritic ? double.NaN : reals.gt(threshold).to(ScalarType.Float64).mean().item<double>(), report.AccuracyOnReals, 1e-12);
        Assert.Equal(isCritic ? double.NaN : fakes.lt(threshold).to(ScalarType.Float64).mean().item<double>(), report.AccuracyOnFakes, 1e-12);
    }

    /// <summary>A critic's own numbers: its output is no probability.</summary>
    private static void AssertMeans(string name, Tensor onReals, Tensor onFakes, StepReport report)
    {
        Assert.Equal(name is "Squares" or "OtherSquares" or "Hinge" or "Critic" or "Relativistic" or "RelativisticAverage", report.IsCritic);
        AssertClose((report.IsCritic ? onReals : onReals.sigmoid()).mean(), report.MeanOnReals);
        AssertClose((report.IsCritic ? onFakes : onFakes.sigmoid()).mean(), report.MeanOnFakes);
    }

    private static Tensor Logits(TestGame game, Tensor samples) => game.Discriminator.Apply(samples, GanDsl.Torch.ForwardMode.TrainFrozen).detach().clone();

    private static Tensor Fakes(TestGame game, Tensor latents) => game.Generator.Apply(latents, GanDsl.Torch.ForwardMode.TrainFrozen);

    private static void AssertClose(Tensor expected, double actual) => Assert.Equal(expected.item<float>(), actual, 1e-5 * Math.Max(1, Math.Abs(actual)));
}
