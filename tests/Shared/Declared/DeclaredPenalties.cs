using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Declared;

/// <summary>The regularisers of a declared game: what D minimises besides the objective, as their papers write it.</summary>
/// <param name="regularizers">The regularisers.</param>
internal sealed class DeclaredPenalties(IReadOnlyList<RegularizerAttribute> regularizers)
{
    private readonly IReadOnlyList<RegularizerAttribute> regularizers = [.. regularizers.Select(Known)];

    // As the attributes say: the root has no slope at 0.
    private const double Eps = 1e-12;

    // LeCam's running means as TensorFlow's moving_averages.assign_moving_average keeps them with zero_debias: biased means, and what makes up for their start
    // at 0.
    private (double OnReals, double OnFakes, double Debias) logits;

    public R1Attribute? R1 => regularizers.OfType<R1Attribute>().SingleOrDefault();

    public R2Attribute? R2 => regularizers.OfType<R2Attribute>().SingleOrDefault();

    /// <summary>The means of D's logits that LeCam keeps, as it uses them; null before the first update or without LeCam.</summary>
    public (double OnReals, double OnFakes)? Means => logits.Debias == 0 ? null : (logits.OnReals / logits.Debias, logits.OnFakes / logits.Debias);

    /// <summary>Whether R1 is due in an update, counted from 0.</summary>
    public bool LooksAtReals(long update) => R1 is { } r1 && update % r1.Every == 0;

    /// <summary>Whether R2 is due in an update, counted from 0.</summary>
    public bool LooksAtFakes(long update) => R2 is { } r2 && update % r2.Every == 0;

    /// <summary>What of D's loss is made of its passes over reals and fakes.</summary>
    /// <param name="update">D's update, counted from 0.</param>
    /// <param name="onReals">D's logits.</param>
    /// <param name="reals">Where R1 looks.</param>
    /// <param name="onFakes">D's logits.</param>
    /// <param name="fakes">Where R2 looks.</param>
    /// <param name="kinks">Is shown how far LeCam is from its kinks.</param>
    public IEnumerable<Tensor> OfPasses(long update, Tensor onReals, Tensor reals, Tensor onFakes, Tensor fakes, Action<Tensor>? kinks)
    {
        if (LooksAtReals(update)) yield return R1!.Every * R1.Gamma / 2 * Squares(onReals, reals).mean();
        if (LooksAtFakes(update)) yield return R2!.Every * R2.Gamma / 2 * Squares(onFakes, fakes).mean();
        if (regularizers.OfType<LeCamAttribute>().SingleOrDefault() is not { } leCam) yield break;
        logits = (Follow(logits.OnReals, Mean(onReals)), Follow(logits.OnFakes, Mean(onFakes)), Follow(logits.Debias, 1));
        var (ofReals, ofFakes) = (onReals - Means!.Value.OnFakes, Means.Value.OnReals - onFakes);
        yield return leCam.Weight * (relu(Kinks.AtZero(kinks, ofReals)).square().mean() + relu(Kinks.AtZero(kinks, ofFakes)).square().mean());

        double Follow(double mean, double now) => (leCam.Decay * mean) + ((1 - leCam.Decay) * now);
    }

    /// <summary>The part of D's loss on its own samples: between reals and fakes, and near the reals.</summary>
    /// <param name="batch">What is drawn.</param>
    /// <param name="reals">As D sees them.</param>
    /// <param name="fakes">As D sees them.</param>
    /// <param name="discriminate">D's logits.</param>
    /// <param name="kinks">Is shown how far one-sided penalties are from their kinks.</param>
    public IEnumerable<Tensor> OfOwnPasses(DeclaredBatch batch, Tensor reals, Tensor fakes, Func<Tensor, Tensor> discriminate, Action<Tensor>? kinks)
    {
        if (regularizers.OfType<GradientPenaltyAttribute>().SingleOrDefault() is { } penalty)
        {
            var shares = batch.Interpolation!.to(reals.dtype).reshape([-1, .. Enumerable.Repeat(1L, (int)reals.dim() - 1)]);
            var excess = Norms((shares * reals) + ((1 - shares) * fakes)) - penalty.Target;
            yield return penalty.Weight * (penalty.OneSided ? relu(Kinks.AtZero(kinks, excess)) : excess).square().mean();
        }

        if (regularizers.OfType<DraganAttribute>().SingleOrDefault() is { } dragan)
        {
            var near = reals + (dragan.Std * reals.std(unbiased: false) * batch.Perturbation!.to(reals.dtype));
            yield return dragan.Weight * (Norms(near) - dragan.Target).square().mean();
        }

        Tensor Norms(Tensor samples)
        {
            var points = samples.detach().requires_grad_();
            return (Squares(discriminate(points), points) + Eps).sqrt();
        }
    }

    private static RegularizerAttribute Known(RegularizerAttribute regularizer) =>
        regularizer is R1Attribute or R2Attribute or GradientPenaltyAttribute or DraganAttribute or LeCamAttribute
        ? regularizer
        : throw new NotSupportedException($"{regularizer.GetType().Name} has no reference.");

    private static double Mean(Tensor logits) => logits.detach().to(ScalarType.Float64).mean().item<double>();

    private static Tensor Squares(Tensor logits, Tensor points) =>
        autograd.grad([logits.sum()], [points], retain_graph: true, create_graph: true)[0].flatten(1).square().sum(1);
}
