using TorchSharp.Modules;

using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>
/// Biases that a BatchNorm right behind them takes away again. Their gradient is 0 but for rounding, and Adam scales that
/// rounding up to steps of lr in random directions: two runs of the same code on another number of threads differ too.
/// </summary>
public static class CancelledBiases
{
    /// <summary>Their names in the state of a torch.nn.Sequential.</summary>
    public static IReadOnlySet<string> Of(nn.Module<Tensor, Tensor> network)
    {
        var layers = ((Sequential)network).children().ToArray();
        return Enumerable.Range(1, layers.Length - 1)
            .Where(i => layers[i] is BatchNorm1d or BatchNorm2d)
            .Select(i => $"{i - 1}.bias")
            .ToHashSet();
    }
}
