using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>A weight as a matrix: element (batch, row, pixel) is in column batch · pixels + pixel.</summary>
public interface IMatrix
{
    /// <summary>How often all rows are repeated in memory.</summary>
    static abstract int Batches { get; }

    /// <summary>The length of u.</summary>
    static abstract int Rows { get; }

    /// <summary>How many numbers of a row are adjacent.</summary>
    static abstract int Pixels { get; }
}

/// <summary>The arguments of power iteration. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="weight">Where the weight is.</param>
/// <param name="u">Where u is.</param>
/// <param name="v">Where v is.</param>
/// <param name="outer">Where u vᵀ goes; before that, partial sums.</param>
public readonly struct SpectralArguments(ArrayView<float> memory, long weight, long u, long v, long outer)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long weight = weight, u = u, v = v, outer = outer;

    /// <summary>The weight.</summary>
    public ArrayView<float> Weight => memory.SubView(weight);

    /// <summary>u.</summary>
    public ArrayView<float> U => memory.SubView(u);

    /// <summary>v.</summary>
    public ArrayView<float> V => memory.SubView(v);

    /// <summary>u vᵀ.</summary>
    public ArrayView<float> Outer => memory.SubView(outer);
}

/// <summary>The arguments of the normalisation of a vector. Offsets count numbers.</summary>
/// <param name="memory">All of the game's memory.</param>
/// <param name="vector">Where the vector is.</param>
/// <param name="parts">Where the partial sums go.</param>
/// <param name="count">The vector's length.</param>
/// <param name="slices">How many partial sums there are.</param>
/// <param name="eps">The least norm.</param>
public readonly struct VectorArguments(ArrayView<float> memory, long vector, long parts, int count, int slices, float eps)
{
    private readonly ArrayView<float> memory = memory;
    private readonly long vector = vector, parts = parts;

    /// <summary>The vector.</summary>
    public ArrayView<float> Vector => memory.SubView(vector);

    /// <summary>The partial sums.</summary>
    public ArrayView<float> Parts => memory.SubView(parts);

    /// <summary>The vector's length.</summary>
    public int Count { get; } = count;

    /// <summary>How many partial sums there are.</summary>
    public int Slices { get; } = slices;

    /// <summary>The least norm.</summary>
    public float Eps { get; } = eps;
}
