using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Power iteration for the largest singular value of a weight, as <c>torch.nn.utils.spectral_norm</c> does it. The order of operations is fixed by the sizes.
/// </summary>
public static class SpectralKernels
{
    /// <summary>v = Wᵀu, not yet normalised; one work item per column.</summary>
    public static void Columns<TMatrix>(Index1D column, SpectralArguments arguments)
        where TMatrix : struct, IMatrix
    {
        var batch = (int)((uint)(int)column / (uint)TMatrix.Pixels);
        var first = (batch * TMatrix.Rows * TMatrix.Pixels) + ((int)column - (batch * TMatrix.Pixels));
        var weight = arguments.Weight;
        var u = arguments.U;
        var sum = 0f;
        for (var row = 0; row < TMatrix.Rows; row++) sum += weight[first + (row * TMatrix.Pixels)] * u[row];
        arguments.V[column] = sum;
    }

    /// <summary>u = Wv, not yet normalised; one work item per row.</summary>
    public static void Rows<TMatrix>(Index1D row, SpectralArguments arguments)
        where TMatrix : struct, IMatrix
    {
        var weight = arguments.Weight;
        var v = arguments.V;
        var sum = 0f;
        for (var batch = 0; batch < TMatrix.Batches; batch++)
        {
            var first = ((batch * TMatrix.Rows) + (int)row) * TMatrix.Pixels;
            for (var pixel = 0; pixel < TMatrix.Pixels; pixel++) sum += weight[first + pixel] * v[(batch * TMatrix.Pixels) + pixel];
        }

        arguments.U[row] = sum;
    }

    /// <summary>Partial sums of squares; one work item per slice, with every slices-th element.</summary>
    public static void Squares(Index1D slice, VectorArguments arguments)
    {
        var vector = arguments.Vector;
        var sum = 0f;
        for (var i = (int)slice; (uint)i < (uint)arguments.Count; i += arguments.Slices) sum += vector[i] * vector[i];
        arguments.Parts[slice] = sum;
    }

    /// <summary>The vector over its norm; one work item per element.</summary>
    public static void Normalise(Index1D element, VectorArguments arguments)
    {
        var parts = arguments.Parts;
        var sum = 0f;
        for (var slice = 0; slice < arguments.Slices; slice++) sum += parts[slice];
        var norm = Functions.Sqrt(sum);
        arguments.Vector[element] /= norm > arguments.Eps ? norm : arguments.Eps;
    }

    /// <summary>u vᵀ in the order of the weight; one work item per element.</summary>
    public static void Outer<TMatrix>(Index1D element, SpectralArguments arguments)
        where TMatrix : struct, IMatrix
    {
        var line = (int)((uint)(int)element / (uint)TMatrix.Pixels);
        var pixel = (int)element - (line * TMatrix.Pixels);
        var batch = (int)((uint)line / (uint)TMatrix.Rows);
        arguments.Outer[element] = arguments.U[line - (batch * TMatrix.Rows)] * arguments.V[(batch * TMatrix.Pixels) + pixel];
    }
}
