using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Layers;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The players of <see cref="PairPoints"/> in plain TorchSharp: D takes a sample with its source behind it.</summary>
internal static class PairPlayers
{
    public static PlainPair OfPairs() => Players(numbers: 8, at: 1);

    public static PlainPair OfSamples() => Players(numbers: 3, at: 0);

    private static PlainPair Players(int numbers, int at) => new(
        new HandWired(
            (layer, source) => layer(2, layer(0, source).tanh()),
            (0, Linear(5, 16)),
            (2, Linear(16, 3))),
        new HandWired(
            (layer, x) => layer(at + 2, layer(at, x).tanh()),
            (at, Linear(numbers, 16)),
            (at + 2, Linear(16, 1))),
        Latent: 5,
        SampleShape: [3]);
}
