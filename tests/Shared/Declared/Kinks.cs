using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>
/// How far numbers are from where a piecewise function has no derivative: 0 there, of one sign on each side. What is 0 exactly is so by what was computed, as
/// the zeros behind a ReLU are, and not by rounding,
/// which would have missed it in one precision: it is shown as infinitely far.
/// </summary>
internal static class Kinks
{
    /// <summary>A function whose kink is at 0.</summary>
    /// <param name="shown">Is shown the distances, or null.</param>
    /// <param name="x">The function's input, less where its kink is.</param>
    /// <returns>The same.</returns>
    public static Tensor AtZero(Action<Tensor>? shown, Tensor x)
    {
        if (shown is null) return x;
        using var untracked = no_grad();
        Show(shown, x.detach());
        return x;
    }

    /// <summary>A layer that takes the largest number of each window: each number less the largest other.</summary>
    public static Tensor AtLargest(
        Action<Tensor>? shown, Tensor x, (long Height, long Width) kernel, (long Height, long Width) stride, (long Height, long Width) padding)
    {
        if (shown is null || kernel is (1, 1)) return x;
        using var untracked = no_grad();
        var padded = functional.pad(x.detach(), [padding.Width, padding.Width, padding.Height, padding.Height], value: double.NegativeInfinity);
        var pictures = padded.reshape(-1, 1, padded.size(2), padded.size(3));
        var windows = functional.unfold(pictures, kernel, stride: stride);
        var (largest, _) = windows.topk(2, 1);
        var (first, second) = (largest.narrow(1, 0, 1), largest.narrow(1, 1, 1));
        Show(shown, windows - where(windows.eq(first).logical_and(first.ne(second)), second, first));
        return x;
    }

    private static void Show(Action<Tensor> shown, Tensor distance) => shown(distance.masked_fill(distance.eq(0), double.PositiveInfinity));
}
