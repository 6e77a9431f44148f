namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// How a sum is split into slices, so that it has enough work items to fill a device. Slices are interleaved for GPUs, where adjacent items should read
/// adjacent
/// memory, or contiguous for CPUs, where an item's own reads should be adjacent. <c>ComputeDevice.Slices</c> chooses.
/// </summary>
public readonly struct Slicing
{
    /// <summary>The most work items that <c>ComputeDevice.Slices</c> splits sums for: with more outputs than this, there is one slice.</summary>
    public const int Limit = 65536;

    private readonly int step;

    /// <summary>Splits sums into slices.</summary>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="contiguous">Whether a slice is a range; else slice s has the terms s, s + count, …</param>
    public Slicing(int count, bool contiguous = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        step = contiguous ? 1 : count;
    }

    /// <summary>How many slices there are.</summary>
    public int Count { get; }

    /// <summary>From one term of a slice to the next.</summary>
    public int Step => step;

    /// <summary>Interleaved slices.</summary>
    public static implicit operator Slicing(int count) => new(count);

    /// <summary>A slice's first term; at or beyond <see cref="End"/> if the slice is empty.</summary>
    /// <param name="slice">The slice's number.</param>
    /// <param name="terms">How many terms the sum has.</param>
    public int First(int slice, int terms) => step == 1 ? slice * Chunk(terms) : slice;

    /// <summary>The number that a slice's terms stay below.</summary>
    /// <param name="slice">The slice's number.</param>
    /// <param name="terms">How many terms the sum has.</param>
    public int End(int slice, int terms)
    {
        if (step != 1) return terms;
        var first = First(slice, terms);
        return Chunk(terms) > terms - first ? terms : first + Chunk(terms);
    }

    private int Chunk(int terms) => ((terms - 1) / Count) + 1;
}
