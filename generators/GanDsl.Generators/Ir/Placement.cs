namespace GanDsl.Generators.Ir;

/// <summary>Where a value's elements are stored.</summary>
internal abstract record Placement
{
    private Placement()
    {
    }

    /// <summary>In the part of the workspace that does not grow with the batch.</summary>
    public sealed record Fixed(long Offset) : Placement;

    /// <summary>In the part that grows with the batch: at this offset × N, plus a number of whole samples × N.</summary>
    public sealed record Batch(long Offset, long Behind = 0) : Placement;

    /// <summary>A parameter in a network's flat buffer.</summary>
    public sealed record Parameter(int Network, long Offset) : Placement;

    /// <summary>A running statistic.</summary>
    public sealed record Statistic(int Network, long Offset) : Placement;

    /// <summary>A gradient in a network's flat gradient.</summary>
    public sealed record Gradient(int Network, long Offset) : Placement;

    /// <summary>A number for the report, or numbers for the next call.</summary>
    public sealed record Slot(string Name) : Placement;

    /// <summary>N, or 1/N.</summary>
    public sealed record BatchSize(bool Reciprocal) : Placement;
}

/// <summary>Partial sums of a node, alive only while it runs.</summary>
internal sealed record Scratch(int Slices, Placement Placement);
