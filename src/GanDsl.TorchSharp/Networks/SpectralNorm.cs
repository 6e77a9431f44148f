using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>
/// The largest singular value of a weight by power iteration, and its state: u and v of norm 1. PyTorch equivalent: <c>torch.nn.utils.spectral_norm</c>, in its
/// order of operations.
/// </summary>
public sealed class SpectralNorm : IDisposable
{
    private readonly int dimension;
    private readonly int powerIterations;
    private readonly Scalar eps;

    internal SpectralNorm(string name, TorchParameter weight, int dimension, int powerIterations, double eps, TorchRandom random)
    {
        Name = name;
        this.dimension = dimension;
        this.powerIterations = powerIterations;
        this.eps = eps;
        using var matrix = Matrix(weight.Frozen);
        U = random.Normal([matrix.size(0)]).Keep();
        V = random.Normal([matrix.size(1)]).Keep();
        Normalise(U, U);
        Normalise(V, V);
    }

    /// <summary>PyTorch's <c>weight_u</c>, (rows).</summary>
    public Tensor U { get; }

    /// <summary>PyTorch's <c>weight_v</c>, (columns).</summary>
    public Tensor V { get; }

    /// <summary>The weight's name in the state without its suffix: <c>0.weight</c>.</summary>
    internal string Name { get; }

    /// <summary>W / σ, σ = uᵀWv: of W's shape, a new tensor. In train mode u and v are iterated first; they are constants to autograd.</summary>
    /// <param name="weight">W; not disposed.</param>
    /// <param name="mode">The pass's mode.</param>
    public Tensor Normalise(Tensor weight, ForwardMode mode)
    {
        ArgumentNullException.ThrowIfNull(weight);
        using var matrix = Matrix(weight);
        if (mode != ForwardMode.Evaluate) Iterate(matrix);

        // Copies: the next pass iterates u and v, and the backward still needs these.
        using var u = U.clone();
        using var v = V.clone();
        using var image = matrix.mv(v);
        using var sigma = u.dot(image);
        return weight / sigma;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        U.Dispose();
        V.Dispose();
        eps.Dispose();
    }

    private void Iterate(Tensor matrix)
    {
        using var values = matrix.detach();
        using var transposed = values.t();
        for (var i = 0; i < powerIterations; i++)
        {
            using var columns = transposed.mv(U);
            Normalise(columns, V);
            using var rows = values.mv(V);
            Normalise(rows, U);
        }
    }

    private void Normalise(Tensor vector, Tensor target)
    {
        using var norm = vector.norm();
        using var length = norm.clamp_min(eps);
        using var unit = vector / length;
        target.copy_(unit);
    }

    private Tensor Matrix(Tensor weight)
    {
        if (dimension == 0) return weight.flatten(1);
        using var rowsFirst = weight.transpose(0, dimension);
        return rowsFirst.flatten(1);
    }
}
