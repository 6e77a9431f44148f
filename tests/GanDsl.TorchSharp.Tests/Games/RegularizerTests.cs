using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>R1 and the gradient penalty where their values are known, and where others compute them wrongly. Ten steps of both are in <see cref="StepParityTests"/>.</summary>
public class RegularizerTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void ALinearCritic_IsPenalisedForItsWeightAlone_WhateverTheBatch(int count)
    {
        using var gan = new Linear.WganGp.Torch(1, CPU);
        using var data = new StepData(1, count, 4, [3]);
        var (reals, latents, generatorLatents, interpolation) = data.Steps[0];
        var (w, norm) = SetWeight(gan.Discriminator, 1, -2, 3);
        var fakes = gan.Generator.Apply(latents, Pass.TrainFrozen);

        gan.Step(new(reals), new(latents), new(generatorLatents), new(interpolation));

        Assert.Equal(10 * Math.Pow(norm - 1, 2), gan.Report().Penalty, 1e-4);
        AssertGradient(gan.Discriminator, fakes.mean([0]) - reals.mean([0]) + (w * (20 * (norm - 1) / norm)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void R1OfALinearCritic_IsHalfGammaTimesItsSquaredWeight(int count)
    {
        using var gan = new Linear.WithR1.Torch(1, CPU);
        using var data = new StepData(1, count, 4, [3]);
        var (reals, latents, generatorLatents, _) = data.Steps[0];
        var (w, norm) = SetWeight(gan.Discriminator, 1, -2, 3);
        var fakes = gan.Generator.Apply(latents, Pass.TrainFrozen);

        gan.Step(new(reals), new(latents), new(generatorLatents));

        Assert.Equal(5 * norm * norm, gan.Report().Penalty, 1e-4);
        AssertGradient(gan.Discriminator, fakes.mean([0]) - reals.mean([0]) + (w * 10));
    }

    [Fact]
    public void TheNorm_IsThatOfEachSample_NotOfTheBatch()
    {
        using var gan = new RegularizedPictures.WganGp.Torch(1, CPU);
        using var data = new StepData(1, 8, 16, [1, 28, 28]);
        var (reals, latents, generatorLatents, interpolation) = data.Steps[0];
        gan.Discriminator.Flat.mul_(3);
        var fakes = gan.Generator.Apply(latents, Pass.TrainFrozen);
        var shares = interpolation.view(-1, 1, 1, 1);
        var mixed = (shares * reals) + ((1 - shares) * fakes);
        var norms = Enumerable.Range(0, 8).Select(sample => GradientNorm(gan.Discriminator, mixed.narrow(0, sample, 1))).ToList();

        gan.Step(new(reals), new(latents), new(generatorLatents), new(interpolation));

        var ofEach = 10 * norms.Average(norm => Math.Pow(norm - 1, 2));
        var ofTheBatch = 10 * Math.Pow(Math.Sqrt(norms.Sum(norm => norm * norm)) - 1, 2);
        Assert.Equal(ofEach, gan.Report().Penalty, ofEach * 1e-4);
        Assert.True(Math.Abs(ofTheBatch - ofEach) > 0.1 * ofEach, $"The batch's norm, {ofTheBatch}, would not be told from {ofEach}.");
    }

    [Fact]
    public void R1_LooksAtTheReals_EachForItself()
    {
        using var gan = new RegularizedPoints.WithR1.Torch(1, CPU);
        using var data = new StepData(1, 9, 8, [2]);
        var (reals, latents, generatorLatents, _) = data.Steps[0];
        var squares = Enumerable.Range(0, 9).Select(sample => Math.Pow(GradientNorm(gan.Discriminator, reals.narrow(0, sample, 1)), 2)).ToList();

        gan.Step(new(reals), new(latents), new(generatorLatents));

        Assert.Equal(5 * squares.Average(), gan.Report().Penalty, 1e-6);
    }

    [Fact]
    public void AFlatD_IsPenalisedByTheTarget_AndItsParametersStayFinite()
    {
        using var gan = new RegularizedPoints.WganGp.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        gan.Discriminator.Flat.fill_(0);

        gan.Step(new Batch<S2>(data.Steps[0].Reals));

        Assert.Equal(10, gan.Report().Penalty, 1e-4);
        Assert.True(gan.Discriminator.FlatGradient.isfinite().all().ToBoolean());
        Assert.True(gan.Discriminator.Flat.isfinite().all().ToBoolean());
    }

    [Fact]
    public void DsLoss_HasThePenaltiesOfAllRegularisersInIt()
    {
        using var gan = new RegularizedPoints.WithBoth.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);

        gan.Step(new Batch<S2>(data.Steps[0].Reals));
        var report = gan.Report();

        Assert.True(report.Penalty > 0);
        Assert.Equal(report.Penalty - report.Value, report.DiscriminatorLoss, 1e-9);
    }

    [Fact]
    public void WithoutARegulariser_ThereIsNoPenalty()
    {
        using var gan = new SmoothPoints.K1Fresh.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);

        gan.Step(new Batch<S2>(data.Steps[0].Reals));

        Assert.True(double.IsNaN(gan.Report().Penalty));
        Assert.Equal(-gan.Report().Value, gan.Report().DiscriminatorLoss, 1e-9);
    }

    [Fact]
    public void AWassersteinStep_ReportsTheDifferenceOfTheScores()
    {
        using var gan = new Linear.WganGp.Torch(1, CPU);
        using var data = new StepData(1, 16, 4, [3]);
        var (reals, latents, generatorLatents, interpolation) = data.Steps[0];
        var onReals = gan.Discriminator.Apply(reals, Pass.TrainFrozen).mean().item<float>();
        var onFakes = gan.Discriminator.Apply(gan.Generator.Apply(latents, Pass.TrainFrozen), Pass.TrainFrozen).mean().item<float>();

        gan.Step(new(reals), new(latents), new(generatorLatents), new(interpolation));
        var report = gan.Report();

        Assert.Equal(onReals - onFakes, report.Penalty - report.DiscriminatorLoss, 1e-5);
    }

    [Fact]
    public void DropoutInD_IsDifferentiatedAsItDropped_AndTrains()
    {
        using var gan = new RegularizedPoints.Dropping.Torch(1, CPU);
        using var data = new StepData(1, 20, 8, [2]);
        using var before = gan.Discriminator.Flat.clone();
        for (var step = 0; step < 20; step++)
        {
            gan.Step(new Batch<S2>(data.Steps[0].Reals));
            Assert.True(gan.Report().Penalty is > 0 and < 1e3);
        }

        Assert.True(gan.Discriminator.Flat.isfinite().all().ToBoolean());
        Assert.False(gan.Discriminator.Flat.equal(before).all().ToBoolean());
    }

    [Fact]
    public void AStep_DrawsItsSharesFromTheGamesStream_BehindTheLatents()
    {
        using var drawing = new RegularizedPoints.WganGp.Torch(9, CPU);
        using var given = new RegularizedPoints.WganGp.Torch(9, CPU);
        using var random = new TorchRandom(9, CPU);
        using var generator = new SmoothPoints.Generator.Torch(random);
        using var discriminator = new SmoothPoints.Discriminator.Torch(random);
        using var reals = new Batch<S2>(Values.Normal(16, 2));
        for (var step = 0; step < 2; step++)
        {
            drawing.Step(reals);
            var latents = new Batch<S8>(random.Normal([16, 8]));
            var generatorLatents = step == 1 ? new Batch<S8>(random.Normal([16, 8])) : default;
            given.Step(reals, latents, generatorLatents, new(random.Uniform([16, 1])));
        }

        Assert.True(given.Discriminator.Flat.equal(drawing.Discriminator.Flat).all().ToBoolean());
        Assert.True(given.Generator.Flat.equal(drawing.Generator.Flat).all().ToBoolean());
    }

    [Fact]
    public void AnotherCountOfShares_IsRefused()
    {
        using var gan = new RegularizedPoints.Reused.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);

        var error = Assert.Throws<ArgumentException>(() => gan.Step(reals, latents, new Batch<S1>(zeros(3, 1))));

        Assert.StartsWith("There are 4 reals and 3 shares; a step takes as many of both.", error.Message, StringComparison.Ordinal);
        Assert.Equal("interpolation", error.ParamName);
        Assert.Equal(0, gan.Steps);
    }

    private static (Tensor Weight, double Norm) SetWeight(TorchNetwork discriminator, params float[] values)
    {
        var weight = discriminator.NamedParameters.Single(parameter => parameter.Name == "0.weight").Value;
        weight.copy_(tensor(values, [1, 3]));
        return (weight, Math.Sqrt(values.Sum(value => (double)value * value)));
    }

    private static void AssertGradient(TorchNetwork discriminator, Tensor expected) =>
        Values.AssertClose(expected.view(1, 3), discriminator.NamedGradients.Single(gradient => gradient.Name == "0.weight").Value, Tolerance, "the weight's gradient");

    private static double GradientNorm(TorchNetwork discriminator, Tensor sample)
    {
        using var scope = NewDisposeScope();
        var point = sample.detach().requires_grad_();
        var logit = discriminator.Apply(point, Pass.TrainFrozen);
        return autograd.grad([logit], [point], [ones_like(logit)])[0].norm().item<float>();
    }
}
