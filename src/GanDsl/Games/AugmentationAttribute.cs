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
