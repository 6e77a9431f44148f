namespace GanDsl.Generators.Shapes;

/// <summary>How values are aligned in flat buffers.</summary>
internal static class Alignment
{
    // 64 numbers are 256 bytes: what the device backends align to and a multiple of every vector width.
    private const int Numbers = 64;

    /// <summary>A length rounded up to the alignment.</summary>
    public static long Aligned(long length) => (length + Numbers - 1) / Numbers * Numbers;
}
