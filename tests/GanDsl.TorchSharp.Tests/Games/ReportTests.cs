using System.Runtime.InteropServices;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a game says of its last step, against the same computed in float64 from the logits that D gave.</summary>
public class ReportTests
{
    private const int Count = 64;
    private const double Tolerance = 1e-6;

    [Fact]
    public void BeforeTheFirstStep_ThereIsNothingToReport()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);

        var error = Assert.Throws<InvalidOperationException>(gan.Report);

        Assert.Equal("There is nothing to report before the first step; call Step first.", error.Message);
    }

    [Fact]
    public void ANonSaturatingStep_ReportsWhatItsLogitsSay()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        using var data = new StepData(1, Count, 8, [2]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        var onReals = Logits(gan.Discriminator, reals);
        var onFakes = Logits(gan.Discriminator, Fakes(gan.Generator, latents));
        var samples = Fakes(gan.Generator, generatorLatents);

        gan.Step(new(reals), new(latents), new(generatorLatents));
        var report = gan.Report();

        Assert.Equal(1, report.Step);
        AssertGame(report, onReals, onFakes);
        AssertClose(Logits(gan.Discriminator, samples).Average(logit => -Math.Log(Sigmoid(logit))), report.GeneratorLoss);
        AssertGradientNorms(report, gan.Generator, gan.Discriminator);
    }

    [Fact]
    public void AMinimaxStep_ReportsThatGDescendsTheValueItself()
    {
        using var gan = new Arguments.MinimaxPoints.Torch(1, CPU);
        using var data = new StepData(1, Count, 8, [2]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        var onReals = Logits(gan.Discriminator, reals);
        var onFakes = Logits(gan.Discriminator, Fakes(gan.Generator, latents));
        var samples = Fakes(gan.Generator, generatorLatents);

        gan.Step(new(reals), new(latents), new(generatorLatents));
        var report = gan.Report();

        AssertGame(report, onReals, onFakes);
        AssertClose(Logits(gan.Discriminator, samples).Average(logit => Math.Log(1 - Sigmoid(logit))), report.GeneratorLoss);
        AssertGradientNorms(report, gan.Generator, gan.Discriminator);
    }

    [Fact]
    public void Passes_ThatAreApartForBatchNorm_ReportTheSame()
    {
        using var gan = new PointsNormalized.K1Reused.Torch(1, CPU);
        using var data = new StepData(1, Count, 8, [2]);
        var (reals, latents, _, _, _) = data.Steps[0];
        var onReals = Logits(gan.Discriminator, reals);
        var onFakes = Logits(gan.Discriminator, Fakes(gan.Generator, latents));

        gan.Step(new(reals), new(latents));

        AssertGame(gan.Report(), onReals, onFakes);
        AssertGradientNorms(gan.Report(), gan.Generator, gan.Discriminator);
    }

    [Fact]
    public void BeforeGsFirstUpdate_ItsNumbersAreNaN()
    {
        using var gan = new Points.K3Fresh.Torch(1, CPU);
        using var data = new StepData(3, Count, 8, [2]);

        for (var step = 0; step < 2; step++)
        {
            gan.Step(new Batch<S2>(data.Steps[step].Reals));
            Assert.True(double.IsNaN(gan.Report().GeneratorLoss));
            Assert.True(double.IsNaN(gan.Report().GeneratorGradientNorm));
            Assert.True(double.IsFinite(gan.Report().DiscriminatorLoss));
        }

        gan.Step(new Batch<S2>(data.Steps[2].Reals));
        Assert.True(double.IsFinite(gan.Report().GeneratorLoss));
        Assert.True(gan.Report().GeneratorGradientNorm > 0);
        Assert.Equal(3, gan.Report().Step);
    }

    // A D that ignores its input gives every sample the logit that its last bias is.
    [Theory]
    [InlineData(0, -1.3862943611198906, 0.5, 0)]
    [InlineData(2, -2.2538560220859454, 0.8807970779778823, -0.4337808304830272)]
    [InlineData(-10_000, -10_000, 0, -4999.306852819440)]
    [InlineData(10_000, -10_000, 1, -4999.306852819440)]
    public void AConstantLogit_HasTheValueOfItsFormula(float logit, double value, double mean, double jensenShannon)
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        gan.Discriminator.Flat.fill_(0);
        gan.Discriminator.NamedParameters.Single(parameter => parameter.Name == "4.bias").Value.fill_(logit);
        using var data = new StepData(1, Count, 8, [2]);

        gan.Step(new Batch<S2>(data.Steps[0].Reals));
        var report = gan.Report();

        AssertClose(value, report.Value);
        AssertClose(-value, report.DiscriminatorLoss);
        AssertClose(mean, report.MeanOnReals);
        AssertClose(mean, report.MeanOnFakes);
        AssertClose(jensenShannon, report.JensenShannon);
        Assert.Equal(report.JensenShannon, report.Estimate);
        Assert.Equal(logit > 0 ? 1 : 0, report.AccuracyOnReals);
        Assert.Equal(logit < 0 ? 1 : 0, report.AccuracyOnFakes);
        Assert.True(double.IsFinite(report.GeneratorLoss));
        Assert.True(double.IsFinite(report.DiscriminatorGradientNorm));
        Assert.True(double.IsFinite(report.GeneratorGradientNorm));
        Assert.True(gan.Discriminator.Flat.isfinite().all().ToBoolean() && gan.Generator.Flat.isfinite().all().ToBoolean());
    }

    [Fact]
    public void Reports_OnTheSameStep_AreEqual()
    {
        using var gan = new Points.K1Fresh.Torch(1, CPU);
        using var data = new StepData(1, Count, 8, [2]);
        gan.Step(new Batch<S2>(data.Steps[0].Reals));

        Assert.Equal(gan.Report(), gan.Report());
    }

    private static void AssertGame(StepReport report, double[] onReals, double[] onFakes)
    {
        var value = onReals.Average(logit => Math.Log(Sigmoid(logit))) + onFakes.Average(logit => Math.Log(1 - Sigmoid(logit)));
        AssertClose(value, report.Value);
        AssertClose((value / 2) + Math.Log(2), report.JensenShannon);
        AssertClose(-value, report.DiscriminatorLoss);
        AssertClose(onReals.Average(Sigmoid), report.MeanOnReals);
        AssertClose(onFakes.Average(Sigmoid), report.MeanOnFakes);
    }

    private static void AssertGradientNorms(StepReport report, TorchNetwork generator, TorchNetwork discriminator)
    {
        AssertClose(GradientNorm(discriminator), report.DiscriminatorGradientNorm);
        AssertClose(GradientNorm(generator), report.GeneratorGradientNorm);
    }

    private static double GradientNorm(TorchNetwork network) =>
        Math.Sqrt(network.NamedGradients.Sum(gradient => ToHost(gradient.Value).Sum(element => element * element)));

    private static double[] Logits(TorchNetwork discriminator, Tensor samples)
    {
        using var logits = discriminator.Apply(samples, ForwardMode.TrainFrozen);
        return ToHost(logits);
    }

    private static Tensor Fakes(TorchNetwork generator, Tensor latents) => generator.Apply(latents, ForwardMode.TrainFrozen);

    private static double[] ToHost(Tensor tensor)
    {
        using var rows = tensor.contiguous();
        return [.. MemoryMarshal.Cast<byte, float>(rows.bytes).ToArray().Select(element => (double)element)];
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));
}
