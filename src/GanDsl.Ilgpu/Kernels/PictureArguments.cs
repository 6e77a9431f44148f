using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a launch from pictures to pictures. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="input">Where the input pictures begin, (batch, channels, height, width).</param>
/// <param name="output">Where the output pictures begin.</param>
/// <param name="count">How many numbers are written.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
/// <param name="pictures">Where the pictures begin that were pooled; only for maxima.</param>
public readonly struct PictureArguments(ArrayView<float> memory, long input, long output, int count, int items, long pictures = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long input = input, output = output, pictures = pictures;

    /// <summary>The pictures that are read.</summary>
    public ArrayView<float> Input => memory.SubView(input);

    /// <summary>The pictures that are written.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>The pictures that were pooled.</summary>
    public ArrayView<float> Pictures => memory.SubView(pictures);

    /// <summary>How many numbers are written.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
