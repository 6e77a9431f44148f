using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Programs.Harness;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Whole networks as they are declared, lowered and differentiated, against central differences.</summary>
public class NetworkGradientTests
{
    private const string SmallDiscriminator = "[Conv2d(2, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2)] [Flatten, Dense(3), Tanh, Dense(1)]";

    [LayerTheory]
    [InlineData("3", "[Dense(4), BatchNorm, LeakyReLU(0.2), Dropout(0.4), Dense(3, bias: false), Sigmoid, Dense(1)]", true)]
    [InlineData("3", "[Dense(4), BatchNorm, LeakyReLU(0.2), Dropout(0.4), Dense(3, bias: false), Sigmoid, Dense(1)]", false)]
    [InlineData("3", "[BatchNorm(affine: false), Dense(2), BatchNorm(trackRunningStats: false), ReLU, Dense(1)]", true)]
    [InlineData("3", "[BatchNorm(affine: false), Dense(2), BatchNorm(trackRunningStats: false), ReLU, Dense(1)]", false)]
    [InlineData(
        "2, 4, 4",
        "[Conv2d(2, kernel: 3, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2), Dropout(0.5)] [Conv2d(2, kernel: 4, stride: 2, "
            + "padding: 1), Tanh, Flatten, Dense(1)]",
        true)]
    [InlineData(
        "2, 4, 4",
        "[Conv2d(2, kernel: 3, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2), Dropout(0.5)] [Conv2d(2, kernel: 4, stride: 2, "
            + "padding: 1), Tanh, Flatten, Dense(1)]",
        false)]
    [InlineData(
        "2, 3, 5",
        "[Conv2d(4, kernel: new[] { 3, 2 }, stride: new[] { 1, 2 }, padding: new[] { 1, 2 }, dilation: new[] { 2, 1 }, groups: 2, "
            + "paddingMode: PaddingMode.Reflect), LeakyReLU(-0.3), Flatten, Dense(1)]",
        true)]
    [InlineData(
        "1, 3, 3",
        "[Conv2d(2, kernel: 3, padding: 2, paddingMode: PaddingMode.Circular), ReLU, Conv2d(1, kernel: 3, padding: 1, "
            + "paddingMode: PaddingMode.Replicate), Flatten, Dense(1)]",
        true)]
    [InlineData(
        "2, 3, 3",
        "[ConvTranspose2d(2, kernel: 3, stride: 3, padding: 1, outputPadding: 2, groups: 2), BatchNorm, Tanh, Conv2d(1, kernel: 3, stride: 3), Flatten]",
        true)]
    [InlineData("4", "[Dense(4), Dropout(1), Dense(1)]", true)]
    [InlineData(
        "2, 3, 4",
        "[Upsample(new[] { 2, 1 }), Conv2d(2, kernel: 3, padding: 1), Tanh, AvgPool2d(2), Upsample(2), Tanh, AvgPool2d(3, stride: 2, "
            + "padding: 1), Flatten, Dense(1)]",
        true)]
    [InlineData("3", "[Dense(4), LayerNorm, SiLU, Dense(3), LayerNorm(1e-3, affine: false), Softplus(2), PReLU, Dense(1)]", true)]
    [InlineData("2, 2, 3", "[LayerNorm, Conv2d(4, kernel: 2), GroupNorm(2), PReLU(perChannel: true), Flatten, Dense(1)]", true)]
    [InlineData("2, 2, 3", "[InstanceNorm(affine: true), Conv2d(4, kernel: 2), GroupNorm(4, affine: false), Softplus(1, 0.5), GlobalAvgPool, Dense(1)]", true)]
    [InlineData(
        "3, 2, 3", "[PixelNorm, Conv2d(2, kernel: 2), Dropout2d(0.4), InstanceNorm(0.1), SiLU, GlobalSumPool, PixelNorm(0.1), GroupNorm(1), Dense(1)]", true)]
    [InlineData(
        "3, 2, 3", "[PixelNorm, Conv2d(2, kernel: 2), Dropout2d(0.4), InstanceNorm(0.1), SiLU, GlobalSumPool, PixelNorm(0.1), GroupNorm(1), Dense(1)]", false)]
    [InlineData("3", "[Softmax, Dense(4), Softmax, Dense(1)]", true)]
    [InlineData("3", "[Tap(\"in\"), Dense(3), Tanh, Add(\"in\"), Tap(\"sum\"), Dense(3), Multiply(\"sum\"), Concat(\"in\"), Concat(\"sum\"), Dense(1)]", true)]
    [InlineData(
        "2, 4, 4",
        "[Tap(\"in\"), Conv2d(2, kernel: 3, padding: 1), BatchNorm, Tanh, Conv2d(2, kernel: 3, padding: 1), Tap(\"main\"), From(\"in\"), Conv2d(2, kernel: 1, "
            + "bias: false), Add(\"main\"), Tanh, Flatten, Dense(1)]",
        true)]
    [InlineData(
        "1, 4, 4",
        "[Conv2d(2, kernel: 4, stride: 2, padding: 1), Tanh, Tap(\"e1\"), Conv2d(2, kernel: 2), Tanh, ConvTranspose2d(1, kernel: 2), Concat(\"e1\"), "
            + "Tap(\"d1\"), Multiply(\"d1\"), Flatten, Dense(1)]",
        false)]
    [InlineData("3", "[Dense(4), ELU(0.7), Dense(4), GELU, Dense(4), GELU(GeluApproximation.Tanh), Dense(1)]", true)]
    [InlineData(
        "4, 3, 3",
        "[ReflectionPad2d(0, 1, 2, 0), Conv2d(4, kernel: 2), MaxPool2d(2, stride: 1), PixelShuffle(2), Upsample(3, UpsampleMode.Bilinear), Tanh, "
            + "Blur(down: 2), ZeroPad2d(1, 0, 0, 2), Tanh, AdaptiveAvgPool2d(new[] { 2, 3 }), Flatten, Dense(1)]",
        true)]
    [InlineData(
        "2, 4, 4",
        "[PixelUnshuffle(2), Upsample(2, UpsampleMode.Bilinear), Blur(new[] { 1, 2, 1 }, up: 2, gain: 1.5), MinibatchStdDev(2, channels: 2), Tanh, "
            + "ReflectionPad2d(1), Flatten, Dense(1)]",
        true)]
    [InlineData("2, 4, 4", "[Tap(\"x\"), ConstInput(2, 4, 4), Noise, Add(\"x\"), MinibatchStdDev(9), Conv2d(2, kernel: 3), Tanh, Flatten, Dense(1)]", false)]
    [InlineData("2, 3, 3", "[EqualizedLearningRate(0.5), Conv2d(2, kernel: 2), Tanh, ConvTranspose2d(2, kernel: 2), Tanh, Flatten, Dense(1)]", true)]
    [InlineData("2, 3, 4", "[SelfAttention2d(1, 2), Tanh, SelfAttention2d(2, 1, pool: 1), Flatten, Dense(1)]", true)]
    [InlineData(
        "3, Classes = 4",
        "[From(\"label\"), Embedding(2), Tap(\"y\"), From(\"sample\"), Concat(\"y\"), Tanh, Tap(\"h\"), From(\"label\"), OneHot, Dense(5), "
            + "Multiply(\"h\"), Dense(1)]",
        true)]
    [InlineData("2, 2, 3, Classes = 3", "[ConditionalBatchNorm(0.1), Tanh, Conv2d(2, kernel: 2), ConditionalBatchNorm, Flatten, ProjectionHead]", true)]
    [InlineData("2, 2, 3, Classes = 3", "[ConditionalBatchNorm(0.1), Tanh, Conv2d(2, kernel: 2), ConditionalBatchNorm, Flatten, ProjectionHead]", false)]
    [InlineData(
        "2, 2, 3",
        "[Tap(\"x\"), Flatten, Dense(3), Tanh, Tap(\"w\"), From(\"x\"), ModulatedConv2d(2, \"w\", eps: 0.1), Tanh, ModulatedConv2d(2, \"w\", up: 2, "
            + "bias: false), Scale(-1.5), ToRGB(1, \"w\"), Flatten, Dense(1)]",
        true)]
    [InlineData(
        "2, 2, 2",
        "[EqualizedLearningRate, Tap(\"x\"), Flatten, Dense(3), Tanh, Tap(\"w\"), From(\"x\"), ModulatedConv2d(3, \"w\", kernel: 1, up: 2), Tanh, "
            + "ModulatedConv2d(2, \"w\", kernel: 5, demodulate: false), Flatten, Dense(1)]",
        false)]
    public void Discriminator_HasTheGradientOfCentralDifferences(string shape, string layers, bool training) =>
        AssertAgrees(Declared.Discriminator(shape, layers), training);

    [LayerTheory]
    [InlineData(2, "[Dense(8), BatchNorm, ReLU] [Reshape(2, 2, 2)] [ConvTranspose2d(2, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU] [ConvTranspose2d(1, "
        + "kernel: 3, stride: 1, padding: 1), Tanh]")]
    [InlineData(3, "[Reshape(3, 1, 1)] [ConvTranspose2d(2, kernel: 2, bias: false), BatchNorm, ReLU] [ConvTranspose2d(1, kernel: 4, stride: 2, "
        + "padding: 1, bias: false), Tanh]")]
    public void Generator_HasTheGradientOfCentralDifferences(int latent, string layers) =>
        AssertAgrees(Declared.Generator(latent, layers), training: true);

    public static IEnumerable<object[]> Cases =>
        from network in CaseFiles.Networks
        from training in new[] { true, false }
        where network.IsDifferentiable || !training
        select new object[] { network.Attributes, training };

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void ACasesNetwork_HasTheGradientOfCentralDifferences(string attributes, bool training) => AssertAgrees(Declared.Class(attributes), training);

    [Fact]
    public void RealsAndFakesTogether_HaveTheGradientOfCentralDifferences()
    {
        var network = Declared.Discriminator("1, 4, 4", SmallDiscriminator);
        var builder = new ProgramBuilder();
        var (reals, fakes) = (builder.Input("reals", Extent.Of(1, network.Input)), builder.Input("fakes", Extent.Of(1, network.Input)));
        var both = builder.Add(new Operation.Join(), [reals, fakes], Extent.Of(2, network.Input), "both");
        var logits = NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", both);
        var ofFakes = builder.Add(new Operation.Half(1), [logits], logits.Extent with { Batches = 1 }, "ofFakes");

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 2), [logits, ofFakes], [fakes, .. Declared.Parameters(builder)]);
    }

    [Fact]
    public void ForTheInputAlone_NoGradientOfAParameterIsWritten()
    {
        var network = Declared.Discriminator("1, 4, 4", SmallDiscriminator);
        var (builder, x, logits) = Lower(network, 1);

        var backward = Backward(builder, logits, [x]);

        Assert.NotEmpty(backward);
        Assert.DoesNotContain(backward, node => node.Operation is Operation.Contract { Gives: Side.Weight } or Operation.Reduce);
    }

    [Fact]
    public void ForParametersAlone_NothingIsWrittenBeforeTheFirstOfThem()
    {
        var network = Declared.Discriminator("1, 4, 4", SmallDiscriminator);
        var (builder, _, logits) = Lower(network, 1);

        var backward = Backward(builder, logits, Declared.Parameters(builder));

        Assert.Equal(3, backward.Count(node => node.Operation is Operation.Contract { Gives: Side.Weight }));
        Assert.DoesNotContain(backward, node => node.Operation is Operation.Contract { Form: Trilinear.Convolution, Gives: Side.Large });
    }

    [Fact]
    public void InTheGeneratorsStep_NoGradientOfTheDiscriminatorsParametersIsWritten()
    {
        var (builder, logits) = LowerGame();

        var backward = Backward(builder, logits, Declared.Parameters(builder, network: 0));

        var ofD = backward.Where(node => node.Note.StartsWith('D')).ToList();
        Assert.NotEmpty(ofD);
        Assert.DoesNotContain(ofD, node => node.Operation is Operation.Contract { Gives: Side.Weight } or Operation.Reduce);
        Assert.Equal(2, backward.Count(node => node.Operation is Operation.Contract { Gives: Side.Weight }));
    }

    [Fact]
    public void InTheDiscriminatorsStep_NoGradientReachesTheGenerator()
    {
        var (builder, logits) = LowerGame();

        var backward = Backward(builder, logits, Declared.Parameters(builder, network: 1));

        Assert.All(backward, node => Assert.StartsWith("D", node.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void InTheGeneratorsStep_ItsGradientsAreThoseOfCentralDifferences()
    {
        var (builder, logits) = LowerGame();

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 3), [logits], Declared.Parameters(builder, network: 0));
    }

    private static void AssertAgrees(Network network, bool training)
    {
        var (builder, x, output) = Lower(network, network.Output.Elements == 1 ? 1 : 0, training);
        Assert.Equal(network.Layers.Sum(layer => layer.Parameters.Count), Declared.Parameters(builder).Count);

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 3), [output], [x, .. Declared.Parameters(builder)]);
    }

    private static (ProgramBuilder Builder, Value Input, Value Output) Lower(Network network, int number, bool training = true)
    {
        var builder = new ProgramBuilder();
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var labels = network.Label is { } label ? builder.Input("labels", Extent.Of(1, label)) : null;
        return (builder, x, NetworkLowering.Apply(builder, network, number, 0, training, "net", x, labels));
    }

    private static (ProgramBuilder Builder, Value Logits) LowerGame()
    {
        var generator = Declared.Generator(2, "[Dense(4), BatchNorm, ReLU] [Reshape(1, 2, 2)] [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]");
        var (builder, _, fakes) = Lower(generator, 0);
        return (builder, NetworkLowering.Apply(builder, Declared.Discriminator("1, 4, 4", SmallDiscriminator), 1, 0, training: true, "d", fakes));
    }

    private static List<Node> Backward(ProgramBuilder builder, Value logits, IReadOnlyList<Value> wanted)
    {
        var seed = builder.Input("seed", logits.Extent);
        var forward = builder.Nodes.Count;
        Assert.All(Differentiate.Run(builder, [(logits, seed)], wanted), Assert.NotNull);
        return [.. builder.Nodes.Skip(forward)];
    }
}
