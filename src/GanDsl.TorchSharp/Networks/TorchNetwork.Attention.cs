using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <content>Attention as products of matrices, including its 1 × 1 convolutions.</content>
public abstract partial class TorchNetwork
{
    /// <summary>x + gamma · o(g(x) · softmax(theta(x)ᵀ · phi(x))ᵀ), phi(x) and g(x) pooled by their maxima.</summary>
    protected static Tensor SelfAttention2d(Tensor x, Tensor theta, Tensor phi, Tensor g, Tensor o, Tensor gamma, long pool)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var pixels = x.flatten(2);
        using var queries = Pointwise(theta, pixels);
        using var looking = queries.transpose(1, 2);
        using var keys = Pooled(phi);
        using var values = Pooled(g);
        using var scores = looking.matmul(keys);
        using var shares = scores.softmax(-1);
        using var seen = shares.transpose(1, 2);
        using var looked = values.matmul(seen);
        using var back = Pointwise(o, looked);
        using var scaled = back * gamma;
        using var picture = scaled.reshape(x.shape);
        return x + picture;

        Tensor Pooled(Tensor weight)
        {
            using var all = Pointwise(weight, pixels);
            using var pictures = all.reshape(x.size(0), weight.size(0), x.size(2), x.size(3));
            using var largest = functional.max_pool2d(pictures, [pool, pool]);
            return largest.flatten(2);
        }
    }

    // (out, in, 1, 1) and (N, in, pixels) → (N, out, pixels).
    private static Tensor Pointwise(Tensor weight, Tensor pixels)
    {
        using var matrix = weight.flatten(1);
        return matrix.matmul(pixels);
    }
}
