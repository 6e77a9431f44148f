using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>
/// Convolutions by hand: libtorch's, or, where asked for, windows as columns of a matrix and a product. On some processors libtorch's own are wrong in float32,
/// so that whoever measures errors by them
/// would let anything pass.
/// </summary>
public static class PlainConvolution
{
    private static readonly AsyncLocal<bool> OfFlow = new();

    /// <summary>Whether convolutions of this flow of calls go by unfold and a matrix product.</summary>
    public static bool Unfolds
    {
        get => OfFlow.Value;
        set => OfFlow.Value = value;
    }

    /// <summary>(N, in, H, W) → (N, out, H', W'), with a weight (out, in / groups, h, w).</summary>
    public static Tensor Conv2d(
        Tensor x, Tensor weight, Tensor? bias = null, long[]? stride = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
    {
        var (s, p, d) = (stride ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1]);
        if (!Unfolds) return functional.conv2d(x, weight, bias, s, p, d, groups);
        var (count, outputs, kernel) = (x.size(0), weight.size(0), (weight.size(2), weight.size(3)));
        var (height, width) = (Places(x.size(2), 0), Places(x.size(3), 1));
        var columns = functional.unfold(x, kernel, (d[0], d[1]), (p[0], p[1]), (s[0], s[1])).reshape(count, groups, -1, height * width);
        var sums = weight.reshape(1, groups, outputs / groups, -1).matmul(columns).reshape(count, outputs, height, width);
        return bias is null ? sums : sums + bias.reshape(1, -1, 1, 1);

        long Places(long size, int side) => ((size + (2 * p[side]) - (d[side] * (weight.size(2 + side) - 1)) - 1) / s[side]) + 1;
    }

    /// <summary>(N, in, H, W) → (N, out, H', W'), with a weight (in, out / groups, h, w).</summary>
    public static Tensor ConvTranspose2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        long[]? stride = null,
        long[]? padding = null,
        long[]? outputPadding = null,
        long[]? dilation = null,
        long groups = 1)
    {
        var (s, p, o, d) = (stride ?? [1, 1], padding ?? [0, 0], outputPadding ?? [0, 0], dilation ?? [1, 1]);

        // Where a stride or more is added, the places where windows begin are not those of the input any more.
        if (!Unfolds || o[0] >= s[0] || o[1] >= s[1]) return functional.conv_transpose2d(x, weight, bias, s, p, o, d, groups);
        var (count, inputs, kernel) = (x.size(0), weight.size(0), (weight.size(2), weight.size(3)));
        var columns = weight.reshape(1, groups, inputs / groups, -1).transpose(2, 3).matmul(x.reshape(count, groups, inputs / groups, -1));
        var sums = functional.fold(columns.reshape(count, -1, x.size(2) * x.size(3)), (Side(0), Side(1)), kernel, (d[0], d[1]), (p[0], p[1]), (s[0], s[1]));
        return bias is null ? sums : sums + bias.reshape(1, -1, 1, 1);

        long Side(int side) => ((x.size(2 + side) - 1) * s[side]) - (2 * p[side]) + (d[side] * (weight.size(2 + side) - 1)) + o[side] + 1;
    }
}
