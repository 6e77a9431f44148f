
namespace GanDsl.Generators.Ir;

/// <summary>
/// Into how many parts a long sum is cut, so that many work items share it. A second, short launch adds the parts in a fixed order: no atomics, the same bits
/// every time.
/// </summary>
internal static class Slices
{
    // How many work items keep a device busy.
    private const int Enough = 1024;

    public static int Of(Node node) => node.Operation switch
    {
        Operation.Reduce { Over: Over.Sample } => 1,
        Operation.Reduce reduce =>
            OfChannels(reduce.Over == Over.All ? 1 : reduce.Extent.Channels, reduce.Over == Over.All ? (int)reduce.Extent.Elements : reduce.Extent.Pixels),
        Operation.Moments => OfChannels(node.Inputs[0].Extent.Channels, node.Inputs[0].Extent.Pixels),
        Operation.Contract { Gives: Side.Weight, Form: Trilinear.Convolution form } => OfWeight(form, node.Outputs[0].Extent.Elements),
        Operation.Contract { Gives: Side.Small, Form: Trilinear.Linear { Outputs: <= 4, Inputs: var inputs } } => Between(1, inputs / 1024, 8),
        _ => 1,
    };

    /// <summary>The numbers of one slice; per sample where the result has a batch.</summary>
    public static long PartialLength(Node node) => node.Operation switch
    {
        Operation.Reduce reduce => reduce.Terms.Count * (reduce.Over == Over.All ? 1 : reduce.Extent.Channels),
        Operation.Moments => 2L * node.Inputs[0].Extent.Channels,
        _ => node.Outputs[0].Extent.Elements * Math.Max(1, node.Outputs[0].Extent.Batches),
    };

    // In flat samples a channel's sum has only N terms.
    private static int OfChannels(int channels, int pixels) => pixels == 1 ? 1 : Between(1, 2 * Enough / channels, Math.Min(64, pixels));

    private static int OfWeight(Trilinear.Convolution form, long weights)
    {
        var tiles = (int)Math.Min(Enough, Math.Max(1, weights / 16));
        return Between(1, Enough / tiles, Between(1, form.Small.Height * form.Small.Width / 16, 16));
    }

    private static int Between(int least, int value, int most) => Math.Max(least, Math.Min(value, most));
}
