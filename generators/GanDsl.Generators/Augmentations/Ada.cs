using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Augmentations;

/// <summary>Adaptive discriminator augmentation, Karras et al. 2020: each change happens with probability p, adapted to how well D recognises reals.</summary>
/// <param name="Target">The E[sign] of D on reals at which p stays the same.</param>
/// <param name="Every">p is updated once in this many updates of D.</param>
/// <param name="Images">The fewest reals in which p can rise from 0 to 1.</param>
/// <param name="Initial">p at the start.</param>
/// <param name="Blit">Whether pictures are mirrored, rotated by quarter turns and shifted by whole pixels.</param>
/// <param name="Geometry">Whether they are scaled, rotated, stretched and shifted by any amount.</param>
/// <param name="Color">Whether brightness, contrast, luma, hue and saturation change.</param>
internal sealed record Ada(double Target, int Every, int Images, double Initial, bool Blit, bool Geometry, bool Color) : AugmentationPolicy(nameof(Ada))
{
    public static Ada Read(AttributeValues values) => new(
        values.Double("target"), values.Int("every"), values.Int("images"), values.Double("initial"), values.Bool("blit"), values.Bool("geometry"),
        values.Bool("color"));

    /// <summary>How many numbers the state of p takes.</summary>
    public const int StateLength = 4;

    private const int OfWarp = 6;

    /// <summary>How the changes' probability is updated, as sentences.</summary>
    public string Description => $"Each of these happens with probability p. After every {(Every == 1 ? "" : Numbers.Ordinal(Every) + " ")}update of D, "
        + $"p grows if D has called more than {Numbers.Literal((1 + Target) / 2)} of the reals since the last change real, "
        + $"else it shrinks, by 1 / {Numbers.Grouped(Images)} for each of them.\n";

    private bool Warps => Blit || Geometry;

    public override string? BadArgument() =>
        Limits.Share("target", Target) ?? Limits.AtLeastOne("every", Every) ?? Limits.AtLeastOne("images", Images) ?? Limits.Share("initial", Initial)
        ?? (Blit || Geometry || Color ? null : "blit, geometry and color are false; something must change");

    public override string? Misfit(Shape shape) => Color && shape.Channels is not (1 or 3)
        ? $"color is true, which changes pictures of 1 or 3 channels; these have {Numbers.Plain(shape.Channels)}"
        : null;

    public override EquatableArray<Augmentation> Of(Shape shape)
    {
        var changes = new List<Augmentation>();
        if (Warps) changes.Add(new Warp(0, Blit, Geometry));
        if (Color) changes.Add(new Recolor(Warps ? OfWarp : 0, shape.Channels));
        return changes.ToEquatableArray();
    }

    /// <summary>What happens to each picture, from its draws and p: six numbers of where it is read, then those of its colours.</summary>
    public Formulas Changes(Shape shape)
    {
        var lines = new AdaLines();
        return lines.Giving([.. Warps ? lines.Reading(shape, Blit, Geometry) : [], .. Color ? lines.Colors(shape) : []]);
    }

    /// <summary>p and its counts after a batch, from those before it, how many reals D called real, and how many it scored.</summary>
    /// <param name="patches">How many logits D returns for a real.</param>
    public Formulas Follow(int patches) => AdaLines.Follow(this, patches);
}
