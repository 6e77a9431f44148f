using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The players of <see cref="ConditionalPoints"/> in plain TorchSharp. Sample i of every batch has the label of <see cref="Labels"/>.</summary>
internal static class ConditionalPlayers
{
    public static int[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => i * i % 3)];

    public static PlainPair Points() => new(
        new HandWired(
            (layer, z) => layer(5, layer(3, cat([layer(1, LabelsOf(z)), z], 1)).tanh()),
            (1, Embedding(3, 4)),
            (3, Linear(12, 32)),
            (5, Linear(32, 2))),
        new HandWired(
            (layer, x) => layer(9, layer(7, cat([layer(4, x).tanh(), layer(1, LabelsOf(x))], 1)).tanh()),
            (1, Embedding(3, 4)),
            (4, Linear(2, 16)),
            (7, Linear(20, 32)),
            (9, Linear(32, 1))),
        Latent: 8,
        SampleShape: [2]);

    private static Tensor LabelsOf(Tensor batch) => tensor(Labels((int)batch.size(0)).Select(label => (long)label).ToArray());
}
