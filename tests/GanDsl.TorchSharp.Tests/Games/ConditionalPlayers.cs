using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// The players of <see cref="ConditionalPoints"/> and <see cref="ConditionalPictures"/> in plain TorchSharp. Sample i of every batch has the label of
/// <see cref="Labels"/>.
/// </summary>
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

    public static PlainPair Pictures() => new(
        Painter(),
        new HandWired(
            (layer, x) => layer(3, layer(0, x).tanh().sum([2L, 3L])),
            (0, PlainConvolutionLayer.Conv2d(1, 16, 3, padding: 1)),
            (3, new ProjectionOfLabels(3, 16))),
        Latent: 8,
        SampleShape: [1, 4, 4]);

    public static PlainPair NormalisedPictures() => new(
        Painter(),
        new HandWired(
            (layer, x) => layer(4, layer(1, layer(0, x)).tanh().flatten(1)),
            (0, PlainSpectral.Conv2d(1, 16, 3, padding: 1, bias: false)),
            (1, new NormOfLabels(3, 16)),
            (4, new ProjectionOfLabels(3, 256, isSpectral: true))),
        Latent: 8,
        SampleShape: [1, 4, 4]);

    // The block of layer 4 is a network of its own, so that its weights are called 4.0.weight and 4.1.gamma.
    private static HandWired Painter() => new(
        (layer, z) => layer(6, layer(4, layer(2, layer(0, z).view(-1, 16, 2, 2)).tanh()).flatten(1)).tanh().view(-1, 1, 4, 4),
        (0, Linear(8, 64, hasBias: false)),
        (2, new NormOfLabels(3, 16, momentum: 0.3)),
        (4, new HandWired(
            (layer, x) => layer(1, layer(0, x)).tanh(),
            (0, PlainConvolutionLayer.ConvTranspose2d(16, 16, 4, stride: 2, padding: 1, bias: false)),
            (1, new NormOfLabels(3, 16, eps: 1e-3)))),
        (6, Linear(256, 16)));

    /// <summary>The labels of a batch.</summary>
    public static Tensor LabelsOf(Tensor batch) => tensor(Labels((int)batch.size(0)).Select(label => (long)label).ToArray());
}
