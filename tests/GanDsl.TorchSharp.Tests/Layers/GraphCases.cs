using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>A network by hand: modules by their numbers in the declaration, and what is done with them.</summary>
internal sealed class HandWired : Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor> wires;

    public HandWired(Func<Func<int, Tensor, Tensor>, Tensor, Tensor> wires, params (int Number, Module<Tensor, Tensor> Module)[] layers)
        : this(
            input => wires((number, x) => layers.Single(layer => layer.Number == number).Module.forward(x), input),
            [.. layers.Select(layer => (layer.Number, (Module)layer.Module))])
    {
    }

    public HandWired(Func<Tensor, Tensor> wires, params (int Number, Module Module)[] layers)
        : base(nameof(HandWired))
    {
        this.wires = wires;
        foreach (var (number, module) in layers) register_module(number.ToString(CultureInfo.InvariantCulture), module);
    }

    public override Tensor forward(Tensor input) => wires(input);
}

/// <summary>The networks of GraphNetworks by hand.</summary>
internal static class GraphCases
{
    public static readonly IReadOnlyDictionary<string, LayerCase> All = new Dictionary<string, LayerCase>
    {
        [nameof(ResidualOfFeatures)] = new(7, () => new ResidualOfFeatures.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var first = layer(0, z);
                return layer(2, first).tanh() + first;
            },
            (0, Linear(7, 5)),
            (2, Linear(5, 5)))),
        [nameof(LatentsAgain)] = new(7, () => new LatentsAgain.Torch(1), () => new HandWired(
            (layer, z) => cat([layer(3, cat([layer(1, z), z], 1)).relu(), z], 1),
            (1, Linear(7, 5)),
            (3, Linear(12, 4)))),
        [nameof(Gated)] = new(6, () => new Gated.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var gate = layer(0, z);
                var gated = gate.sigmoid() * gate;
                return layer(5, gated) * gated * gate;
            },
            (0, Linear(6, 6)),
            (5, Linear(6, 6)))),
        [nameof(ResidualOfPictures)] = new(60, () => new ResidualOfPictures.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var x = z.reshape(-1, 2, 6, 5);
                var main = layer(5, functional.leaky_relu(layer(3, layer(2, x)), 0.2));
                return cat([cat([(layer(8, x) + main).relu(), x], 1), main], 1).tanh();
            },
            (2, Conv2d(2, 4, 3L, padding: 1L, bias: false)),
            (3, BatchNorm2d(4)),
            (5, Conv2d(4, 3, 3L, padding: 1L)),
            (8, Conv2d(2, 3, 1L, bias: false)))),
        [nameof(UNet)] = new(64, () => new UNet.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var first = functional.leaky_relu(layer(1, z.reshape(-1, 1, 8, 8)), 0.2);
                var second = functional.leaky_relu(layer(5, layer(4, first)), 0.2);
                var third = layer(8, second).relu();
                var up = cat([layer(11, layer(10, third)).relu(), second], 1);
                return layer(18, cat([layer(15, layer(14, up)).relu(), first], 1)).tanh();
            },
            (1, Conv2d(1, 4, 4L, stride: 2L, padding: 1L)),
            (4, Conv2d(4, 6, 4L, stride: 2L, padding: 1L, bias: false)),
            (5, BatchNorm2d(6)),
            (8, Conv2d(6, 8, 2L)),
            (10, ConvTranspose2d(8, 6, 2L, bias: false)),
            (11, BatchNorm2d(6)),
            (14, ConvTranspose2d(12, 4, 4L, stride: 2L, padding: 1L, bias: false)),
            (15, BatchNorm2d(4)),
            (18, ConvTranspose2d(8, 1, 4L, stride: 2L, padding: 1L)))),
        [nameof(NothingWrittenOver)] = new(6, () => new NothingWrittenOver.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var r = z.relu();
                var s = functional.leaky_relu(r, 0.2) + z;
                var t = s.tanh() + s;
                var u = (t.tanh() * t).relu();
                var d = layer(17, t);
                var w = d.relu() * d;
                var end = ((s.relu() + w + u).relu() + r + r).tanh();
                return (end + end).relu();
            },
            (17, Linear(6, 6)))),
        [nameof(OfBlocks)] = new(128, () => new OfBlocks.Torch(1), () => new HandWired(
            (layer, z) =>
            {
                var x = z.reshape(-1, 2, 8, 8);
                return layer(7, layer(5, layer(3, layer(2, x)).tanh()) + x);
            },
            (2, Stage(2, 4)),
            (3, Stage(4, 6)),
            (5, ConvTranspose2d(6, 2, 4L, stride: 4L)),
            (7, Bottleneck(2, 3)))),
    };

    private static HandWired Bottleneck(long channels, long width) => new(
        (layer, x) => layer(4, functional.leaky_relu(layer(2, layer(1, x)), 0.2)) + x,
        (1, Conv2d(channels, width, 3L, padding: 1L, bias: false)),
        (2, BatchNorm2d(width)),
        (4, Conv2d(width, channels, 3L, padding: 1L)));

    private static HandWired Stage(long channels, long width) => new(
        (layer, x) => layer(2, layer(0, x).relu()),
        (0, Bottleneck(channels, width)),
        (2, Conv2d(channels, width, 2L, stride: 2L)));
}
