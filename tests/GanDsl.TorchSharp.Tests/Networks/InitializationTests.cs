using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Networks;

[Generator(latent: 20)]
[Dense(2 * 3 * 3), BatchNorm, ReLU, Reshape(2, 3, 3)]
[ConvTranspose2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(3, kernel: 3, groups: 1), Tanh]
internal sealed partial class InitializedByDefault;

[Generator(latent: 200)]
[Initialize(0.02, mean: 0.5)]
[Dense(2 * 50), BatchNorm, Reshape(100, 1, 1)]
[ConvTranspose2d(50, kernel: 4)]
internal sealed partial class InitializedNormally;

/// <summary>What the parameters are before the first step.</summary>
public class InitializationTests
{
    [Fact]
    public void EqualSeeds_GiveTheBitsOfTorchManualSeed()
    {
        using var network = new InitializedByDefault.Torch(123, CPU);
        torch.manual_seed(123);
        using var oracle = Sequential(
            Linear(20, 18), BatchNorm1d(18), ReLU(), Unflatten(1, [2, 3, 3]), ConvTranspose2d(2, 4, kernel_size: 4, stride: 2, padding: 1), LeakyReLU(0.2),
            Conv2d(4, 3, 3L), Tanh());

        var parameters = network.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        foreach (var (name, value) in oracle.named_parameters())
        {
            Assert.True(
                value.equal(parameters[name]).all().ToBoolean(), $"{name} differs from libtorch's by {(value - parameters[name]).abs().max().item<float>()}.");
        }
    }

    [Fact]
    public void Initialize_DrawsWeightsFromItsNormal_AndLeavesBiases()
    {
        using var network = new InitializedNormally.Torch(1, CPU);
        var values = network.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

        AssertNormal(values["0.weight"], 0.5, 0.02);
        AssertNormal(values["3.weight"], 0.5, 0.02);
        AssertNormal(values["1.weight"], 1, 0.02, deviations: 6);
        Assert.Equal(0, values["1.bias"].abs().max().item<float>());

        // PyTorch's U(±1/√200) stays: it leaves the band of N(0.5, 0.02²) altogether.
        Assert.InRange(values["0.bias"].abs().max().item<float>(), 0.05, 1 / Math.Sqrt(200));
    }

    private static void AssertNormal(Tensor values, double mean, double std, double deviations = 5)
    {
        var count = values.NumberOfElements;
        Assert.InRange(values.mean().item<float>(), mean - (deviations * std / Math.Sqrt(count)), mean + (deviations * std / Math.Sqrt(count)));
        Assert.InRange(values.std().item<float>(), std * (1 - (deviations / Math.Sqrt(2 * count))), std * (1 + (deviations / Math.Sqrt(2 * count))));
    }
}
