using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>
/// Every layer against libtorch's own module with the same weights, 1e-5 relative to the largest element. The modules run in float64,
/// because libtorch's float32 convolutions are wrong on some machines.
/// </summary>
[Trait("Category", "Parity")]
public class LayerParityTests
{
    private const int Count = 6;
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Cases => [.. LayerCases.All.Keys];

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void InTrainMode_OutputAndAllGradientsAreLibtorchs(string name)
    {
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        TakeOver(oracle, network);
        using var values = Values.Normal(Count, latent);
        using var input = values.clone().requires_grad_();
        using var oracleInput = values.to(ScalarType.Float64).requires_grad_();

        for (var mode = 0; mode < 2; mode++)
        {
            using var output = network.Apply(input, ForwardMode.Train);
            using var expected = oracle.forward(oracleInput);
            Values.AssertClose(expected, output, Tolerance, $"{name}: output");

            using var seed = Values.Normal(output.shape);
            output.backward([seed]);
            expected.backward([seed.to(ScalarType.Float64)]);
        }

        Values.AssertClose(oracleInput.grad!, input.grad!, Tolerance, $"{name}: input gradient");
        var gradients = network.NamedGradients.ToDictionary(gradient => gradient.Name, gradient => gradient.Value);
        foreach (var (parameter, value) in oracle.named_parameters())
            Values.AssertClose(value.grad!, gradients[parameter], Tolerance, $"{name}: gradient of {parameter}");
        AssertSameBuffers(oracle, network);
    }

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void InEvalMode_OutputIsLibtorchs_AndNothingIsRecordedOrRemembered(string name)
    {
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        TakeOver(oracle, network);
        using var input = Values.Normal(Count, latent);
        using var untouched = input.clone();
        using var oracleInput = input.to(ScalarType.Float64);

        using (network.Apply(input, ForwardMode.Train))
        using (oracle.forward(oracleInput))
        {
        }

        oracle.eval();
        using var output = network.Apply(input, ForwardMode.Evaluate);
        using var expected = oracle.forward(oracleInput);
        Values.AssertClose(expected, output, Tolerance, $"{name}: output");
        Assert.False(output.requires_grad);
        Assert.True(input.equal(untouched).all().ToBoolean(), $"{name} wrote over its input.");
        AssertSameBuffers(oracle, network);
    }

    [LayerTheory]
    [MemberData(nameof(Cases))]
    public void Frozen_GradientsReachTheInputAndNoParameter(string name)
    {
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        TakeOver(oracle, network);
        using var values = Values.Normal(Count, latent);
        using var input = values.clone().requires_grad_();
        using var oracleInput = values.to(ScalarType.Float64).requires_grad_();

        using var output = network.Apply(input, ForwardMode.TrainFrozen);
        using var expected = oracle.forward(oracleInput);
        using var seed = Values.Normal(output.shape);
        output.backward([seed]);
        expected.backward([seed.to(ScalarType.Float64)]);

        Values.AssertClose(oracleInput.grad!, input.grad!, Tolerance, $"{name}: input gradient");
        Assert.Equal(0, network.FlatGradient.abs().sum().item<float>());
    }

    internal static void TakeOver(Module<Tensor, Tensor> oracle, TorchNetwork network)
    {
        var parameters = network.NamedParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        oracle.to(ScalarType.Float64);
        Assert.Equal(parameters.Keys.Order(), oracle.named_parameters().Select(parameter => parameter.name).Order());
        using (no_grad())
        {
            foreach (var (name, value) in oracle.named_parameters()) value.copy_(parameters[name]);
            foreach (var (name, value) in network.NamedBuffers) oracle.named_buffers().Single(buffer => buffer.name == name).buffer.copy_(value);
        }
    }

    internal static void AssertSameBuffers(Module<Tensor, Tensor> oracle, TorchNetwork network)
    {
        var state = network.State().ToDictionary(tensor => tensor.Name);
        foreach (var (name, value) in oracle.named_buffers())
        {
            if (state[name].Values is TensorValues.Int64 counter) Assert.Equal(value.item<long>(), counter.Elements[0]);
            else Values.AssertClose(value, network.NamedBuffers.Single(buffer => buffer.Name == name).Value, Tolerance, name);
        }
    }
}
