using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <content>What relativistic losses need beside a step's other pieces: they see m, a sample's logit less what it is measured against.</content>
public abstract partial class TorchGame<TLatent, TSample>
{
    /// <summary>What D's output is measured against.</summary>
    protected virtual RelativisticMode RelativisticMode => RelativisticMode.None;

    /// <summary>D's logits on the reals in G's move, free of autograd, remembered for Report. They are consumed.</summary>
    /// <param name="logits">(N, …).</param>
    /// <param name="pair">Which pair's: 0, or 1 of the second.</param>
    protected Tensor DetachOtherLogits(Tensor logits, int pair = 0)
    {
        ArgumentNullException.ThrowIfNull(logits);
        using (logits) return lastPasses[pair].OfRealsForGenerator(logits.detach());
    }

    /// <summary>dL/dℓ on reals and fakes from dL/dm: what a logit is measured against gets the slopes of those that it is the opponent of, negated. Nothing is consumed.</summary>
    /// <param name="onReals">D's logits on reals, free of autograd.</param>
    /// <param name="onFakes">D's logits on fakes, free of autograd.</param>
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

    /// <summary>As <see cref="Couple"/>, for fakes alone.</summary>
    protected Tensor CoupleFakes(Tensor onReals, Tensor onFakes, Func<Tensor, Tensor> slopeOnReals, Func<Tensor, Tensor> slopeOnFakes)
    {
        var (seedOnReals, seedOnFakes) = Couple(onReals, onFakes, slopeOnReals, slopeOnFakes);
        seedOnReals.Dispose();
        return seedOnFakes;
    }

    // To subtract the opponents, and to give them back what they take, is the same linear map: it is its own adjoint.
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
