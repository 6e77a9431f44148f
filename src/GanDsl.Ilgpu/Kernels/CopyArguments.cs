using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a copy. Offsets count numbers; the ranges must not overlap.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="source">Where the numbers are.</param>
/// <param name="target">Where they go.</param>
/// <param name="count">How many there are.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
public readonly struct CopyArguments(ArrayView<float> memory, long source, long target, int count, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long source = source, target = target;

    /// <summary>Where the numbers are.</summary>
    public ArrayView<float> Source => memory.SubView(source);

    /// <summary>Where they go.</summary>
    public ArrayView<float> Target => memory.SubView(target);

    /// <summary>How many there are.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
