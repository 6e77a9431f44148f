namespace GanDsl;

/// <summary>
/// Placeholders for widths in a block, as arguments of its layers: <c>[Conv2d(Width.Out, kernel: 3)]</c>. They are replaced where the block is used.
/// Arithmetic with them, such as <c>2 * Width.Out</c>, results in other numbers, which are out of range.
/// </summary>
public static class Width
{
    /// <summary>The channels, in flat samples the features, of the block's input.</summary>
    public const int In = -1_073_610_211;

    /// <summary>The number of the use: <c>[Use&lt;TBlock&gt;(256)]</c>.</summary>
    public const int Out = -1_073_610_227;
}
