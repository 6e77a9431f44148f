namespace GanDsl.Torch;

/// <summary>The moving window of a convolution or its transpose: (height, width) each. Made once, so that a pass allocates nothing for it.</summary>
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

    /// <summary>The shape of what a pass gives, the count of its samples left open. It is the window's own until the next call.</summary>
    internal long[] Output(long channels, long height, long width)
    {
        if (output[1] != channels || output[2] != height || output[3] != width) output = [-1, channels, height, width];
        return output;
    }
}
