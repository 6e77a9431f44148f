using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Layers;

// Rows and columns that no window of the convolution back begins in, which would make one of them more.
[Generator(latent: 8)]
[Reshape(2, 2, 2)]
[ConvTranspose2d(3, kernel: 3, dilation: 2, outputPadding: 1)]
internal sealed partial class PaddedBeyondItsStride;

/// <summary>
/// Passes that go back by generated code, against libtorch's own modules and autograd in float64: output, gradients and statistics, 1e-5 relative to the
/// largest element.
/// </summary>
[Trait("Category", "Parity")]
public class BackwardTests
{
    private const int Count = 6;
    private const double Tolerance = 1e-5;

    private static readonly string[] WithBackward = [.. LayerCases.All.Where(layer => CanEmitBackward(layer.Value)).Select(layer => layer.Key)];

    public static TheoryData<string> Cases => [.. WithBackward];

    [Fact]
    public void EveryLayerWithAWrittenBackward_IsAmongTheCases() => Assert.Superset(
        new HashSet<string>(["DenseWithBias", "DenseWithoutBias", "ConvByDefault", "ConvOfEveryArgument", "ConvTransposeByDefault",
            "ConvTransposeOfEveryArgument", "ConvOfOddChannels", "BatchNormOfFeatures", "BatchNormOfPictures", "BatchNormWithoutStatistics",
            "ActivationsDifferentiatedByOutputs", "Conv1dByDefault", "Conv1dOfEveryArgument", "ConvTranspose1dByDefault"]),
        WithBackward.ToHashSet());

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void OutputAndGradientsAreLibtorchs_AndAutogradRecordsNothing(string name)
    {
        using var scope = NewDisposeScope();
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        LayerParityTests.TakeOver(oracle, network);
        var input = Values.Normal(Count, latent);
        var oracleInput = input.to(ScalarType.Float64).requires_grad_();

        // A second pass finds gradients there already, which it writes over.
        for (var mode = 0; mode < 2; mode++)
        {
            oracle.zero_grad();
            oracleInput.grad = null;
            var saved = network.ForwardSaving(input);
            Assert.False(saved.Output.requires_grad);
            var expected = oracle.forward(oracleInput);
            Values.AssertClose(expected, saved.Output, Tolerance, $"{name}: output");

            var seed = Values.Normal(saved.Output.shape);
            expected.backward([seed.to(ScalarType.Float64)]);
            var atInput = network.BackwardToParametersAndInput(saved, seed.clone(), from: 0);
            Values.AssertClose(oracleInput.grad!, atInput, Tolerance, $"{name}: input gradient");
            var gradients = network.NamedGradients.ToDictionary(gradient => gradient.Name, gradient => gradient.Value);
            foreach (var (parameter, value) in oracle.named_parameters())
                Values.AssertClose(value.grad!, gradients[parameter], Tolerance, $"{name}: gradient of {parameter}");
        }

        LayerParityTests.AssertSameBuffers(oracle, network);
    }

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void EachWayByItself_GivesTheSameBits_AndTouchesNothingElse(string name)
    {
        using var scope = NewDisposeScope();
        var (latent, create, _) = LayerCases.All[name];
        using var network = create();
        var input = Values.Normal(Count, latent);
        var seed = Values.Normal(Output(network, input));

        var both = network.BackwardToParametersAndInput(network.ForwardSaving(input), seed.clone(), from: 0);
        var gradients = network.FlatGradient.clone();

        network.FlatGradient.fill_(float.NaN);
        var alone = network.BackwardToInput(network.ForwardSaving(input), seed.clone());
        Assert.True(both.equal(alone).all().ToBoolean(), $"{name}: the input's gradient alone differs.");
        Assert.True(network.FlatGradient.isnan().all().ToBoolean(), $"{name}: the way to the input wrote a parameter's gradient.");

        network.FlatGradient.zero_();
        network.BackwardToParameters(network.ForwardSaving(input), seed.clone());
        Assert.True(network.FlatGradient.equal(gradients).all().ToBoolean(), $"{name}: the parameters' gradients alone differ.");
    }

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void TheInputsGradientOfTheLastSamples_IsThatPartOfAll(string name)
    {
        using var scope = NewDisposeScope();
        var (latent, create, _) = LayerCases.All[name];
        using var network = create();
        var input = Values.Normal(Count, latent);
        var seed = Values.Normal(Output(network, input));

        var all = network.BackwardToParametersAndInput(network.ForwardSaving(input), seed.clone(), from: 0);
        var last = network.BackwardToParametersAndInput(network.ForwardSaving(input), seed.clone(), from: 4);

        Values.AssertClose(all.narrow(0, 4, Count - 4), last, Tolerance, $"{name}: input gradient of the last samples");
    }

    [Fact]
    public void WhatOnlyAutogradDifferentiates_IsRefused()
    {
        using var network = LayerCases.All.Values.First(layer => !CanEmitBackward(layer)).Network();
        using var input = zeros(2, 7);

        var error = Assert.Throws<InvalidOperationException>(() => network.ForwardSaving(input));
        Assert.Contains("only autograd differentiates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATransposedConvolutionThatAddsAStrideOrMore_IsDifferentiatedByAutograd()
    {
        using var scope = NewDisposeScope();
        using var network = new PaddedBeyondItsStride.Torch(1, CPU);
        Assert.False(CanEmitBackward(network));

        var input = Values.Normal(Count, 8).requires_grad_();
        using var output = network.Apply(input, ForwardMode.Train);
        Assert.Equal([Count, 3, 7, 7], output.shape);
        output.sum().backward();
        Assert.Equal(input.shape, input.grad!.shape);
    }

    private static bool CanEmitBackward(LayerCase layer)
    {
        using var network = layer.Network();
        return CanEmitBackward(network);
    }

    private static bool CanEmitBackward(TorchNetwork network) =>
        network.GetType().GetMethod(nameof(TorchNetwork.ForwardSaving))!.DeclaringType != typeof(TorchNetwork);

    private static long[] Output(TorchNetwork network, Tensor input)
    {
        using var saved = network.ForwardSaving(input);
        return saved.Output.shape;
    }
}
