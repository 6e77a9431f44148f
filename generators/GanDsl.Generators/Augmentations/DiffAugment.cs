using GanDsl.Generators.Declarations;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Augmentations;

/// <summary>The policy color,translation,cutout of Zhao et al. 2020.</summary>
internal sealed record DiffAugment(bool Color, double Translation, double Cutout) : AugmentationPolicy(nameof(DiffAugment))
{
    public static DiffAugment Read(AttributeValues values) => new(values.Bool("color"), values.Double("translation"), values.Double("cutout"));

    public override string? BadArgument() =>
        Limits.Share("translation", Translation) ?? Limits.Share("cutout", Cutout)
        ?? (!Color && Translation == 0 && Cutout == 0 ? "color is false, and translation and cutout are 0; something must change" : null);

    public override string? Misfit(Shape shape) =>
        Translation > 0 && Part(shape, Translation) == (0, 0) ? $"translation is {Numbers.Literal(Translation)}, less than one of their pixels"
        : Cutout > 0 && Part(shape, Cutout) is (0, _) or (_, 0) ? $"cutout is {Numbers.Literal(Cutout)}, a window smaller than one of their pixels"
        : null;

    public override EquatableArray<Augmentation> Of(Shape shape)
    {
        var changes = new List<Augmentation>();
        if (Color) changes.Add(new Brightness());
        if (Color && shape.Channels > 1) changes.Add(new Saturation());
        if (Color) changes.Add(new Contrast());
        var (most, window) = (Part(shape, Translation), Part(shape, Cutout));
        if (Translation > 0) changes.Add(new Translation(new Pair(most.Height, most.Width)));
        if (Cutout > 0) changes.Add(new Cutout(new Pair(window.Height, window.Width)));
        return changes.ToEquatableArray();
    }

    private static (int Height, int Width) Part(Shape shape, double share) => ((int)((shape.Height * share) + 0.5), (int)((shape.Width * share) + 0.5));
}
