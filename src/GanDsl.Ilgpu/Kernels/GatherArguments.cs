using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a lookup of rows in a table. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="table">Where the table begins, (rows, width).</param>
/// <param name="indices">Where the numbers of the rows begin, one per sample, as float32; whole, from 0, below 2²⁴.</param>
/// <param name="values">Where the rows begin that belong to the samples, (batch, width).</param>
/// <param name="batch">How many samples there are.</param>
/// <param name="rows">How many rows the table has.</param>
/// <param name="width">How many numbers a row has.</param>
/// <param name="items">How many work items are launched, <c>ComputeDevice.Items</c> of the numbers that are written.</param>
public readonly struct GatherArguments(ArrayView<float> memory, long table, long indices, long values, int batch, int rows, int width, int items)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long table = table, indices = indices, values = values;

    /// <summary>The table.</summary>
    public ArrayView<float> Table => memory.SubView(table);

    /// <summary>The numbers of the rows.</summary>
    public ArrayView<float> Indices => memory.SubView(indices);

    /// <summary>The samples' rows.</summary>
    public ArrayView<float> Values => memory.SubView(values);

    /// <summary>How many samples there are.</summary>
    public int Batch { get; } = batch;

    /// <summary>How many rows the table has.</summary>
    public int Rows { get; } = rows;

    /// <summary>How many numbers a row has.</summary>
    public int Width { get; } = width;

    /// <summary>How many work items are launched.</summary>
    public int Items { get; } = items;
}
