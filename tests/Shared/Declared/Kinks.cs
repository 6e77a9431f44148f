using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>How far numbers are from where a piecewise layer has no derivative.</summary>
internal static class Kinks
{
    /// <summary>A layer whose kink is at 0.</summary>
    /// <param name="signals">The pass.</param>
    /// <param name="x">The layer's input, less where its kink is.</param>
    /// <returns>The same.</returns>
    public static Tensor AtZero(Signals signals, Tensor x)
    {
        signals.Kinks?.Invoke(x.detach());
        return x;
    }

    /// <summary>A layer that takes the largest number of each window: its kinks are where two are the largest.</summary>
    public static Tensor AtLargest(Signals signals, Tensor x, (long Height, long Width) kernel, (long Height, long Width) stride, (long Height, long Width) padding)
    {
        if (signals.Kinks is null || kernel is (1, 1)) return x;
        using var untracked = no_grad();
        var padded = functional.pad(x.detach(), [padding.Width, padding.Width, padding.Height, padding.Height], value: double.NegativeInfinity);
        var pictures = padded.reshape(-1, 1, padded.size(2), padded.size(3));
        var windows = functional.unfold(pictures, kernel, stride: stride);
        var (largest, _) = windows.topk(2, 1);
        var (first, second) = (largest.narrow(1, 0, 1), largest.narrow(1, 1, 1));
        var wins = windows.eq(first).logical_and(windows.eq(first).sum(1, keepdim: true).eq(1));
        signals.Kinks(windows - where(wins, second, first));
        return x;
    }
}
