using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The arguments of a launch that draws codes, some columns of a matrix. The numbers are a function of seed, call, row and column. Offsets count numbers.
/// </summary>
/// <param name="memory">The memory.</param>
/// <param name="output">Where the first row's code begins.</param>
/// <param name="stride">How far the rows are apart.</param>
/// <param name="width">How many numbers a code has.</param>
/// <param name="seed">The game's seed, <c>IlgpuRandom.Seed</c>.</param>
/// <param name="call">The number of this call, <c>IlgpuRandom.NextCall</c>.</param>
public readonly struct CodeArguments(ArrayView<float> memory, long output, int stride, int width, long seed, long call)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long output = output, seed = seed, call = call;
    private readonly int stride = stride;

    /// <summary>How many numbers a code has.</summary>
    public int Width { get; } = width;

    /// <summary>The code of a row.</summary>
    public ArrayView<float> Row(int row) => memory.SubView(output + ((long)row * stride), Width);

    /// <summary>A number of U[0, 1) of a row.</summary>
    internal float Uniform(int row, int column) => Philox.Uniform(Philox.Draw(seed, (uint)row, (uint)column, (uint)call, (uint)(call >> 32)).First);
}
