using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 2048)]
[Reshape(2, 32, 32), Noise]
internal sealed partial class NoiseAlone;

/// <summary>Noise is drawn, so it is checked by what it must be.</summary>
[LayersOf(typeof(NoiseAlone))]
public class NoiseTests
{
    [Theory]
    [InlineData(ForwardMode.Train)]
    [InlineData(ForwardMode.Evaluate)]
    public void NoiseIsNormal_TheSameInAllChannels_AnewInEveryPass_AndItsStrengthHasItsGradient(ForwardMode mode)
    {
        using var scope = NewDisposeScope();
        using var network = new NoiseAlone.Torch(1, CPU);
        using var input = Values.Normal(20, 2048);
        Assert.Equal(0, network.NamedParameters.Single().Value.item<float>());
        Assert.True(network.Apply(input, mode).flatten(1).equal(input).all().ToBoolean(), "At strength 0 there is no noise.");

        using (no_grad()) network.NamedParameters.Single().Value.fill_(2);
        var output = network.Apply(input, mode);
        var noise = (output.detach() - input.reshape(20, 2, 32, 32)) / 2;
        Values.AssertClose(noise.narrow(1, 0, 1), noise.narrow(1, 1, 1), 1e-5, "the other channel's noise");
        Assert.False((network.Apply(input, mode).detach() == output.detach()).all().ToBoolean());

        // 20,480 draws: the standard deviation of their mean is 0.007, that of their variance 0.01.
        var drawn = noise.narrow(1, 0, 1).to(ScalarType.Float64);
        Assert.InRange(drawn.mean().item<double>(), -0.035, 0.035);
        Assert.InRange(drawn.var().item<double>(), 0.95, 1.05);

        if (mode == ForwardMode.Evaluate) return;
        using var seed = Values.Normal(output.shape);
        network.ZeroGradients();
        output.backward([seed]);
        Values.AssertClose((seed * noise).sum().reshape(1), network.NamedGradients.Single().Value, 1e-4, "gradient of the strength");
    }
}
