using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Layers that read labels, one-hot rows (N, classes).</content>
public abstract partial class TorchNetwork
{
    /// <summary>Rows of a table, by one-hot labels: (N, classes) and (classes, d) → (N, d).</summary>
    protected static Tensor Embedding(Tensor labels, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.mm(weight);
    }

    /// <summary>Normalises like <see cref="BatchNorm"/>, with γ and β of the labels' rows of two tables (classes, C).</summary>
    protected static Tensor ConditionalBatchNorm(
        Tensor x, Tensor labels, BatchNormStatistics statistics, Tensor gamma, Tensor beta, double eps, double momentum, ForwardMode mode)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var normalised = BatchNorm(x, statistics, null, null, eps, momentum, mode);
        using var scale = ChannelsOf(labels, gamma, x.dim());
        using var shift = ChannelsOf(labels, beta, x.dim());
        using var scaled = normalised * scale;
        return scaled + shift;
    }

    /// <summary>x Wᵀ + b + ⟨row of the label, x⟩: (N, features) → (N, 1).</summary>
    protected static Tensor ProjectionHead(Tensor x, Tensor labels, Tensor weight, Tensor bias, Tensor embedding)
    {
        ArgumentNullException.ThrowIfNull(x);
        using var linear = Linear(x, weight, bias);
        using var rows = Embedding(labels, embedding);
        using var products = rows * x;
        using var inner = products.sum(1, keepdim: true);
        return linear + inner;
    }

    // (N, C), with trailing dimensions of length 1 for the pixels.
    private static Tensor ChannelsOf(Tensor labels, Tensor table, long dimensions)
    {
        using var rows = Embedding(labels, table);
        return rows.view([.. rows.shape, .. Enumerable.Repeat(1L, (int)dimensions - 2)]);
    }
}
