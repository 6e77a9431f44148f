using GanDsl.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The one pass over the flat buffers against torch.optim.Adam over the parameters, on given gradients.</summary>
public class FlatAdamTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(1e-3, 0.9, 0.999, 1e-8, 0, false)]
    [InlineData(2e-4, 0.5, 0.999, 1e-8, 0, false)]
    [InlineData(1e-2, 0, 0.9, 1e-3, 0, false)]
    [InlineData(1e-3, 0.9, 0.999, 1e-8, 0.1, false)]
    [InlineData(1e-3, 0.9, 0.5, 1e-8, 0, true)]
    [InlineData(1e-3, 0.9, 0.5, 1e-8, 0.1, true)]
    public void TwentySteps_AreThoseOfTorchOptimAdam(double lr, double beta1, double beta2, double eps, double weightDecay, bool amsgrad)
    {
        using var network = new Points.Discriminator.Torch(3, CPU);
        using var flat = new FlatAdam(network, lr, beta1, beta2, eps, weightDecay, amsgrad);
        using var scope = NewDisposeScope();
        var oracles = network.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => new Parameter(parameter.Value.clone()));
        using var oracle = optim.Adam(oracles.Values, lr, beta1, beta2, eps, weightDecay, amsgrad);

        var random = new TorchSharp.torch.Generator(11);
        for (var step = 0; step < 20; step++)
        {
            foreach (var (name, gradient) in network.NamedGradients)
            {
                // Sizes that change from step to step: the largest second moment must not be the last.
                gradient.copy_(randn(gradient.shape, generator: random) * (1 + (step % 7)));
                oracles[name].grad = gradient.clone();
            }

            flat.Step();
            oracle.step();
            using var untracked = no_grad();

            // All parameters as one vector, as the flat buffer has them: D's last bias is one number, and 20 steps of 0.01 carry it
            // through 0, where a distance relative to it alone says nothing.
            var expected = cat([.. network.NamedParameters.Select(parameter => oracles[parameter.Name].flatten())]);
            var actual = cat([.. network.NamedParameters.Select(parameter => parameter.Value.flatten())]);
            Assert.InRange(Values.RelativeDistance(expected, actual), 0, Tolerance);
        }
    }

    [Fact]
    public void TheGapsBetweenParameters_StayZero()
    {
        using var network = new Points.Discriminator.Torch(3, CPU);
        using var flat = new FlatAdam(network, lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0.1, amsgrad: true);
        using var scope = NewDisposeScope();
        foreach (var (_, gradient) in network.NamedGradients) gradient.fill_(1);
        for (var step = 0; step < 3; step++) flat.Step();

        var parameters = network.NamedParameters.Sum(parameter => parameter.Value.square().sum().item<float>());
        Assert.Equal(parameters, network.Flat.square().sum().item<float>(), parameters * 1e-6);
    }
}
