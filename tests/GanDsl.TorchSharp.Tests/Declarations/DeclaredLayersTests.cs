using GanDsl.Declared;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

// Attribute lists, one and several a line, and layers before, in and behind them.
[Generator(latent: 4), EqualizedLearningRate]
[Tap("a"), Tap("b")]
[Tap("c")]
[Initialize(0.02)]
[Tap("d"), Dense(4), Add("a")]
[Add("b")]
[Add("c"), Add("d")]
internal sealed partial class ManyLists;

[Generator(latent: 32)]
[Reshape(2, 4, 4), ReLU, Conv2d(2, kernel: 1), LeakyReLU(0.2), PReLU, MaxPool2d(2), Tanh, ELU(0.5)]
internal sealed partial class ManyKinks;

/// <summary>What a reference says of its own passes.</summary>
public class DeclaredLayersTests
{
    [Fact]
    public void Layers_ComeInSourceOrder_WhateverListsTheyStandIn()
    {
        var written = WrittenLayers.Of(typeof(ManyLists));

        Assert.Equal(
            ["a", "b", "c", "d", "Dense", "a", "b", "c", "d"],
            written.Layers.Select(layer => WrittenLayers.Made(layer.Written, 4, null))
                .Select(layer => layer switch { TapAttribute tap => tap.Name, AddAttribute add => add.Tap, _ => "Dense" }));
        Assert.NotNull(written.Rate);
        Assert.All(written.Layers, layer => Assert.Null(layer.Rate));
    }

    [Fact]
    public void Kinks_AreShownInCallOrder_AndAreZeroWhereALayerHasNoDerivative()
    {
        using var scope = NewDisposeScope();
        using var network = new DeclaredNetwork(typeof(ManyKinks));
        using var generated = new ManyKinks.Torch(1, CPU);
        network.Load(generated.State());
        var seen = new List<Tensor>();
        network.Kinks = distance =>
        {
            var kept = distance.clone().DetachFromDisposeScope();
            scope.Attach(kept);
            seen.Add(kept);
        };
        var input = Values.Normal(3, 32).to(ScalarType.Float64);

        network.forward(input);

        Assert.Equal([[3, 2, 4, 4], [3, 2, 4, 4], [3, 2, 4, 4], [6, 4, 4], [3, 2, 2, 2]], seen.Select(distance => distance.shape));
        Assert.True(seen[0].flatten(1).equal(input).all().ToBoolean());
        Assert.All(seen, distance => Assert.False(distance.requires_grad));

        // One number of each window is the largest, by as much as it is above the next; but where ReLU made zeros of two, nothing decides.
        var distances = seen[3];
        var wins = distances.gt(0).logical_and(distances.isfinite());
        var isTied = distances.isposinf().any(1);
        Assert.InRange(isTied.sum().item<long>(), 1, isTied.NumberOfElements - 1);
        Assert.True(wins.sum(1).eq(1).logical_or(isTied).all().ToBoolean());
        var above = distances.masked_fill(distances.lt(0), 0).sum(1);
        var below = -distances.masked_fill(distances.gt(0), double.NegativeInfinity).amax([1]);
        Assert.True(above.isclose(below).logical_or(isTied).all().ToBoolean());
    }

    [Fact]
    public void AWeightThatNobodyGave_IsNaN_AndAForgottenOneIsRefused()
    {
        using var scope = NewDisposeScope();
        using var network = new DeclaredNetwork(typeof(ManyKinks));
        using var generated = new ManyKinks.Torch(1, CPU);
        var state = generated.State();

        Assert.True(network.forward(zeros(2, 32)).isnan().all().ToBoolean());
        var missing = Assert.Throws<ArgumentException>(() => network.Load([.. state.Skip(1)]));
        Assert.StartsWith($"ManyKinks: missing {state[0].Name}; unknown .", missing.Message, StringComparison.Ordinal);
    }
}
