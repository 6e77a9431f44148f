using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a launch over groups of samples. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="input">Where the input samples begin, (batch, width).</param>
/// <param name="output">Where the output samples begin, as many.</param>
/// <param name="batch">How many samples there are.</param>
/// <param name="group">How many of them are a group; it divides their number.</param>
/// <param name="width">How many numbers a sample has.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the numbers that are written.</param>
public readonly struct GroupArguments(ArrayView<float> memory, long input, long output, int batch, int group, int width, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long input = input, output = output;

    /// <summary>The samples that are read.</summary>
    public ArrayView<float> Input => memory.SubView(input);

    /// <summary>The samples that are written.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>How many samples there are.</summary>
    public int Batch { get; } = batch;

    /// <summary>How many of them are a group.</summary>
    public int Group { get; } = group;

    /// <summary>How many numbers a sample has.</summary>
    public int Width { get; } = width;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
