using GanDsl.Generators.Declarations;
using GanDsl.Generators.Losses;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Objectives;

/// <summary>D as in <see cref="Minimax"/>; G ascends log D(G(z)) = −sp(−ℓ) instead. Goodfellow et al. 2014, section 3.</summary>
internal static class NonSaturating
{
    public static Objective Read(AttributeValues values) => Of(values.Double("smoothing"));

    /// <param name="smoothing">s: D's target on reals is 1 − s. Salimans et al. 2016, section 3.4.</param>
    public static Objective Of(double smoothing) => new(
        nameof(NonSaturating),
        OnReals: ((1 - smoothing) * Softplus(-L)) + (smoothing * Softplus(L)),
        OnFakes: Softplus(L),
        Generator: Softplus(-L))
    {
        Description = smoothing == 0 ? nameof(NonSaturating) : $"{nameof(NonSaturating)}(smoothing {Numbers.Literal(smoothing)})",

        // V stays that of the game; against smoothed labels the best D is (1 − s)·p_data/(p_data + p_g).
        ValueOnReals = -Softplus(-L),
        Equilibrium = Math.Log((1 - smoothing) / 2) + Math.Log((1 + smoothing) / 2),
        Bound = Bound.OfTheGame,
        Ratio = -Exp(-L),
        BadArgument = Limits.BelowOne("smoothing", smoothing),
    };
}
