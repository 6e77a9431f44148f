namespace GanDsl;

/// <summary>
/// An f-GAN: ℓ is D's estimate of log u, u = p_data/p_g; D minimises −a(ℓ_real) + b(ℓ_fake) with a = f′(eˡ) and b = eˡ·a − f(eˡ), and the negative of that, at
/// the best D, is the
/// divergence. Nowozin et al. 2016, "f-GAN". eˣ continues along its tangent above x = 15, so that losses and gradients stay finite.
/// </summary>
/// <param name="divergence">Which divergence V bounds from below.</param>
/// <param name="saturating">
/// Whether G minimises −b(ℓ_fake), the game as it is written, or, by default, −a(ℓ_fake), whose gradients do not vanish where D is sure.
/// </param>
public sealed class FDivergenceAttribute(Divergence divergence, bool saturating = false) : ObjectiveAttribute
{
    /// <summary>Which divergence V bounds from below.</summary>
    public Divergence Divergence { get; } = divergence;

    /// <summary>Whether G minimises −b(ℓ_fake).</summary>
    public bool Saturating { get; } = saturating;
}

/// <summary>
/// <see cref="FDivergenceAttribute"/> with an f of your own: a class with <c>static double F(double u)</c>, convex, written as one expression of u, numbers,
/// constants of the class, + − * /, Math.Log, Math.Exp, Math.Sqrt and Math.Pow with a constant exponent. It is differentiated when your project is compiled,
/// and never called. Losses continue along their tangents beyond |ℓ| = 15, or from where F's terms cancel so far that float32 would lose the fourth digit of a
/// slope.
/// </summary>
/// <param name="function">The class of F, in any file of the project: <c>typeof(Alpha)</c>.</param>
/// <param name="saturating">As for <see cref="FDivergenceAttribute"/>.</param>
public sealed class CustomDivergenceAttribute(Type function, bool saturating = false) : ObjectiveAttribute
{
    /// <summary>The class of F.</summary>
    public Type Function { get; } = function;

    /// <summary>Whether G minimises −b(ℓ_fake).</summary>
    public bool Saturating { get; } = saturating;
}
