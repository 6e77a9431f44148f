using GanDsl.Declared;
using GanDsl.Tests.Torch.Layers;
using GanDsl.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>The reference that is read off a declaration, against the modules that were written by hand for it: both in float64, of the same weights.</summary>
public class DeclaredNetworkTests
{
    private const int Count = 6;
    private const double Tolerance = 1e-12;

    public static TheoryData<string> Cases => [.. LayerCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void InTrainMode_OutputGradientsAndStatisticsAreThoseByHand(string name)
    {
        using var scope = NewDisposeScope();
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        LayerParityTests.TakeOver(oracle, network);
        using var declared = Declared(network);
        var values = Values.Normal(Count, latent).to(ScalarType.Float64);
        var (input, oracleInput) = (values.clone().requires_grad_(), values.clone().requires_grad_());

        // The second pass begins with what the first left in statistics.
        for (var mode = 0; mode < 2; mode++)
        {
            var (output, expected) = (declared.forward(input), oracle.forward(oracleInput));
            Values.AssertClose(expected, output, Tolerance, $"{name}: output");
            var seed = Values.Normal(output.shape).to(ScalarType.Float64);
            output.backward([seed]);
            expected.backward([seed]);
        }

        Values.AssertClose(oracleInput.grad!, input.grad!, Tolerance, $"{name}: input gradient");
        var gradients = declared.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter.grad!);
        foreach (var (parameter, value) in oracle.named_parameters())
        {
            Values.AssertClose(value.grad!, gradients[parameter], Tolerance, $"{name}: gradient of {parameter}");
        }

        AssertSameBuffers(oracle, declared, name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void InEvalMode_OutputIsThatByHand_AndNothingIsRemembered(string name)
    {
        using var scope = NewDisposeScope();
        var (latent, create, modules) = LayerCases.All[name];
        using var network = create();
        using var oracle = modules();
        LayerParityTests.TakeOver(oracle, network);
        using var declared = Declared(network);
        var values = Values.Normal(Count, latent).to(ScalarType.Float64);

        oracle.forward(values);
        declared.forward(values);
        oracle.eval();
        declared.eval();
        Values.AssertClose(oracle.forward(values), declared.forward(values), Tolerance, $"{name}: output");
        AssertSameBuffers(oracle, declared, name);
    }

    /// <summary>The declared network of a generated one, with its weights.</summary>
    private static DeclaredNetwork Declared(TorchNetwork network)
    {
        var declared = new DeclaredNetwork(network.GetType().DeclaringType!);
        declared.Load(network.State());
        return declared;
    }

    private static void AssertSameBuffers(Module<Tensor, Tensor> oracle, DeclaredNetwork declared, string name)
    {
        var buffers = declared.named_buffers().ToDictionary(buffer => buffer.name, buffer => buffer.buffer);
        foreach (var (buffer, value) in oracle.named_buffers()) Values.AssertClose(value, buffers[buffer], Tolerance, $"{name}: {buffer}");
    }
}
