using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// G's gradient is made from D's, whatever D thinks of the fakes: also where D is so sure that its own slope is 0. Ten steps are in
/// <see cref="StepParityTests"/>.
/// </summary>
[Trait("Category", "Parity")]
public class SimultaneousTests
{
    private const double Tolerance = 1e-5;

    /// <summary>D's slope on a fake is σ(ℓ): below −34.5 it is smaller than what it is kept above, below −104 it is 0 in float32.</summary>
    [Theory]
    [InlineData(-10_000)]
    [InlineData(-200)]
    [InlineData(-100)]
    [InlineData(-60)]
    [InlineData(-34.5)]
    [InlineData(-20)]
    [InlineData(0)]
    [InlineData(20)]
    public void GsGradient_IsThatOfItsOwnSeed_HoweverSureDIs(double logit)
    {
        using var gan = new SimultaneousPoints.Still.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        using var scope = NewDisposeScope();
        var (reals, latents, _, _, _) = data.Steps[0];
        gan.Discriminator.NamedParameters.Single(parameter => parameter.Name == "4.bias").Value.fill_((float)logit);
        var fakes = gan.Generator.Apply(latents, ForwardMode.Train);
        var logits = gan.Discriminator.Apply(fakes, ForwardMode.TrainFrozen);
        gan.Generator.ZeroGradients();
        logits.backward([logits.detach().neg().sigmoid().neg() / 16]);
        var expected = gan.Generator.FlatGradient.clone();

        gan.Step(new(reals), new(latents));

        Values.AssertClose(expected, gan.Generator.FlatGradient, Tolerance, "G's gradient");
    }

    [Theory]
    [InlineData(-200)]
    [InlineData(-40)]
    [InlineData(3)]
    public void DsGradient_IsThatOfItsLoss(double logit)
    {
        using var gan = new SimultaneousPoints.Still.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        using var scope = NewDisposeScope();
        var (reals, latents, _, _, _) = data.Steps[0];
        gan.Discriminator.NamedParameters.Single(parameter => parameter.Name == "4.bias").Value.fill_((float)logit);
        var fakes = gan.Generator.Apply(latents, ForwardMode.TrainFrozen);
        gan.Discriminator.ZeroGradients();
        var onReals = gan.Discriminator.Apply(reals, ForwardMode.Train);
        onReals.backward([onReals.detach().neg().sigmoid().neg() / 16]);
        var onFakes = gan.Discriminator.Apply(fakes, ForwardMode.Train);
        onFakes.backward([onFakes.detach().sigmoid() / 16]);
        var expected = gan.Discriminator.FlatGradient.clone();

        gan.Step(new(reals), new(latents));

        Values.AssertClose(expected, gan.Discriminator.FlatGradient, Tolerance, "D's gradient");
    }

    [Fact]
    public void AStep_ReportsBothPlayersFromItsOnePass()
    {
        using var gan = new SimultaneousPoints.Still.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        using var scope = NewDisposeScope();
        var (reals, latents, _, _, _) = data.Steps[0];
        var onFakes = gan.Discriminator.Apply(gan.Generator.Apply(latents, ForwardMode.TrainFrozen), ForwardMode.TrainFrozen);

        gan.Step(new(reals), new(latents));
        var report = gan.Report();

        Assert.Equal(1, report.Step);
        Assert.Equal(nn.functional.softplus(-onFakes).mean().item<float>(), report.GeneratorLoss, 1e-5);
        Assert.Equal(onFakes.sigmoid().mean().item<float>(), report.MeanOnFakes, 1e-5);
        Assert.True(report.GeneratorGradientNorm > 0 && report.DiscriminatorGradientNorm > 0);
    }
}
