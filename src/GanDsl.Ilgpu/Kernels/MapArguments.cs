using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of an elementwise launch. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="output">Where the value begins that is written.</param>
/// <param name="count">How many elements it has.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
/// <param name="operands">The expression's operands; the output may be one of them, element by element.</param>
public readonly struct MapArguments(ArrayView<float> memory, long output, int count, int items, Operands operands = default)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long output = output;

    /// <summary>What is written.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>How many elements it has.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;

    /// <summary>What the expression reads.</summary>
    public Operands Operands { get; } = operands;
}
