namespace GanDsl.Ilgpu.Kernels;

/// <summary>Where in a value (batch, channels, pixels) an expression is evaluated.</summary>
/// <param name="index">The element's number in the value, row by row.</param>
/// <param name="channel">Its channel; in a flat sample, its feature.</param>
/// <param name="sample">Its sample.</param>
public readonly struct Place(int index, int channel, int sample)
{
    /// <summary>The element's number in the value, row by row.</summary>
    public int Index { get; } = index;

    /// <summary>Its channel; in a flat sample, its feature.</summary>
    public int Channel { get; } = channel;

    /// <summary>Its sample.</summary>
    public int Sample { get; } = sample;
}
