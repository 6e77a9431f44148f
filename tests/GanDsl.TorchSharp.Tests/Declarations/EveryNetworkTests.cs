using System.Runtime.CompilerServices;
using GanDsl.Declared;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// The reference of every network that this project declares: it has the generated network's weights, and gives in float64 what that gives in float32.
/// </summary>
public class EveryNetworkTests
{
    private const int Count = 6;
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Networks => [.. DeclaredNames.All.Keys];

    [Fact]
    public void ThereAreManyOfThem() => Assert.InRange(DeclaredNames.All.Count, 100, 10_000);

    [Theory]
    [MemberData(nameof(Networks))]
    public void NamesAndShapesOfWeightsAndBuffers_AreThoseOfTheGeneratedNetwork(string name)
    {
        using var network = DeclaredNames.Generated(name);
        using var declared = new DeclaredNetwork(DeclaredNames.All[name]);

        Assert.Equal(Sorted(network.NamedParameters), Sorted(declared.named_parameters().Select(one => (one.name, (Tensor)one.parameter))));
        var buffers = declared.named_buffers().Where(one => one.buffer.is_floating_point()).Select(one => (one.name, one.buffer));
        Assert.Equal(Sorted(network.NamedBuffers), Sorted(buffers));
        Assert.Equal(
            network.State().Select(tensor => tensor.Name).Order(StringComparer.Ordinal),
            declared.named_parameters().Select(one => one.name).Concat(declared.named_buffers().Select(one => one.name)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void InEvalMode_ItGivesWhatGeneratedCodeGives(string name) => AssertSame(name, ForwardMode.Evaluate);

    [Theory]
    [MemberData(nameof(Networks))]
    public void InTrainMode_ItGivesWhatGeneratedCodeGives_OrRefusesToDrop(string name)
    {
        if (!DeclaredNames.Drops(name))
        {
            AssertSame(name, ForwardMode.TrainFrozen);
            return;
        }

        var refused = Assert.Throws<NotSupportedException>(() => AssertSame(name, ForwardMode.TrainFrozen));
        Assert.StartsWith("Dropout draws its masks in train mode", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(string name, ForwardMode mode)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        using var network = DeclaredNames.Generated(name);
        using var declared = new DeclaredNetwork(DeclaredNames.All[name]);
        declared.Load(network.State());
        declared.train(mode != ForwardMode.Evaluate);
        var input = Values.Normal([Count, .. declared.InputShape.Select(size => (long)size)]);
        var labels = arange(Count) % Math.Max(declared.Classes, 1);
        var condition = declared.Classes > 0 ? nn.functional.one_hot(labels, declared.Classes).to(ScalarType.Float32)
            : declared.SourceShape is { } source ? Values.Normal([Count, .. source.Select(size => (long)size)])
            : null;

        var outputs = declared.Outputs(input, condition);
        var expected = Generated(network, input, condition, mode);

        Assert.Equal(expected.Count, outputs.Count);
        for (var i = 0; i < outputs.Count; i++) Values.AssertClose(outputs[i], expected[i], Tolerance, $"{name}: output {i}");
        var buffers = declared.named_buffers().ToDictionary(buffer => buffer.name, buffer => buffer.buffer);
        foreach (var (buffer, value) in network.NamedBuffers) Values.AssertClose(buffers[buffer], value, Tolerance, $"{name}: {buffer}");
    }

    private static IReadOnlyList<Tensor> Generated(TorchNetwork network, Tensor input, Tensor? condition, ForwardMode mode)
    {
        object[] arguments = condition is null ? [input, mode] : [input, condition, mode];
        if (network.GetType().GetMethod("ApplyWithHeads") is not { } withHeads)
        {
            return [condition is null ? network.Apply(input, mode) : network.Apply(input, condition, mode)];
        }

        var outputs = (ITuple)withHeads.Invoke(network, arguments)!;
        return [.. Enumerable.Range(0, outputs.Length).Select(i => (Tensor)outputs[i]!)];
    }

    private static IEnumerable<string> Sorted(IEnumerable<(string Name, Tensor Value)> tensors) =>
        tensors.Select(one => $"{one.Name} ({string.Join(", ", one.Value.shape)})").Order(StringComparer.Ordinal);
}
