using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Regularizers;

/// <summary>Where a penalty looks at D's gradient.</summary>
internal enum PenaltyPoints
{
    /// <summary>At the reals of D's batch.</summary>
    Reals,

    /// <summary>Between each real and a fake, at a place drawn for each sample.</summary>
    Interpolates,
}

/// <summary>
/// A penalty on the gradient of D's logit with respect to samples: where it is looked at, and what a sample's gradient costs. Every backend takes the gradient in its own way.
/// </summary>
/// <param name="Name">The attribute's name: <c>R1</c>.</param>
/// <param name="Points">Where the gradient is taken.</param>
internal abstract record Regularizer(string Name, PenaltyPoints Points)
{
    /// <summary>What one sample costs, its weight included, in the squared norm q of its gradient, which stands in the expression as <see cref="Scalar.L"/>.</summary>
    public abstract Scalar Penalty { get; }

    /// <summary>The penalty as a person would write it.</summary>
    public abstract string Description { get; }

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public abstract string? BadArgument();

    protected static string? NotNegative(string name, double value) =>
        value >= 0 && !double.IsInfinity(value) ? null : $"{name} is {Numbers.Literal(value)}; it must be at least 0 and finite";
}
