using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Losses;

/// <summary>
/// A player's loss on a sample, in one variable, with its slope, which is written by hand where the derivative from reverse mode would cancel.
/// </summary>
/// <param name="Value">The loss.</param>
/// <param name="Slope">Its derivative.</param>
internal sealed record Loss(Scalar Value, Scalar Slope)
{
    /// <summary>Nothing.</summary>
    public static readonly Loss None = Of(0);

    /// <summary>A loss whose derivative from reverse mode does not cancel.</summary>
    public static Loss Of(Scalar value) => new(value, value.Derivative());

    public Scalar Derivative() => Slope;

    public static Loss operator -(Loss loss) => new(-loss.Value, -loss.Slope);

    public static implicit operator Scalar(Loss loss) => loss.Value;

    public static implicit operator Loss(Scalar value) => Of(value);
}
