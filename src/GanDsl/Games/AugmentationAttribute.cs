namespace GanDsl;

/// <summary>
/// How pictures are changed at random before the discriminator sees them, reals and fakes alike, in both players' updates: it cannot memorise a small data set,
/// and the generator learns from it through the change, so its own samples are not changed. A game has at most one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class AugmentationAttribute : Attribute
{
    private protected AugmentationAttribute()
    {
    }
}

/// <summary>
/// Every picture that D sees is first changed in colour, shifted and partly covered, differently each time. Zhao et al. 2020, "Differentiable augmentation for
/// data-efficient GAN training"; the changes, their order and their sizes are those of the authors' code with the policy <c>color,translation,cutout</c>.
/// </summary>
/// <remarks>
/// In order, with one draw for each picture: brightness, plus U(−½, ½); saturation, the distance from the mean of a pixel's channels times U(0, 2), which does
/// not change pictures of one channel; contrast, the distance from the picture's mean times U(½, 1½); translation by whole pixels, up to a fraction of the
/// height and of the width, filled with zeros; cutout, zeros over a window of a fraction of both, anywhere. D's regularisers use what D sees: the changed
/// pictures. The same holds for auxiliary losses of D's heads, and labels.
/// </remarks>
/// <param name="color">Whether brightness, saturation and contrast change.</param>
/// <param name="translation">The largest shift of a picture, as a fraction of its height and of its width, in [0, 1]; 0: none.</param>
/// <param name="cutout">The height and the width of the window that is covered, as a fraction of the picture's, in [0, 1]; 0: none.</param>
public sealed class DiffAugmentAttribute(bool color = true, double translation = 0.125, double cutout = 0.5) : AugmentationAttribute
{
    /// <summary>Whether brightness, saturation and contrast change.</summary>
    public bool Color { get; } = color;

    /// <summary>The largest shift of a picture, as a fraction of its height and of its width.</summary>
    public double Translation { get; } = translation;

    /// <summary>The height and the width of the window that is covered, as a fraction of the picture's.</summary>
    public double Cutout { get; } = cutout;
}

/// <summary>
/// Every picture that D sees is changed in up to thirteen ways, each with a probability p that starts at 0 and adapts to D: while D is too sure of reals, p
/// grows. Karras et al. 2020, "Training generative adversarial networks with limited data"; the changes, their order and their sizes are those of the authors'
/// pipeline <c>bgc</c>.
/// </summary>
/// <remarks>
/// <para>Blit: mirrored; rotated by quarter turns; shifted by whole pixels, up to an eighth of the picture. Geometry: scaled by 2 to the N(0, 0.2²); rotated by
/// any angle; stretched by 2 to the N(0, 0.2²); rotated again; shifted by N(0, ⅛²) of the picture. Color: brightness plus N(0, 0.2²); contrast times 2 to the
/// N(0, 0.5²); luma mirrored; hue rotated by any angle; saturation times 2 to the N(0, 1), the last two where there are three channels. Geometric changes are
/// applied at once, by one bilinear interpolation, mirrored beyond the border; the authors filter before and after theirs, which this does not. D's
/// regularisers use what D sees.</para>
/// <para>At a fixed interval of D's updates p goes up where E[sign(ℓ)] on reals since the last time (twice the fraction that D calls real, minus 1) is above
/// the target, else down, by the reals seen over <c>images</c>; it stays in [0, 1]. It is part of D's optimiser's state, and in the report. An objective whose
/// D has no threshold, such as <see cref="WassersteinAttribute"/>, is refused.</para>
/// </remarks>
/// <param name="target">The target of E[sign(ℓ)] on reals, in [0, 1]; 0 is a D that guesses, 1 one that recognises every real.</param>
/// <param name="every">The interval of p's updates, in updates of D, at least 1.</param>
/// <param name="images">The number of reals in which p goes from 0 to 1 if it only goes up.</param>
/// <param name="initial">p at the start, in [0, 1].</param>
/// <param name="blit">Whether pictures are mirrored, rotated by quarter turns and shifted by whole pixels.</param>
/// <param name="geometry">Whether they are scaled, rotated, stretched and shifted by any amount.</param>
/// <param name="color">Whether brightness, contrast, luma, hue and saturation change; for pictures of 1 or 3 channels.</param>
public sealed class AdaAttribute(
    double target = 0.6, int every = 4, int images = 500_000, double initial = 0, bool blit = true, bool geometry = true, bool color = true)
        : AugmentationAttribute
{
    /// <summary>The target of E[sign(ℓ)] on reals.</summary>
    public double Target { get; } = target;

    /// <summary>The interval of p's updates, in updates of D.</summary>
    public int Every { get; } = every;

    /// <summary>The number of reals in which p goes from 0 to 1 if it only goes up.</summary>
    public int Images { get; } = images;

    /// <summary>p at the start.</summary>
    public double Initial { get; } = initial;

    /// <summary>Whether pictures are mirrored, rotated by quarter turns and shifted by whole pixels.</summary>
    public bool Blit { get; } = blit;

    /// <summary>Whether they are scaled, rotated, stretched and shifted by any amount.</summary>
    public bool Geometry { get; } = geometry;

    /// <summary>Whether brightness, contrast, luma, hue and saturation change.</summary>
    public bool Color { get; } = color;
}
