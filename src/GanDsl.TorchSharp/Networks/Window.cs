using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>The moving window of a convolution or its transpose: (height, width) each. Created once, so that a pass allocates nothing for it.</summary>
public sealed class Window(long[] stride, long[] padding, long[] dilation, long groups, long[]? outputPadding = null)
{
    /// <summary>How far the window moves.</summary>
    public long[] Stride { get; } = stride;

    /// <summary>Rows and columns added on every side; cut off by a transposed convolution.</summary>
    public long[] Padding { get; } = padding;

    /// <summary>The distance between the window's taps.</summary>
    public long[] Dilation { get; } = dilation;

    /// <summary>How many groups the channels are split into.</summary>
    public long Groups { get; } = groups;

    /// <summary>Rows and columns added at the bottom and the right by a transposed convolution.</summary>
    public long[] OutputPadding { get; } = outputPadding ?? [0, 0];

    /// <summary>The padding as <c>pad</c> takes it: left, right, top, bottom.</summary>
    internal long[] Border { get; } = [padding[1], padding[1], padding[0], padding[0]];

    private long[] output = [-1, 0, 0, 0];
    private Window? onto;
    private TorchFunction? writeWeight;
    private TorchFunction? writeBoth;

    /// <summary>A pass's output shape, without the number of samples. It is read-only.</summary>
    internal long[] Output(long channels, long height, long width)
    {
        // Networks on several threads may share the window.
        var last = output;
        if (last[1] != channels || last[2] != height || last[3] != width) output = last = [-1, channels, height, width];
        return last;
    }

    /// <summary>The window of the transposed convolution from a convolution's output back to its input.</summary>
    /// <param name="x">(N, in, H, W), the input.</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    internal Window Onto(Tensor x, Tensor weight)
    {
        var (bottom, right) = (Left(x, weight, 0), Left(x, weight, 1));
        if (onto is { } last && last.OutputPadding[0] == bottom && last.OutputPadding[1] == right) return last;
        return onto = new Window(Stride, Padding, Dilation, Groups, [bottom, right]);
    }

    /// <summary>Writes the gradients of a convolution's weight and bias.</summary>
    /// <param name="x">(N, in, H, W).</param>
    /// <param name="gradient">At the output: (N, out, H', W').</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    /// <param name="bias">(out), or null.</param>
    internal void WriteGradients(Tensor x, Tensor gradient, TorchParameter weight, TorchParameter? bias) =>
        WriteGradients(x, gradient, weight.Frozen, weight.Gradient, bias?.Gradient);

    /// <summary>The same, of a weight that is seen as one of pictures.</summary>
    /// <param name="x">(N, in, H, W).</param>
    /// <param name="gradient">At the output: (N, out, H', W').</param>
    /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
    /// <param name="ofWeight">Where the weight's gradient is written.</param>
    /// <param name="ofBias">Where the bias's is, (out), or null.</param>
    internal void WriteGradients(Tensor x, Tensor gradient, Tensor weight, Tensor ofWeight, Tensor? ofBias)
    {
        writeWeight ??= new TorchFunction(Script, "write_weight");
        writeBoth ??= new TorchFunction(Script, "write_both");
        if (ofBias is null) writeWeight.Run(x, gradient, weight, ofWeight);
        else writeBoth.Run(x, gradient, weight, ofWeight, ofBias);
    }

    private string Script
    {
        get
        {
            var arguments = string.Create(CultureInfo.InvariantCulture, $"{Text(Stride)}, {Text(Padding)}, {Text(Dilation)}, False, [0, 0], {Groups}");
            return $"""
                def write_weight(x: Tensor, gradient: Tensor, weight: Tensor, of_weight: Tensor):
                    at_x, at_weight, at_bias = torch.convolution_backward(gradient, x, weight, None, {arguments}, [False, True, False])
                    of_weight.copy_(at_weight)

                def write_both(x: Tensor, gradient: Tensor, weight: Tensor, of_weight: Tensor, of_bias: Tensor):
                    at_x, at_weight, at_bias = torch.convolution_backward(gradient, x, weight, [weight.size(0)], {arguments}, [False, True, True])
                    of_bias.copy_(at_bias)
                    of_weight.copy_(at_weight)
                """;
        }
    }

    // Rows or columns after the last window.
    private long Left(Tensor x, Tensor weight, int axis) =>
        (x.size(axis + 2) + (2 * Padding[axis]) - (Dilation[axis] * (weight.size(axis + 2) - 1)) - 1) % Stride[axis];

    private static string Text(long[] pair) => string.Create(CultureInfo.InvariantCulture, $"[{pair[0]}, {pair[1]}]");
}
