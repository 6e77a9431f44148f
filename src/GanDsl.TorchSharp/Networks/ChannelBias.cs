using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>One number per channel, added to a contraction's result.</summary>
internal static class ChannelBias
{
    // The shapes that broadcast to (N, out, H, W), and to (N, out, pixels).
    private static readonly long[] BesidePictures = [-1, 1, 1];
    private static readonly long[] BesideColumns = [-1, 1];
    private static readonly Scalar One = 1;

    /// <summary>Adds a bias to sums, in place.</summary>
    /// <param name="sums">(N, out, H, W), or (N, out, pixels).</param>
    /// <param name="bias">(out), or null.</param>
    public static void AddTo(Tensor sums, Tensor? bias)
    {
        if (bias is null) return;
        using var channels = bias.view(sums.dim() == 4 ? BesidePictures : BesideColumns);
        sums.add_(channels, One);
    }
}
