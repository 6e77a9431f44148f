using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What LeCam reports, remembers and takes over. Ten steps are in <see cref="StepParityTests"/>.</summary>
public class LeCamTests
{
    [Fact]
    public void InTheFirstUpdate_TheMeansAreTheBatchsOwn_AndThePenaltyIsReportedByName()
    {
        using var gan = new RegularizedPoints.WithLeCam.Torch(1, CPU);
        using var data = new StepData(1, 16, 8, [2]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        var onReals = Logits(gan, reals);
        var onFakes = Logits(gan, gan.Generator.Apply(latents, ForwardMode.TrainFrozen));

        gan.Step(new(reals), new(latents), new(generatorLatents));
        var report = gan.Report();

        var expected = 2 * (onReals.Average(logit => Square(logit - onFakes.Average())) + onFakes.Average(logit => Square(onReals.Average() - logit)));
        Assert.True(expected > 0);
        Assert.Equal(("LeCam", 1), (report.Penalties.Single().Name, report.Penalties.Single().Every));
        Assert.Equal(expected, report.Penalty, 1e-6);
        Assert.Equal(report.Penalty - report.Value, report.DiscriminatorLoss, 1e-9);

        static double Square(double x) => x > 0 ? x * x : 0;
    }

    [Fact]
    public void WhatIsRemembered_IsInTheStateOfDsOptimiser_AndOfNoOther()
    {
        using var gan = new RegularizedPoints.WithLeCam.Torch(1, CPU);
        using var data = new StepData(2, 16, 8, [2]);
        var (ofReals, ofFakes, weight) = (0.0, 0.0, 0.0);
        foreach (var (reals, latents, generatorLatents, _, _) in data.Steps)
        {
            ofReals = (0.7 * ofReals) + (0.3 * Logits(gan, reals).Average());
            ofFakes = (0.7 * ofFakes) + (0.3 * Logits(gan, gan.Generator.Apply(latents, ForwardMode.TrainFrozen)).Average());
            weight = (0.7 * weight) + 0.3;
            gan.Step(new(reals), new(latents), new(generatorLatents));
        }

        var state = gan.DiscriminatorOptimizer.State().Where(tensor => tensor.Name.StartsWith("logits.", StringComparison.Ordinal))
            .ToDictionary(tensor => tensor.Name, Number);
        Assert.Equal(["logits.reals", "logits.fakes", "logits.weight"], state.Keys);
        Assert.Equal(ofReals, state["logits.reals"], 1e-6);
        Assert.Equal(ofFakes, state["logits.fakes"], 1e-6);
        Assert.Equal(weight, state["logits.weight"], 1e-6);
        Assert.DoesNotContain(gan.GeneratorOptimizer.State(), tensor => tensor.Name.StartsWith("logits.", StringComparison.Ordinal));
        using var plain = new SmoothPoints.K1Fresh.Torch(1, CPU);
        Assert.DoesNotContain(plain.DiscriminatorOptimizer.State(), tensor => tensor.Name.StartsWith("logits.", StringComparison.Ordinal));
    }

    [Fact]
    public void AGameThatTakesOverAnothersState_GoesOnAsIt()
    {
        using var first = new RegularizedPoints.WithLeCam.Torch(1, CPU);
        using var second = new RegularizedPoints.WithLeCam.Torch(2, CPU);
        using var data = new StepData(6, 16, 8, [2]);
        for (var step = 0; step < 6; step++)
        {
            var (reals, latents, generatorLatents, _, _) = data.Steps[step];
            if (step == 3)
            {
                second.Generator.Load(first.Generator.State());
                second.Discriminator.Load(first.Discriminator.State());
                second.GeneratorOptimizer.Load(first.GeneratorOptimizer.State());
                second.DiscriminatorOptimizer.Load(first.DiscriminatorOptimizer.State());
            }

            first.Step(new(reals), new(latents), new(generatorLatents));
            if (step < 3) continue;
            second.Step(new(reals), new(latents), new(generatorLatents));
            Assert.Equal(first.Report().Penalty, second.Report().Penalty);
        }

        Assert.True(first.Discriminator.Flat.equal(second.Discriminator.Flat).all().ToBoolean());
    }

    [Fact]
    public void AStateWithoutTheMeans_IsRefused()
    {
        using var gan = new RegularizedPoints.WithLeCam.Torch(1, CPU);
        using var plain = new SmoothPoints.K1Fresh.Torch(1, CPU);
        var error = Assert.Throws<ArgumentException>(() => gan.DiscriminatorOptimizer.Load(plain.DiscriminatorOptimizer.State()));
        Assert.Contains("missing logits.reals, logits.fakes, logits.weight", error.Message, StringComparison.Ordinal);
    }

    private static double Number(NamedTensor tensor) => ((TensorValues.Float32)tensor.Values).Elements.Single();

    private static double[] Logits(RegularizedPoints.WithLeCam.Torch gan, Tensor samples) =>
        [.. gan.Discriminator.Apply(samples, ForwardMode.TrainFrozen).data<float>().ToArray().Select(logit => (double)logit)];
}
