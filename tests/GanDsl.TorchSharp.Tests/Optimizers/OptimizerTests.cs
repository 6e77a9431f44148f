using GanDsl.Optimizers;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Optimizers;

/// <summary>The one pass over the flat buffers against torch.optim's own classes over the parameters, on given gradients.</summary>
[Trait("Category", "Parity")]
public class OptimizerTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Games => [.. OptimizerOracle.Of.Keys];

    [Theory]
    [MemberData(nameof(Games))]
    public void TwentyUpdates_AreThoseOfTorchOptim(string name)
    {
        using var game = OptimizerPlay.Of(name);
        AssertUpdates(game.Generator, game.GeneratorOptimizer, OptimizerOracle.Of[name][0], $"{name}, G");
        AssertUpdates(game.Discriminator, game.DiscriminatorOptimizer, OptimizerOracle.Of[name][1], $"{name}, D");
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void AnOptimiserThatTakesOverAnothersState_GoesOnAsIt(string name)
    {
        using var first = OptimizerPlay.Of(name);
        using var second = OptimizerPlay.Of(name);
        using var scope = NewDisposeScope();
        var random = new TorchSharp.torch.Generator(11);
        for (var update = 1; update <= 6; update++)
        {
            foreach (var (_, gradient) in first.Discriminator.NamedGradients) gradient.copy_(randn(gradient.shape, generator: random));
            if (update == 4)
            {
                second.Discriminator.Load(first.Discriminator.State());
                second.DiscriminatorOptimizer.Load(first.DiscriminatorOptimizer.State());
                Assert.Equal(3, second.DiscriminatorOptimizer.Updates);
            }

            second.Discriminator.FlatGradient.copy_(first.Discriminator.FlatGradient);
            first.DiscriminatorOptimizer.Step();
            if (update >= 4) second.DiscriminatorOptimizer.Step();
        }

        Assert.Equal(0, (first.Discriminator.Flat - second.Discriminator.Flat).abs().max().item<float>());
    }

    [Fact]
    public void State_IsNamedByParameterAndSlot()
    {
        using var game = new AmsgradGame.Torch(seed: 1, CPU);
        Assert.Equal(
            ["step", "0.weight.exp_avg", "0.bias.exp_avg", "2.weight.exp_avg", "2.bias.exp_avg"],
            game.DiscriminatorOptimizer.State().Take(5).Select(tensor => tensor.Name));
        Assert.Equal("2.bias.max_exp_avg_sq", game.DiscriminatorOptimizer.State()[^1].Name);
        var foreign = Assert.Throws<ArgumentException>(() => game.GeneratorOptimizer.Load(game.DiscriminatorOptimizer.State()));
        Assert.Contains("unknown 0.weight.max_exp_avg_sq", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheGapsBetweenParameters_StayZero()
    {
        using var game = new AmsgradGame.Torch(seed: 1, CPU);
        using var scope = NewDisposeScope();
        var network = game.Discriminator;
        foreach (var (_, gradient) in network.NamedGradients) gradient.fill_(1);
        for (var step = 0; step < 3; step++) game.DiscriminatorOptimizer.Step();

        var parameters = network.NamedParameters.Sum(parameter => parameter.Value.square().sum().item<float>());
        Assert.Equal(parameters, network.Flat.square().sum().item<float>(), parameters * 1e-6);
    }

    private static void AssertUpdates(TorchNetwork network, FlatOptimizer optimizer, Oracle create, string what)
    {
        using var scope = NewDisposeScope();
        using var oracle = new OptimizerOracle(create, network.NamedParameters);
        var random = new TorchSharp.torch.Generator(11);
        for (var step = 0; step < 20; step++)
        {
            // Sizes that change from step to step: the largest second moment must not be the last.
            foreach (var (_, gradient) in network.NamedGradients) gradient.copy_(randn(gradient.shape, generator: random) * (1 + (step % 7)));
            oracle.Step(network.NamedGradients.ToDictionary(gradient => gradient.Name, gradient => gradient.Value));
            optimizer.Step();

            var actual = cat([.. network.NamedParameters.Select(parameter => parameter.Value.flatten())]);
            var distance = Values.RelativeDistance(oracle.Vector(), actual);
            Assert.True(distance <= Tolerance, $"{what}, update {step + 1}: {distance:E2} away from torch.optim");
        }
    }
}
