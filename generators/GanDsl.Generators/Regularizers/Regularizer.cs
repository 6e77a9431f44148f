using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>What D minimises besides its loss. One file per regulariser; <see cref="RegularizerCatalog"/> lists them.</summary>
internal abstract record Regularizer
{
    /// <summary>The attribute's name: <c>R1</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The regulariser as a person would write it: <c>R1(gamma 10)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>What it adds to D's loss and how, as the end of a sentence for the step's documentation.</summary>
    public abstract string Formula { get; }

    /// <summary>It is due in the first and every n-th update of D, n times as strong.</summary>
    public virtual int Every => 1;

    /// <summary>Whether D's Adam is slowed as in StyleGAN2: lr·c and betas to the power of c, c = every/(every + 1).</summary>
    public virtual bool LazyAdam => false;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public abstract string? BadArgument();

    protected static string? Lazily(int every, bool lazyAdam) =>
        every < 1 ? $"every is {Numbers.Plain(every)}; it must be at least 1"
        : lazyAdam && every == 1 ? "lazyAdam is true, but every is 1; it makes up for an interval of at least 2"
        : null;
}

/// <summary>
/// The mean over the batch of a function of q = ‖∇ₓ ℓ‖², the squared norm, over all dimensions of a sample, of the gradient of D's summed logits at it.
/// </summary>
internal abstract record GradientRegularizer : Regularizer
{
    /// <summary>Where the gradient is taken.</summary>
    public abstract PenaltySite At { get; }

    /// <summary>The size of the noise at <see cref="PenaltySite.Perturbed"/>, as a fraction of the standard deviation of the reals' numbers.</summary>
    public virtual double Std => 0;

    /// <summary>Whether it needs the norm of each sample's own gradient, which a D that couples samples does not have.</summary>
    public virtual bool WantsNormOfEachSample => false;

    /// <summary>A sample's addition to D's loss, the weight included; its variable, <see cref="Scalar.L"/>, is q here.</summary>
    public abstract Scalar Penalty { get; }

    /// <summary>dPenalty/dq, simplified: where backward starts.</summary>
    public abstract Scalar Slope { get; }

    /// <summary>dPenalty/dq in the updates where it is due, times the interval.</summary>
    public Scalar SlopeInMove => Every * Slope;

    public override string Formula => $"the mean of {ScalarText.Math(Penalty, "q")} over {At.Samples()}, q = ‖∇ₓ ℓ‖² of each"
        + (Every == 1 ? "" : $"; in the first call and every {Numbers.Ordinal(Every)} after it, {Numbers.Plain(Every)} times as strong");
}
