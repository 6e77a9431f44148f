using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>
/// Gradients through W / uᵀWv, u and v constants, against central differences in float64. In eval mode u and v stay when W is moved a little, as reverse mode
/// takes them.
/// </summary>
public class SpectralNormTests
{
    [Theory]
    [InlineData("3", "[Dense(4), SpectralNorm, Tanh, Dense(1)]")]
    [InlineData("2, 3, 3", "[SpectralNorm, Conv2d(3, kernel: 2), Tanh, ConvTranspose2d(2, kernel: 2), Tanh, Flatten, Dense(1)]")]
    [InlineData("4, 3, 3", "[Conv2d(4, kernel: 2, groups: 2), SpectralNorm, Tanh, ConvTranspose2d(4, kernel: 2, groups: 2), SpectralNorm, Flatten, Dense(1)]")]
    [InlineData("2, 3, 3", "[SpectralNorm, SelfAttention2d(1, 2, pool: 1), Tanh, Flatten, Dense(1)]")]
    public void Gradient_AgreesWithCentralDifferences(string shape, string layers)
    {
        var network = Declared.Discriminator(shape, layers);
        var builder = new ProgramBuilder();
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var logits = NetworkLowering.Apply(builder, network, 1, 0, training: false, "d", x);

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 3), [logits], [x, .. Declared.Parameters(builder)]);
    }

    [Fact]
    public void OfANetwork_ReachesTheLayersOfItsBlocks_AndBehindALayerThatLayerOnly()
    {
        const string Block = """
            [Block, Dense(Width.Out), Tanh]
            public sealed class Hidden;

            [Block, Use<Hidden>(Width.Out), Dense(Width.Out), Tanh]
            public sealed class Two;
            """;

        Assert.Equal(
            ["0.0.0.weight_orig", "0.0.0.bias", "0.1.weight_orig", "0.1.bias", "1.weight_orig", "1.bias"],
            Names("[Discriminator(3), SpectralNorm, Use<Two>(4), Dense(1)]"));
        Assert.Equal(
            ["0.0.0.weight", "0.0.0.bias", "0.1.weight", "0.1.bias", "1.weight_orig", "1.bias"],
            Names("[Discriminator(3), Use<Two>(4), Dense(1), SpectralNorm]"));

        static IEnumerable<string> Names(string attributes)
        {
            var type = GanCompilation.Create($"{attributes}\npublic sealed partial class D;\n{Block}").GetTypeByMetadataName("D")!;
            var network = NetworkCheck.Check(NetworkReader.Read(type, CancellationToken.None)!).Network!;
            return network.Layers.SelectMany(layer => layer.Parameters.Select(placed => $"{layer.Place.Name}.{placed.Parameter.Name}"));
        }
    }
}
