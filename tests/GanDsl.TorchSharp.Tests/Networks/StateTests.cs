using GanDsl.Tests.Torch.Games;
using GanDsl.Tests.Torch.Layers;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Networks;

public class StateTests
{
    [Fact]
    public void State_HasTheNamesShapesAndOrderOfTorchNnSequential()
    {
        using var network = new PointsNormalized.Discriminator.Torch(1, CPU);

        Assert.Equal(
            [
                "0.weight (32, 2)", "0.bias (32)", "2.weight (32, 32)", "3.weight (32)", "3.bias (32)",
                "3.running_mean (32)", "3.running_var (32)", "3.num_batches_tracked ()", "5.weight (1, 32)", "5.bias (1)",
            ],
            network.State().Select(tensor => $"{tensor.Name} ({string.Join(", ", tensor.Shape)})"));
    }

    [Fact]
    public void State_OfBlocks_HasTheNamesAndOrderOfNestedModules()
    {
        using var network = new OfBlocks.Torch(1, CPU);

        Assert.Equal(
            [
                "2.0.1.weight", "2.0.2.weight", "2.0.2.bias", "2.0.2.running_mean", "2.0.2.running_var", "2.0.2.num_batches_tracked", "2.0.4.weight",
                "2.0.4.bias",
                "2.2.weight", "2.2.bias",
                "3.0.1.weight", "3.0.2.weight", "3.0.2.bias", "3.0.2.running_mean", "3.0.2.running_var", "3.0.2.num_batches_tracked", "3.0.4.weight",
                "3.0.4.bias",
                "3.2.weight", "3.2.bias",
                "5.weight", "5.bias",
                "7.1.weight", "7.2.weight", "7.2.bias", "7.2.running_mean", "7.2.running_var", "7.2.num_batches_tracked", "7.4.weight", "7.4.bias",
            ],
            network.State().Select(tensor => tensor.Name));
    }

    [Fact]
    public void Load_TakesOverEveryBit_InAnyOrder()
    {
        using var source = new PointsNormalized.Discriminator.Torch(1, CPU);
        using var target = new PointsNormalized.Discriminator.Torch(2, CPU);
        using (var samples = Values.Normal(16, 2))
        using (source.Apply(samples, ForwardMode.Train))
        {
        }

        target.Load([.. source.State().Reverse()]);

        AssertEqual(source.State(), target.State());
        Assert.Equal(
            new TensorValues.Int64([1]).Elements,
            ((TensorValues.Int64)target.State().Single(tensor => tensor.Name == "3.num_batches_tracked").Values).Elements);
    }

    [Fact]
    public void AMissingTensor_ChangesNothing() =>
        AssertRefused(
            state => [.. state.Where(tensor => tensor.Name != "3.running_var")],
            "The state is of other layers: missing 3.running_var; unknown nothing. Load it into the network it was saved from.");

    [Fact]
    public void AnUnknownTensor_ChangesNothing() =>
        AssertRefused(
            state => [.. state, new NamedTensor("6.weight", [1], new TensorValues.Float32([1]))],
            "The state is of other layers: missing nothing; unknown 6.weight. Load it into the network it was saved from.");

    [Fact]
    public void AMisshapenTensor_ChangesNothing() =>
        AssertRefused(
            state => [.. state.Select(tensor => tensor.Name == "5.weight" ? tensor with { Shape = [32, 1] } : tensor)],
            "5.weight is Float32 of shape (32, 1) with 32 values; this network wants Float32 of shape (1, 32) with 32 values.");

    [Fact]
    public void ATensorOfTooFewValues_ChangesNothing() =>
        AssertRefused(
            state => [.. state.Select(tensor => tensor.Name == "5.weight" ? tensor with { Values = new TensorValues.Float32(new float[31]) } : tensor)],
            "5.weight is Float32 of shape (1, 32) with 31 values; this network wants Float32 of shape (1, 32) with 32 values.");

    [Fact]
    public void ATensorOfAnotherKind_ChangesNothing() =>
        AssertRefused(
            state => [.. state.Select(tensor => tensor.Name == "3.num_batches_tracked" ? tensor with { Values = new TensorValues.Float32([1]) } : tensor)],
            "3.num_batches_tracked is Float32 of shape () with 1 values; this network wants Int64 of shape () with 1 values.");

    [Fact]
    public void ATensorGivenTwice_ChangesNothing() =>
        AssertRefused(state => [.. state, state[0]], "The state holds 0.weight more than once.");

    private static void AssertRefused(Func<IReadOnlyList<NamedTensor>, IReadOnlyList<NamedTensor>> damage, string message)
    {
        using var source = new PointsNormalized.Discriminator.Torch(1, CPU);
        using var target = new PointsNormalized.Discriminator.Torch(2, CPU);
        var before = target.State();

        var error = Assert.Throws<ArgumentException>(() => target.Load(damage(source.State())));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        AssertEqual(before, target.State());
    }

    private static void AssertEqual(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> actual)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name), actual.Select(tensor => tensor.Name));
        foreach (var (want, have) in expected.PairedWith(actual))
        {
            if (want.Values is TensorValues.Float32(var floats)) Assert.Equal(floats, ((TensorValues.Float32)have.Values).Elements);
            if (want.Values is TensorValues.Int64(var longs)) Assert.Equal(longs, ((TensorValues.Int64)have.Values).Elements);
        }
    }
}
