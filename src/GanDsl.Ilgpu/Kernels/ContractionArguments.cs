using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a contraction: two of the three operands of a trilinear form are read, the third is written. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="small">Where the small side begins: (batch, outputs), or (batch, channels, height, width).</param>
/// <param name="large">Where the large side begins.</param>
/// <param name="weight">Where the weight begins: (outputs, inputs), or (small channels, large channels / groups, kernel height, kernel width).</param>
/// <param name="batch">How many samples there are.</param>
/// <param name="slices">
/// How many slices the sum is split into, 1 for none. With more, slice s of the result is at its offset + s × its size, and <see cref="SliceKernels"/> adds
/// them.
/// </param>
/// <param name="operands">What the epilogue reads.</param>
public readonly struct ContractionArguments(
    ArrayView<float> memory, long small, long large, long weight, int batch, int slices = 1, Operands operands = default)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long small = small, large = large, weight = weight;

    /// <summary>The small side.</summary>
    public ArrayView<float> Small => memory.SubView(small);

    /// <summary>The large side.</summary>
    public ArrayView<float> Large => memory.SubView(large);

    /// <summary>The weight.</summary>
    public ArrayView<float> Weight => memory.SubView(weight);

    /// <summary>How many samples there are.</summary>
    public int Batch { get; } = batch;

    /// <summary>How many slices the sum is split into.</summary>
    public int Slices { get; } = slices;

    /// <summary>What the epilogue reads.</summary>
    public Operands Operands { get; } = operands;
}
