using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of adding up slices. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="partials">Where the slices' sums are, (terms, slices, outputs).</param>
/// <param name="output0">Where the first sums begin.</param>
/// <param name="outputs">How many outputs a term has.</param>
/// <param name="terms">How many terms there are, 1 to 4.</param>
/// <param name="slices">How many slices there are.</param>
/// <param name="output1">Where the second sums begin.</param>
/// <param name="output2">Where the third sums begin.</param>
/// <param name="output3">Where the fourth sums begin.</param>
public readonly struct MergeArguments(
    ArrayView<float> memory, long partials, long output0, int outputs, int terms, int slices, long output1 = 0, long output2 = 0, long output3 = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long partials = partials, output0 = output0, output1 = output1, output2 = output2, output3 = output3;
    private readonly int terms = terms;

    /// <summary>How many outputs a term has.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>How many slices there are.</summary>
    public int Slices { get; } = slices;

    /// <summary>How many work items to launch: one for each sum.</summary>
    public int Items => Outputs * terms;

    /// <summary>A slice's sum.</summary>
    internal float Partial(int term, int slice, int output) => memory[partials + ((((long)term * Slices) + slice) * Outputs) + output];

    /// <summary>Stores a sum.</summary>
    internal void Store(int term, int output, float sum) => memory[(term == 0 ? output0 : term == 1 ? output1 : term == 2 ? output2 : output3) + output] = sum;
}
