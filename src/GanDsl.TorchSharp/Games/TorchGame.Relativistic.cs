using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>Functions for relativistic losses: they see m, a difference between a sample's logit and one or all of the other kind.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>What is subtracted from D's output.</summary>
    protected virtual RelativisticMode RelativisticMode => RelativisticMode.None;

    /// <summary>D's logits on the reals in G's update, detached, remembered for Report. They are disposed.</summary>
    /// <param name="logits">(N, …).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected Tensor DetachOtherLogits(Tensor logits, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(logits);
        using (logits) return lastPasses[pair].OfRealsForGenerator(logits.detach());
    }

    /// <summary>
    /// dL/dℓ on reals and fakes from dL/dm: each logit also gets the negated slopes of the differences that it is subtracted in. Nothing is disposed.
    /// </summary>
    /// <param name="onReals">D's logits on reals, detached.</param>
    /// <param name="onFakes">D's logits on fakes, detached.</param>
    /// <param name="slopeOnReals">dL/dm of the loss on reals, over N.</param>
    /// <param name="slopeOnFakes">dL/dm of the loss on fakes, over N.</param>
    protected (Tensor OnReals, Tensor OnFakes) Couple(Tensor onReals, Tensor onFakes, Func<Tensor, Tensor> slopeOnReals, Func<Tensor, Tensor> slopeOnFakes)
    {
        ArgumentNullException.ThrowIfNull(slopeOnReals);
        ArgumentNullException.ThrowIfNull(slopeOnFakes);
        using var realMargins = RelativisticLogits(onReals, onFakes);
        using var fakeMargins = RelativisticLogits(onFakes, onReals);
        using var realSlopes = slopeOnReals(realMargins);
        using var fakeSlopes = slopeOnFakes(fakeMargins);
        return (RelativisticLogits(realSlopes, fakeSlopes), RelativisticLogits(fakeSlopes, realSlopes));
    }

    /// <summary>Like <see cref="Couple"/>, only for fakes.</summary>
    protected Tensor CoupleFakes(Tensor onReals, Tensor onFakes, Func<Tensor, Tensor> slopeOnReals, Func<Tensor, Tensor> slopeOnFakes)
    {
        var (seedOnReals, seedOnFakes) = Couple(onReals, onFakes, slopeOnReals, slopeOnFakes);
        seedOnReals.Dispose();
        return seedOnFakes;
    }

    // Subtracting the other kind's logits is a self-adjoint linear map: forward and backward are the same.
    private Tensor RelativisticLogits(Tensor values, Tensor others)
    {
        if (RelativisticMode == RelativisticMode.Pair) return values - others;
        using var mean = others.mean();
        return values - mean;
    }

    private double[] RelativisticLogits(double[] values, double[] others)
    {
        if (RelativisticMode == RelativisticMode.None) return values;
        if (RelativisticMode == RelativisticMode.Pair) return [.. values.Zip(others, (value, other) => value - other)];
        var mean = others.Average();
        return Array.ConvertAll(values, value => value - mean);
    }
}
