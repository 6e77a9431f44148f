using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>A BatchNorm layer's running statistics for eval mode.</summary>
public sealed class BatchNormStatistics : IDisposable
{
    internal BatchNormStatistics(string prefix, long features, Device device)
    {
        Prefix = prefix;
        RunningMean = zeros(features, dtype: ScalarType.Float32, device: device).Keep();
        RunningVar = ones(features, dtype: ScalarType.Float32, device: device).Keep();
    }

    /// <summary>The running mean, (features).</summary>
    public Tensor RunningMean { get; }

    /// <summary>The running variance, (features), with Bessel's correction as in PyTorch.</summary>
    public Tensor RunningVar { get; }

    /// <summary>The number of batches seen. PyTorch's <c>num_batches_tracked</c>, stored on the host.</summary>
    public long BatchesTracked { get; internal set; }

    internal string Prefix { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        RunningMean.Dispose();
        RunningVar.Dispose();
    }
}
