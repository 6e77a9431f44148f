using GanDsl.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Discriminator(2, 9, 8)]
[Conv2d(20, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(12, kernel: 1), ReLU]
[Conv2d(24, kernel: 3, padding: 1, groups: 4, bias: false), LeakyReLU(0.1)]
[ConvTranspose2d(6, kernel: 4, stride: 2, padding: 1), ReLU]
[Flatten, Dense(5), LeakyReLU(0.2), Dense(1)]
internal sealed partial class KinkedPictures;

[Discriminator(3)]
[Dense(16), ReLU, Dense(16, bias: false), LeakyReLU(0.3), Dense(1)]
internal sealed partial class KinkedPoints;

[Discriminator(3)]
[Dense(16), Tanh, Dense(1)]
internal sealed partial class SmoothDiscriminator;

/// <summary>
/// D's slope at samples, written out, and a penalty's gradients through it, against autograd twice over libtorch's modules in float64: 1e-5 relative to the
/// largest element.
/// </summary>
[Trait("Category", "Parity")]
public class SlopeOfDiscriminatorTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void OfPictures(int count) => AssertAgrees(
        () => new KinkedPictures.Torch(1, CPU),
        () => Sequential(
            Conv2d(2, 20, 4, 2, 1), LeakyReLU(0.2), Conv2d(20, 12, 1), ReLU(), Conv2d(12, 24, 3, padding: 1, groups: 4, bias: false), LeakyReLU(0.1),
            ConvTranspose2d(24, 6, 4, 2, 1), ReLU(), Flatten(), Linear(384, 5), LeakyReLU(0.2), Linear(5, 1)),
        count,
        2,
        9,
        8);

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void OfPoints(int count) => AssertAgrees(
        () => new KinkedPoints.Torch(1, CPU),
        () => Sequential(Linear(3, 16), ReLU(), Linear(16, 16, hasBias: false), LeakyReLU(0.3), Linear(16, 1)),
        count,
        3);

    [Fact]
    public void WhereSlopesAreNoConstants_ItIsRefused()
    {
        using var network = new SmoothDiscriminator.Torch(1, CPU);
        using var samples = zeros(2, 3);
        var error = Assert.Throws<InvalidOperationException>(() => network.GradientAtInput(network.ForwardSaving(samples)));
        Assert.Contains("layers that are not piecewise linear", error.Message, StringComparison.Ordinal);
    }

    private static void AssertAgrees(Func<TorchNetwork> create, Func<Module<Tensor, Tensor>> modules, params long[] shape)
    {
        using var scope = NewDisposeScope();
        using var network = create();
        using var oracle = modules();
        LayerParityTests.TakeOver(oracle, network);
        var samples = Values.Normal(shape);
        var points = samples.to(ScalarType.Float64).requires_grad_();
        var expected = autograd.grad([oracle.forward(points).sum()], [points], create_graph: true, retain_graph: true)[0];

        network.FlatGradient.zero_();
        var actual = network.GradientAtInput(network.ForwardSaving(samples));
        Values.AssertClose(expected, actual, Tolerance, "slope");

        Penalty(expected).backward();
        Penalty(actual).backward();
        var gradients = network.NamedGradients.ToDictionary(gradient => gradient.Name, gradient => gradient.Value);
        foreach (var (parameter, value) in oracle.named_parameters())
        {
            // A bias shifts no slope.
            if (parameter.EndsWith("bias", StringComparison.Ordinal)) Assert.Equal(0, gradients[parameter].abs().max().item<float>());
            else Values.AssertClose(value.grad!, gradients[parameter], Tolerance, $"gradient of {parameter}");
        }
    }

    private static Tensor Penalty(Tensor slope) => (slope.flatten(1).square().sum(1).sqrt() - 1).square().mean();
}
