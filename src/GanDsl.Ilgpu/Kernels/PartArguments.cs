using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a copy of a part of each sample. Offsets, strides and widths count numbers; the two must not overlap.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="source">Where the part begins in the first sample that is read.</param>
/// <param name="sourceStride">How long a sample is that is read.</param>
/// <param name="target">Where the part begins in the first sample that is written.</param>
/// <param name="targetStride">How long a sample is that is written.</param>
/// <param name="width">How long the part is.</param>
/// <param name="count">How many numbers are copied: samples times the width.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
public readonly struct PartArguments(ArrayView<float> memory, long source, int sourceStride, long target, int targetStride, int width, int count, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long source = source, target = target;

    /// <summary>What is read.</summary>
    public ArrayView<float> Source => memory.SubView(source);

    /// <summary>How long a sample is that is read.</summary>
    public int SourceStride { get; } = sourceStride;

    /// <summary>What is written.</summary>
    public ArrayView<float> Target => memory.SubView(target);

    /// <summary>How long a sample is that is written.</summary>
    public int TargetStride { get; } = targetStride;

    /// <summary>How long the part is.</summary>
    public int Width { get; } = width;

    /// <summary>How many numbers are copied.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
