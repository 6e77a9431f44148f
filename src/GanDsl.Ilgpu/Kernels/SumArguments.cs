using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of a sum: up to four sums of terms over one value (batch, channels, pixels). Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="partials">Where slices' sums go, (terms, slices, outputs); not touched with one slice.</param>
/// <param name="output0">Where the first sums begin: one per channel, or one per sample.</param>
/// <param name="batch">How many samples there are.</param>
/// <param name="slices">How the sums are split; a number means interleaved slices.</param>
/// <param name="operands">What the terms read.</param>
/// <param name="output1">Where the second sums begin.</param>
/// <param name="output2">Where the third sums begin.</param>
/// <param name="output3">Where the fourth sums begin.</param>
public readonly struct SumArguments(
    ArrayView<float> memory, long partials, long output0, int batch, Slicing slices, Operands operands = default, long output1 = 0, long output2 = 0,
    long output3 = 0)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long partials = partials, output0 = output0, output1 = output1, output2 = output2, output3 = output3;

    /// <summary>How many samples there are.</summary>
    public int Batch { get; } = batch;

    /// <summary>How the sums are split.</summary>
    public Slicing Slices { get; } = slices;

    /// <summary>What the terms read.</summary>
    public Operands Operands { get; } = operands;

    /// <summary>Stores a slice's sum: among the partials, or at its output if there is no other slice.</summary>
    internal void Store(int term, int slice, int output, int outputs, float sum)
    {
        var at = Slices.Count == 1
            ? (term == 0 ? output0 : term == 1 ? output1 : term == 2 ? output2 : output3) + output
            : partials + ((((long)term * Slices.Count) + slice) * outputs) + output;
        memory[at] = sum;
    }
}
