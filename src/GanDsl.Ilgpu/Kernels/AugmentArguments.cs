using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a launch that changes pictures at random. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="input">Where the input pictures begin, (batch, channels, height, width).</param>
/// <param name="draws">Where the pictures' random numbers begin, (batch, draws), in [0, 1).</param>
/// <param name="output">Where the output pictures begin, as many.</param>
/// <param name="count">How many numbers are written.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
public readonly struct AugmentArguments(ArrayView<float> memory, long input, long draws, long output, int count, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long input = input, draws = draws, output = output;

    /// <summary>The pictures that are read.</summary>
    public ArrayView<float> Input => memory.SubView(input);

    /// <summary>The pictures' random numbers.</summary>
    public ArrayView<float> Draws => memory.SubView(draws);

    /// <summary>The pictures that are written.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>How many numbers are written.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
