using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Losses;

/// <summary>
/// What a player loses on a sample, in one variable, with its slope: where the derivative as reverse mode would write it cancels, the slope is written as it does not.
/// </summary>
/// <param name="Value">The loss.</param>
/// <param name="Slope">Its derivative.</param>
internal sealed record Loss(Scalar Value, Scalar Slope)
{
    /// <summary>Nothing.</summary>
    public static readonly Loss None = Of(0);

    /// <summary>A loss whose derivative is well-behaved as it follows from the expression.</summary>
    public static Loss Of(Scalar value) => new(value, value.Derivative());

    public Scalar Derivative() => Slope;

    public static Loss operator -(Loss loss) => new(-loss.Value, -loss.Slope);

    public static implicit operator Scalar(Loss loss) => loss.Value;

    public static implicit operator Loss(Scalar value) => Of(value);
}
