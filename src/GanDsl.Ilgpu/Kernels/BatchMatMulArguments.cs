using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a product of matrices. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="first">Where the first matrices begin, one per sample.</param>
/// <param name="second">Where the second matrices begin, one per sample.</param>
/// <param name="output">Where the products begin, (samples, rows, columns).</param>
/// <param name="count">How many numbers are written.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the count.</param>
public readonly struct BatchMatMulArguments(ArrayView<float> memory, long first, long second, long output, int count, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long first = first, second = second, output = output;

    /// <summary>The first matrices.</summary>
    public ArrayView<float> First => memory.SubView(first);

    /// <summary>The second matrices.</summary>
    public ArrayView<float> Second => memory.SubView(second);

    /// <summary>The products.</summary>
    public ArrayView<float> Output => memory.SubView(output);

    /// <summary>How many numbers are written.</summary>
    public int Count { get; } = count;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
