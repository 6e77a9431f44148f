namespace GanDsl;

/// <summary>
/// How pictures are changed at random before the discriminator sees them, reals and fakes alike, in both players' moves: it cannot learn few pictures by heart, and the generator
/// learns from it through the change, so that what it makes is not itself changed. A game has at most one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class AugmentationAttribute : Attribute
{
    private protected AugmentationAttribute()
    {
    }
}

/// <summary>
/// Every picture that D judges is first given another colour, moved and covered in part, each time anew. Zhao et al. 2020, "Differentiable augmentation for data-efficient GAN training";
/// the changes, their order and their sizes are those of the authors' code with the policy <c>color,translation,cutout</c>.
/// </summary>
/// <remarks>
/// In order, with one draw for each picture: brightness, plus U(−½, ½); saturation, the distance from the mean of a pixel's channels times U(0, 2), which leaves pictures of one channel
/// alone; contrast, the distance from the picture's mean times U(½, 1½); translation by whole pixels, up to a share of the height and of the width, with zeros behind; cutout, zeros over a window
/// of a share of both, anywhere. What D's regularisers look at is what D sees: the changed pictures. D's head terms and labels are of the same pictures.
/// </remarks>
/// <param name="color">Whether brightness, saturation and contrast change.</param>
/// <param name="translation">How far a picture is moved at most, as a share of its height and of its width, in [0, 1]; 0: not at all.</param>
/// <param name="cutout">The height and the width of the window that is covered, as a share of the picture's, in [0, 1]; 0: none is.</param>
public sealed class DiffAugmentAttribute(bool color = true, double translation = 0.125, double cutout = 0.5) : AugmentationAttribute
{
    /// <summary>Whether brightness, saturation and contrast change.</summary>
    public bool Color { get; } = color;

    /// <summary>How far a picture is moved at most, as a share of its height and of its width.</summary>
    public double Translation { get; } = translation;

    /// <summary>The height and the width of the window that is covered, as a share of the picture's.</summary>
    public double Cutout { get; } = cutout;
}

/// <summary>
/// Every picture that D judges is changed in up to thirteen ways, each with a probability p that begins at 0 and follows D: while D tells reals too surely, p grows. Karras et al. 2020, "Training
/// generative adversarial networks with limited data"; the changes, their order and their sizes are those of the authors' pipeline <c>bgc</c>.
/// </summary>
/// <remarks>
/// <para>Blit: mirrored; turned by quarters; moved by whole pixels, up to an eighth of the picture. Geometry: scaled by 2 to the N(0, 0.2²); turned by any angle; stretched by 2 to the N(0, 0.2²);
/// turned again; moved by N(0, ⅛²) of the picture. Color: brightness plus N(0, 0.2²); contrast times 2 to the N(0, 0.5²); luma mirrored; hue turned by any angle; saturation times 2 to the N(0, 1),
/// the last two where there are three channels. Geometric changes are made at once, by one linear interpolation between four pixels, with what lies beyond the border mirrored; the authors filter
/// before and after theirs, which this does not. What D's regularisers look at is what D sees.</para>
/// <para>After every so many of D's moves p goes up where E[sign(ℓ)] on reals since the last time, twice their share that D calls real less 1, is above the target, else down, by the reals seen over
/// <c>images</c>; it stays in [0, 1]. It is part of D's optimiser's state, and in the report. An objective whose D has no threshold, such as <see cref="WassersteinAttribute"/>, is refused.</para>
/// </remarks>
/// <param name="target">The E[sign(ℓ)] on reals that is aimed at, in [0, 1]; 0 is a D that guesses, 1 one that knows every real.</param>
/// <param name="every">In every how many of D's moves p moves, at least 1.</param>
/// <param name="images">After how many reals p has gone from 0 to 1, if it goes up all the time.</param>
/// <param name="initial">p at the start, in [0, 1].</param>
/// <param name="blit">Whether pictures are mirrored, turned by quarters and moved by whole pixels.</param>
/// <param name="geometry">Whether they are scaled, turned, stretched and moved by any amount.</param>
/// <param name="color">Whether brightness, contrast, luma, hue and saturation change; for pictures of 1 or 3 channels.</param>
public sealed class AdaAttribute(
    double target = 0.6, int every = 4, int images = 500_000, double initial = 0, bool blit = true, bool geometry = true, bool color = true) : AugmentationAttribute
{
    /// <summary>The E[sign(ℓ)] on reals that is aimed at.</summary>
    public double Target { get; } = target;

    /// <summary>In every how many of D's moves p moves.</summary>
    public int Every { get; } = every;

    /// <summary>After how many reals p has gone from 0 to 1, if it goes up all the time.</summary>
    public int Images { get; } = images;

    /// <summary>p at the start.</summary>
    public double Initial { get; } = initial;

    /// <summary>Whether pictures are mirrored, turned by quarters and moved by whole pixels.</summary>
    public bool Blit { get; } = blit;

    /// <summary>Whether they are scaled, turned, stretched and moved by any amount.</summary>
    public bool Geometry { get; } = geometry;

    /// <summary>Whether brightness, contrast, luma, hue and saturation change.</summary>
    public bool Color { get; } = color;
}
