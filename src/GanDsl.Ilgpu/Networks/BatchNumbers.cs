namespace GanDsl.Ilgpu;

/// <summary>N and 1/N, which kernels read from memory; written when the batch size changes.</summary>
/// <param name="memory">The memory.</param>
/// <param name="offset">Where they are.</param>
internal sealed class BatchNumbers(DeviceMemory memory, long offset)
{
    /// <summary>Where N is; 1/N follows it.</summary>
    public long Offset => offset;

    /// <summary>How many numbers are reserved for them.</summary>
    public const int Length = 64;

    /// <summary>The largest <see cref="Current"/>: not all larger whole numbers are floats.</summary>
    private const int Most = 1 << 24;

    /// <summary>The last batch size; 0 before the first.</summary>
    public int Current { get; private set; }

    public void Set(int count)
    {
        if (count == Current) return;
        if (count > Most) throw DeviceException.TooLarge("a batch", count);
        memory.Upload(offset, [count, 1f / count]);
        Current = count;
    }
}
