using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The arguments of <see cref="SliceKernels.Sum"/>. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="slices">Where the first slice begins; the others follow it without gaps.</param>
/// <param name="result">Where the result begins; it may be the first slice.</param>
/// <param name="size">How many numbers a slice has.</param>
/// <param name="count">How many slices there are.</param>
/// <param name="operands">What the epilogue reads.</param>
public readonly struct SliceArguments(ArrayView<float> memory, long slices, long result, int size, int count, Operands operands = default)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long slices = slices, result = result;

    /// <summary>The slices.</summary>
    public ArrayView<float> Slices => memory.SubView(slices);

    /// <summary>The result.</summary>
    public ArrayView<float> Result => memory.SubView(result);

    /// <summary>How many numbers a slice has.</summary>
    public int Size { get; } = size;

    /// <summary>How many slices there are.</summary>
    public int Count { get; } = count;

    /// <summary>What the epilogue reads.</summary>
    public Operands Operands { get; } = operands;
}
