using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>Where D's input gradient is taken.</summary>
internal enum PenaltySite
{
    /// <summary>At the reals of D's batch.</summary>
    Reals,

    /// <summary>Between reals and fakes: x̂ = ε·x + (1 − ε)·G(z), one ε ~ U(0, 1) a sample.</summary>
    Interpolates,
}

/// <summary>
/// What D minimises beside its loss: the mean over the batch of a function of q = ‖∇ₓ ℓ‖², the squared norm of the gradient of D's logits' sum by
/// one sample, over all its dimensions. One file a regulariser; <see cref="RegularizerCatalog"/> lists them.
/// </summary>
internal abstract record Regularizer
{
    /// <summary>The attribute's name: <c>R1</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The regulariser as a person would write it: <c>R1(gamma 10)</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Where the gradient is taken.</summary>
    public abstract PenaltySite At { get; }

    /// <summary>What a sample adds to D's loss, the weight included; its variable, <see cref="Scalar.L"/>, stands for q here.</summary>
    public abstract Scalar Penalty { get; }

    /// <summary>dPenalty/dq, simplified: what backward begins at.</summary>
    public abstract Scalar Slope { get; }

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public abstract string? BadArgument();

    protected static string? NotNegative(string name, double value) =>
        value >= 0 && !double.IsInfinity(value) ? null : $"{name} is {Numbers.Literal(value)}; it must be at least 0 and finite";
}
