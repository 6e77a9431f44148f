using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu;

/// <content>Matrices: transposed, multiplied, normalised by their largest singular value; and random numbers.</content>
public sealed partial class Launcher
{
    // Slices of a vector's squared norm.
    private const int MostSlices = 32;

    /// <summary>A matrix, or that of each sample, transposed.</summary>
    /// <param name="matrices">How many matrices; the extent's channels are the rows of one, its pixels the columns.</param>
    /// <param name="input">The matrices.</param>
    /// <param name="to">Where the result goes.</param>
    public long Transpose<TExtent>(long matrices, long input, long to)
        where TExtent : struct, IExtent
    {
        var items = Device.Items(MatrixKernels.TransposeTiles<TExtent>(Count(matrices)));
        var count = Count(matrices * TExtent.Channels * TExtent.Pixels);
        Launch(MatrixKernels.Transpose<TExtent>, items, new PictureArguments(memory.View, input: input, output: to, count: count, items: items));
        return to;
    }

    /// <summary>The product of two matrices of each sample.</summary>
    /// <param name="batch">The samples; 1 for matrices without a batch.</param>
    /// <param name="first">The first factor.</param>
    /// <param name="second">The second factor.</param>
    /// <param name="to">Where the products go.</param>
    public long BatchMatMul<TBatchMatMul>(long batch, long first, long second, long to)
        where TBatchMatMul : struct, IBatchMatMul
    {
        var count = Count(batch * TBatchMatMul.Rows * TBatchMatMul.Columns);
        var items = Device.Items(count);
        Launch(MatrixKernels.BatchMatMul<TBatchMatMul>, items, new BatchMatMulArguments(memory.View, first, second, output: to, count: count, items: items));
        return to;
    }

    /// <summary>The largest number of each row.</summary>
    /// <param name="rows">How many rows; the extent's pixels are the numbers of one.</param>
    /// <param name="input">The rows.</param>
    /// <param name="to">Where the numbers go.</param>
    public long Largest<TExtent>(long rows, long input, long to)
        where TExtent : struct, IExtent
    {
        var items = Device.Items(rows);
        Launch(MatrixKernels.Largest<TExtent>, items, new PictureArguments(memory.View, input: input, output: to, count: Count(rows), items: items));
        return to;
    }

    /// <summary>
    /// Power iteration, then u vᵀ: v = Wᵀu and u = W v, each divided by its norm. The partial sums of the norms are stored where u vᵀ will be.
    /// </summary>
    /// <param name="iterations">How many iterations; 0 leaves u and v as they are.</param>
    /// <param name="weight">W.</param>
    /// <param name="u">u, updated.</param>
    /// <param name="v">v, updated.</param>
    /// <param name="eps">The smallest norm.</param>
    /// <param name="to">Where u vᵀ goes, in the weight's shape.</param>
    public long PowerIteration<TMatrix>(int iterations, long weight, long u, long v, float eps, long to)
        where TMatrix : struct, IMatrix
    {
        var columns = TMatrix.Batches * TMatrix.Pixels;
        var elements = TMatrix.Rows * columns;
        var arguments = new SpectralArguments(memory.View, weight, u, v, outer: to);
        for (var i = 0; i < iterations; i++)
        {
            Launch(SpectralKernels.Columns<TMatrix>, columns, arguments);
            Normalise(v, columns);
            Launch(SpectralKernels.Rows<TMatrix>, TMatrix.Rows, arguments);
            Normalise(u, TMatrix.Rows);
        }

        Launch(SpectralKernels.Outer<TMatrix>, elements, arguments);
        return to;

        void Normalise(long vector, int count)
        {
            var slices = Math.Min(MostSlices, elements);
            var norm = new VectorArguments(memory.View, vector, parts: to, count: count, slices: slices, eps: eps);
            Launch(SpectralKernels.Squares, slices, norm);
            Launch(SpectralKernels.Normalise, count, norm);
        }
    }

    /// <summary>
    /// A weight divided by its largest singular value. PyTorch equivalent: <c>torch.nn.utils.spectral_norm</c>: power iteration, σ = Σ W · u vᵀ, then W / σ.
    /// </summary>
    /// <param name="iterations">How many iterations; 0 leaves u and v as they are.</param>
    /// <param name="weight">W.</param>
    /// <param name="u">u, updated.</param>
    /// <param name="v">v, updated.</param>
    /// <param name="eps">The smallest norm.</param>
    /// <param name="to">Where u vᵀ, σ and W / σ go.</param>
    /// <param name="slices">How many slices the sum is split into.</param>
    /// <param name="parts">Where partial sums go.</param>
    public (long Singular, long Sigma, long Weight) SpectralNorm<TMatrix>(
        int iterations, long weight, long u, long v, float eps, (long Singular, long Sigma, long Weight) to, int slices = 1, long parts = 0)
        where TMatrix : struct, IMatrix
    {
        var count = TMatrix.Rows * TMatrix.Batches * TMatrix.Pixels;
        PowerIteration<TMatrix>(iterations, weight, u, v, eps, to.Singular);
        Sum<Products>(count, [weight, to.Singular], to.Sigma, slices, parts);
        Map<Quotients>(count, [weight, to.Sigma], to.Weight);
        return to;
    }

    /// <summary>Draws from N(0, 1).</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="to">Where they go.</param>
    public long Normal(long count, long to) => Draw(RandomKernels.Normal, count, to);

    /// <summary>Draws from [0, 1).</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="to">Where they go.</param>
    public long Uniform(long count, long to) => Draw(RandomKernels.Uniform, count, to);

    /// <summary>Draws 1 with a probability, else 0.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="probability">The probability of 1.</param>
    /// <param name="to">Where they go.</param>
    public long Bernoulli(long count, float probability, long to) => Draw(RandomKernels.Bernoulli, count, to, probability);

    private long Draw(Action<ILGPU.Index1D, RandomArguments> kernel, long count, long to, float probability = 0.5f)
    {
        var items = Device.Items(RandomKernels.Quads(Count(count)));
        Launch(
            kernel, items, new RandomArguments(memory.View, to, Count(count), items, random.Seed, IsLoading ? 0 : random.NextCall(), probability: probability));
        return to;
    }

    private readonly struct Products : ITerms
    {
        public static int Count => 1;

        public static Sums Apply(Place at, Operands operands) => new(operands.A(at.Index) * operands.B(at.Index));
    }

    private readonly struct Quotients : IMap
    {
        public static float Apply(Place at, Operands operands) => operands.A(at.Index) / operands.B(0);
    }
}
