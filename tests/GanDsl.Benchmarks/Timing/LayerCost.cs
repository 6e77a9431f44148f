using GanDsl.HandWritten;
using TorchSharp.Modules;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Timing;

/// <summary>The multiply-adds of one layer's forward pass on one sample; each of its two gradients costs as many.</summary>
public static class LayerCost
{
    /// <summary>The costs of the layers that contract something, in order; the others count as free.</summary>
    /// <param name="network">A torch.nn.Sequential.</param>
    /// <param name="inputShape">One sample, without the batch.</param>
    public static IReadOnlyList<double> Of(nn.Module<Tensor, Tensor> network, IEnumerable<long> inputShape)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var costs = new List<double>();
        // Two samples: BatchNorm in train mode refuses one.
        var x = zeros([2, .. inputShape]);
        network.eval();
        foreach (var layer in ((Sequential)network).children().Cast<nn.Module<Tensor, Tensor>>())
        {
            var y = layer.forward(x);
            if (MultiplyAdds(layer, x, y) is { } cost) costs.Add(cost);
            x = y;
        }

        network.train();
        return costs;
    }

    private static double? MultiplyAdds(nn.Module layer, Tensor x, Tensor y) => layer switch
    {
        Linear linear => (double)linear.in_features * linear.out_features,
        // Every output element of a convolution, and every input element of a transposed one, meets one filter.
        Conv2d convolution => Elements(y) * PerElement(convolution.weight!),
        ConvTranspose2d transposed => Elements(x) * PerElement(transposed.weight!),
        // Its power iteration is of the weight alone.
        PlainSpectral spectral when spectral.get_parameter("weight_orig")! is var weight =>
            weight.dim() == 2 ? weight.numel() : Elements(y) * PerElement(weight),
        _ => null,
    };

    private static double Elements(Tensor t) => t.numel() / (double)t.shape[0];

    private static double PerElement(Tensor weight) => weight.numel() / (double)weight.shape[0];
}
