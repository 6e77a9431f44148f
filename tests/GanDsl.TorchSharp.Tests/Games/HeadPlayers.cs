using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The players of <see cref="HeadPoints"/> in plain TorchSharp: D gives its logit and its heads side by side.</summary>
internal static class HeadPlayers
{
    /// <summary>
    /// D's columns: the logit; the scores of three classes or of a categorical code; the means and the logarithms of the variances of a code of two numbers.
    /// </summary>
    public static (Tensor Logits, Tensor Scores, Tensor Means, Tensor LogVariances) Outputs(Tensor given) => given.size(1) == 4
        ? (given.narrow(1, 0, 1), given.narrow(1, 1, 3), empty(0), empty(0))
        : (given.narrow(1, 0, 1), given.narrow(1, 1, 3), given.narrow(1, 4, 2), given.narrow(1, 6, 2));

    public static PlainPair Classes() => new(
        new HandWired(
            (layer, z) => layer(5, layer(3, cat([layer(1, ConditionalPlayers.LabelsOf(z)), z], 1)).tanh()),
            (1, Embedding(3, 4)),
            (3, Linear(8, 16)),
            (5, Linear(16, 2))),
        new HandWired(
            (layer, x) => Beside(layer(0, x).tanh(), features => layer(6, features), features => layer(3, features)),
            (0, Linear(2, 16)),
            (3, Linear(16, 3)),
            (6, Linear(16, 1))),
        Latent: 4,
        SampleShape: [2]);

    public static PlainPair Codes() => new(
        Decoder(),
        new HandWired(
            (layer, x) => Beside(layer(0, x).tanh(), features => layer(9, features), features => layer(3, features), features => layer(6, features)),
            (0, Linear(2, 16)),
            (3, Linear(16, 3)),
            (6, Linear(16, 4)),
            (9, Linear(16, 1))),
        Latent: 9,
        SampleShape: [2]);

    public static PlainPair NormalisedCodes() => new(
        Decoder(),
        new HandWired(
            (layer, x) => Beside(
                layer(3, layer(2, layer(0, x).tanh())).tanh(), features => layer(12, features), features => layer(6, features), features => layer(9, features)),
            (0, Linear(2, 16)),
            (2, Linear(16, 16, hasBias: false)),
            (3, BatchNorm1d(16, eps: 1e-2)),
            (6, Linear(16, 3)),
            (9, Linear(16, 4)),
            (12, Linear(16, 1))),
        Latent: 9,
        SampleShape: [2]);

    private static HandWired Decoder() => new(
        (layer, z) => layer(2, layer(0, z).tanh()),
        (0, Linear(9, 16)),
        (2, Linear(16, 2)));

    private static Tensor Beside(Tensor features, params Func<Tensor, Tensor>[] ends) => cat([.. ends.Select(end => end(features))], 1);
}
