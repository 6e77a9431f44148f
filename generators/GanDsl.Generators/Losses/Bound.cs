using GanDsl.Generators.Scalars;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Losses;

/// <summary>What an objective's value says about the distance between p_g and p_data.</summary>
/// <param name="Divergence">What is bounded from below, with equality at the best D: <c>JSD</c>.</param>
/// <param name="Text">The estimate, for people: <c>V/2 + log 2</c>.</param>
/// <param name="Estimate">The estimate; its variable, <see cref="L"/>, is V here.</param>
internal sealed record Bound(string Divergence, string Text, Scalar Estimate)
{
    /// <summary>Theorem 1 of Goodfellow et al. 2014 for V itself: at the best D, V = −2·log 2 + 2·JSD.</summary>
    public static readonly Bound OfTheGame = new("JSD", "V/2 + log 2", (0.5 * L) + Math.Log(2));
}
