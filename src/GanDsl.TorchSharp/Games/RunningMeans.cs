using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>Exponential moving averages of D's mean logits on reals and on fakes; they never leave the device, and are not part of any graph.</summary>
internal sealed class RunningMeans(Device device) : IDisposable
{
    // Sums on reals and on fakes, and their weight: all start at 0, and a sum over the weight is a mean from the first update on.
    private readonly Tensor sums = zeros(RememberedNumbers.RunningMeans.Length, dtype: ScalarType.Float32, device: device).Keep();

    /// <summary>The state.</summary>
    public Tensor Sums => sums;

    /// <summary>Adds a batch.</summary>
    /// <param name="onReals">D's logits on reals, detached.</param>
    /// <param name="onFakes">D's logits on fakes, detached.</param>
    /// <param name="share">1 − decay.</param>
    /// <returns>The means, which the caller disposes.</returns>
    public (Tensor OfReals, Tensor OfFakes) Update(Tensor onReals, Tensor onFakes, Scalar share)
    {
        using var ofReals = onReals.mean();
        using var ofFakes = onFakes.mean();
        using var one = ones_like(ofReals);
        using var now = stack([ofReals, ofFakes, one]);
        now.sub_(sums).mul_(share);
        sums.add_(now);
        using var reals = sums.select(0, 0);
        using var fakes = sums.select(0, 1);
        using var weight = sums.select(0, 2);
        return (reals.div(weight), fakes.div(weight));
    }

    /// <inheritdoc/>
    public void Dispose() => sums.Dispose();
}
