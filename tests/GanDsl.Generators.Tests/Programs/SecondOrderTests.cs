using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Programs.Harness;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Reverse mode run twice, as a gradient penalty runs it: q = Σ (∂Σℓ/∂x)², and then ∂q/∂parameters and ∂q/∂x.</summary>
public class SecondOrderTests
{
    [LayerTheory]
    [InlineData("3", "[Dense(4), LeakyReLU(0.2), Dense(1)]")]
    [InlineData("3", "[Dense(4), LeakyReLU(-0.5), Dense(1)]")]
    [InlineData("3", "[Dense(4), Tanh, Dense(1)]")]
    [InlineData("3", "[Dense(4), Tanh, Dense(3), Sigmoid, Dense(1)]")]
    [InlineData("2, 4, 4", "[Conv2d(2, kernel: 3, stride: 2, padding: 1), Tanh, Flatten, Dense(1)]")]
    [InlineData("2, 4, 4", "[Conv2d(2, kernel: 3, groups: 2), Tanh, Conv2d(1, kernel: 2, bias: false), Flatten]")]
    [InlineData("2, 2, 3", "[ConvTranspose2d(2, kernel: 3, stride: 2, padding: 1, outputPadding: 1), Tanh, Flatten, Dense(1)]")]
    [InlineData("3", "[Dense(3), BatchNorm, Tanh, Dense(1)]")]
    [InlineData("2, 3, 3", "[Conv2d(2, kernel: 2), BatchNorm, Tanh, Flatten, Dense(1)]")]
    [InlineData("1, 3, 4", "[Conv2d(2, kernel: 3, padding: 1, paddingMode: PaddingMode.Reflect), Tanh, Flatten, Dense(1)]")]
    [InlineData("1, 3, 4", "[Conv2d(2, kernel: 3, padding: 1, paddingMode: PaddingMode.Circular), Tanh, Flatten, Dense(1)]")]
    [InlineData("4", "[Dense(4), Tanh, Dropout(0.3), Dense(1)]")]
    [InlineData("1, 2, 2", "[Upsample(2), Conv2d(2, kernel: 2), Tanh, AvgPool2d(2, stride: 1), Tanh, Flatten, Dense(1)]")]
    [InlineData("3", "[Dense(4), LayerNorm, SiLU, Dense(3), PReLU, Dense(1)]")]
    [InlineData("2, 2, 3", "[Conv2d(4, kernel: 2), GroupNorm(2), Softplus, InstanceNorm(0.1), PixelNorm, Tanh, GlobalSumPool, Dense(1)]")]
    [InlineData("3", "[Dense(4), Softmax, Dense(3), Tanh, Dense(1)]")]
    [InlineData("3", "[Tap(\"in\"), Dense(3), Tanh, Multiply(\"in\"), Tap(\"product\"), Dense(2), Tanh, Concat(\"product\"), Dense(1)]")]
    [InlineData("2, 3, 3", "[Tap(\"in\"), Conv2d(2, kernel: 3, padding: 1), Tanh, Add(\"in\"), Concat(\"in\"), Conv2d(1, kernel: 2), Flatten, Dense(1)]")]
    [InlineData("3", "[Dense(4), ELU, GELU, Dense(4), GELU(GeluApproximation.Tanh), Dense(1)]")]
    [InlineData("4, 3, 3", "[ReflectionPad2d(0, 1, 2, 0), Tanh, MaxPool2d(2, stride: 1), PixelShuffle(2), Upsample(2, UpsampleMode.Bilinear), Tanh, "
        + "Blur(down: 2), AdaptiveAvgPool2d(new[] { 2, 3 }), ZeroPad2d(1, 0, 0, 2), Tanh, PixelUnshuffle(1), Flatten, Dense(1)]")]
    [InlineData("2, 2, 2", "[MinibatchStdDev(3), Conv2d(2, kernel: 2), EqualizedLearningRate, Tanh, Noise, MinibatchStdDev, Flatten, Dense(1)]")]
    [InlineData("2, 2, 2", "[SelfAttention2d(1, 2, pool: 1), Tanh, SelfAttention2d(2, 1), Flatten, Dense(1)]")]
    [InlineData("2, 2, 2", "[Tap(\"x\"), Flatten, Dense(3), Tanh, Tap(\"w\"), From(\"x\"), ModulatedConv2d(2, \"w\", kernel: 1, eps: 0.1), Tanh, "
        + "ModulatedConv2d(2, \"w\", up: 2, eps: 0.1), Scale(2), ToRGB(1, \"w\"), Flatten, Dense(1)]")]
    public void PenaltyOnTheInputsGradient_HasTheGradientOfCentralDifferences(string shape, string layers) =>
        AssertAgrees(Declared.Discriminator(shape, layers));

    public static TheoryData<string> Cases => [.. CaseFiles.Networks.Where(network => network.IsDifferentiable).Select(network => network.Attributes)];

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void PenaltyOnTheGradientOfACasesNetwork_HasTheGradientOfCentralDifferences(string attributes) => AssertAgrees(Declared.Class(attributes));

    private static void AssertAgrees(Network network)
    {
        var builder = new ProgramBuilder();
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var logits = NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", x);
        var penalty = Penalty(builder, logits, x);

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 3), [penalty], [x, .. Declared.Parameters(builder)]);
    }

    /// <summary>What is behind the last kink has a gradient that does not depend on x: zero, not a missing rule.</summary>
    [Fact]
    public void PenaltyOfALinearNetwork_DependsOnItsWeightsOnly()
    {
        var network = Declared.Discriminator("3", "[Dense(4), Dense(1)]");
        var builder = new ProgramBuilder();
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var penalty = Penalty(builder, NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", x), x);

        var cotangents = Differentiate.Run(builder, [(penalty, builder.Map(1, Extent.Single, "one"))], [x, .. Declared.Parameters(builder)]);

        Assert.Equal([false, true, false, true, false], cotangents.Select(cotangent => cotangent is not null));
    }

    /// <summary>The third derivative, since nothing in the set stops at the second.</summary>
    [Fact]
    public void PenaltyOnAPenaltysGradient_HasTheGradientOfCentralDifferences()
    {
        var network = Declared.Discriminator("2", "[Dense(3), Tanh, Dense(1)]");
        var builder = new ProgramBuilder();
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var penalty = Penalty(builder, NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", x), x);

        GradientCheck.AssertAgrees(builder, new Leaves(batch: 2), [Penalty(builder, penalty, x)], [x, .. Declared.Parameters(builder)]);
    }

    private static Value Penalty(ProgramBuilder builder, Value of, Value x)
    {
        var gradient = Differentiate.Run(builder, [(of, builder.Map(1, of.Extent, "ones"))], [x]).Single()!;
        return builder.Reduce(Over.All, builder.Map(X(0) * X(0), gradient.Extent, "squares", (gradient, Reading.Full)), "penalty");
    }
}
