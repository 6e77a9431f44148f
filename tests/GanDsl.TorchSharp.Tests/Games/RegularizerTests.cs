using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// R1 and the gradient penalty where their values are known, and where others compute them wrongly. Ten steps of both are in <see cref="StepParityTests"/>.
/// </summary>
[Trait("Category", "Parity")]
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
        var (reals, latents, generatorLatents, interpolation, _) = data.Steps[0];
        var (w, norm) = SetWeight(gan.Discriminator, 1, -2, 3);
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);

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
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        var (w, norm) = SetWeight(gan.Discriminator, 1, -2, 3);
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);

        gan.Step(new(reals), new(latents), new(generatorLatents));

        Assert.Equal(5 * norm * norm, gan.Report().Penalty, 1e-4);
        AssertGradient(gan.Discriminator, fakes.mean([0]) - reals.mean([0]) + (w * 10));
    }

    /// <summary>Whose gradient is (1, −2, 3) everywhere: wherever a regulariser looks, its value and its gradient by w are known.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void OfALinearCritic_EveryPenaltyIsThatOfItsWeight_WhateverTheBatch(int count)
    {
        using var data = new StepData(1, count, 4, [3]);
        var (reals, latents, generatorLatents, interpolation, perturbation) = data.Steps[0];
        using var r2 = new Linear.WithR2.Torch(1, CPU);
        Assert(r2, r2.Discriminator, r2.Generator, () => r2.Step(new(reals), new(latents), new(generatorLatents)), norm => (3 * norm * norm, 6 * norm));
        using var oneSided = new Linear.OneSided.Torch(1, CPU);
        Assert(
            oneSided,
            oneSided.Discriminator,
            oneSided.Generator,
            () => oneSided.Step(new(reals), new(latents), new(generatorLatents), new(interpolation)),
            norm => (10 * Math.Pow(norm - 2.5, 2), 20 * (norm - 2.5)));
        using var dragan = new Linear.WithDragan.Torch(1, CPU);
        Assert(
            dragan,
            dragan.Discriminator,
            dragan.Generator,
            () => dragan.Step(new(reals), new(latents), new(generatorLatents), new(perturbation)),
            norm => (3 * Math.Pow(norm - 1.5, 2), 6 * (norm - 1.5)));

        void Assert(IGan gan, TorchNetwork discriminator, TorchNetwork generator, Action step, Func<double, (double Penalty, double Slope)> expected)
        {
            var (w, norm) = SetWeight(discriminator, 1, -2, 3);
            var fakes = generator.Apply(latents, ForwardMode.TrainFrozen);
            step();
            var (penalty, slope) = expected(norm);
            Xunit.Assert.Equal(penalty, gan.Report().Penalty, 1e-4);
            AssertGradient(discriminator, fakes.mean([0]) - reals.mean([0]) + (w * (slope / norm)));
        }
    }

    [Fact]
    public void ALazyRegulariser_LooksInTheFirstCall_AndInEveryNth_NTimesAsStrong()
    {
        using var gan = new Linear.Lazy.Torch(1, CPU);
        using var data = new StepData(7, 5, 4, [3]);
        var (w, norm) = SetWeight(gan.Discriminator, 1, -2, 3);
        foreach (var (reals, latents, generatorLatents, _, _) in data.Steps)
        {
            var looks = gan.Steps % 3 == 0;
            var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);
            gan.Step(new(reals), new(latents), new(generatorLatents));

            var plain = fakes.mean([0]) - reals.mean([0]);
            AssertGradient(gan.Discriminator, looks ? plain + (w * 30) : plain);
            var report = gan.Report();
            Assert.Equal(looks ? 15 * norm * norm : 0, report.Penalty, 1e-3);
            Assert.Equal(("R1", 3), (report.Penalties.Single().Name, report.Penalties.Single().Every));
            Assert.Equal(5 * norm * norm, report.Penalties.Single().Value, 1e-4);
        }
    }

    [Fact]
    public void OneSided_ASlopeBelowTheTarget_IsNotPenalised()
    {
        using var gan = new Linear.OneSided.Torch(1, CPU);
        using var data = new StepData(1, 7, 4, [3]);
        var (reals, latents, generatorLatents, interpolation, _) = data.Steps[0];
        SetWeight(gan.Discriminator, 1, -2, 0.5f);
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);

        gan.Step(new(reals), new(latents), new(generatorLatents), new(interpolation));

        Assert.Equal(0, gan.Report().Penalty);
        AssertGradient(gan.Discriminator, fakes.mean([0]) - reals.mean([0]));
    }

    [Fact]
    public void Dragan_LooksAtTheRealsPlusNoise_AsWideAsTheBatch()
    {
        using var gan = new RegularizedPoints.WithDragan.Torch(1, CPU);
        using var data = new StepData(1, 9, 8, [2]);
        var (reals, latents, generatorLatents, _, perturbation) = data.Steps[0];
        var values = reals.data<float>().ToArray();
        var sigma = Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));
        var near = reals + (0.75 * sigma * perturbation);
        var norms = Enumerable.Range(0, 9).Select(sample => GradientNorm(gan.Discriminator, near.narrow(0, sample, 1))).ToList();

        gan.Step(new(reals), new(latents), new(generatorLatents), new(perturbation));

        Assert.Equal(4 * norms.Average(norm => Math.Pow(norm - 0.5, 2)), gan.Report().Penalty, 1e-6);
    }

    [Fact]
    public void R2_LooksAtTheFakes_EachForItself()
    {
        using var gan = new RegularizedPoints.WithR2.Torch(1, CPU);
        using var data = new StepData(1, 9, 8, [2]);
        var (reals, latents, _, _, _) = data.Steps[0];
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);
        var squares = Enumerable.Range(0, 9).Select(sample => Math.Pow(GradientNorm(gan.Discriminator, fakes.narrow(0, sample, 1)), 2)).ToList();

        gan.Step(new(reals), new(latents));

        Assert.Equal(5 * squares.Average(), gan.Report().Penalty, 1e-6);
    }

    [Fact]
    public void TheReport_NamesEveryPenalty_AndTheirSum()
    {
        using var gan = new RegularizedPoints.WithAll.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);

        gan.Step(new Batch<S2>(data.Steps[0].Reals));
        var report = gan.Report();

        Assert.Equal(["Dragan", "GradientPenalty", "R2", "R1"], report.Penalties.Select(penalty => penalty.Name));
        Assert.All(report.Penalties, penalty => Assert.True(penalty.Value > 0));
        Assert.Equal(report.Penalties.Sum(penalty => penalty.Value), report.Penalty, 1e-9);
    }

    [Fact]
    public void TheNorm_IsThatOfEachSample_NotOfTheBatch()
    {
        using var gan = new RegularizedPictures.WganGp.Torch(1, CPU);
        using var data = new StepData(1, 8, 16, [1, 28, 28]);
        var (reals, latents, generatorLatents, interpolation, _) = data.Steps[0];
        gan.Discriminator.Flat.mul_(3);
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);
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
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
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
        var (reals, latents, generatorLatents, interpolation, _) = data.Steps[0];
        var onReals = gan.Discriminator.Apply(reals, ForwardMode.TrainFrozen).mean().item<float>();
        var onFakes = gan.Discriminator.Apply(gan.Generator.Apply(latents, ForwardMode.TrainFrozen), ForwardMode.TrainFrozen).mean().item<float>();

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

    [Fact]
    public void AnotherCountOfPerturbations_IsRefused()
    {
        using var gan = new RegularizedPoints.WithDragan.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);

        var error = Assert.Throws<ArgumentException>(() => gan.Step(reals, latents, latents, new Batch<S2>(zeros(3, 2))));

        Assert.StartsWith("There are 4 reals and 3 perturbations; a step takes as many of both.", error.Message, StringComparison.Ordinal);
        Assert.Equal("perturbation", error.ParamName);
        Assert.Equal(0, gan.Steps);
    }

    private static (Tensor Weight, double Norm) SetWeight(TorchNetwork discriminator, params float[] values)
    {
        var weight = discriminator.NamedParameters.Single(parameter => parameter.Name == "0.weight").Value;
        weight.copy_(tensor(values, [1, 3]));
        return (weight, Math.Sqrt(values.Sum(value => (double)value * value)));
    }

    private static void AssertGradient(TorchNetwork discriminator, Tensor expected) =>
        Values.AssertClose(
            expected.view(1, 3), discriminator.NamedGradients.Single(gradient => gradient.Name == "0.weight").Value, Tolerance, "the weight's gradient");

    private static double GradientNorm(TorchNetwork discriminator, Tensor sample)
    {
        using var scope = NewDisposeScope();
        var point = sample.detach().requires_grad_();
        var logit = discriminator.Apply(point, ForwardMode.TrainFrozen);
        return autograd.grad([logit], [point], [ones_like(logit)])[0].norm().item<float>();
    }
}
