using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Augmentations;

/// <summary>The policy color,translation,cutout of Zhao et al. 2020.</summary>
internal sealed record DiffAugment(bool Color, double Translation, double Cutout)
{
    /// <summary>The name of its attribute.</summary>
    public const string Name = nameof(DiffAugment);

    public static DiffAugment Read(AttributeValues values) => new(values.Bool("color"), values.Double("translation"), values.Double("cutout"));

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        Limits.Share("translation", Translation) ?? Limits.Share("cutout", Cutout)
        ?? (!Color && Translation == 0 && Cutout == 0 ? "color is false, and translation and cutout are 0; something must change" : null);

    /// <summary>What happens to pictures of a shape, in order; what cannot change them is left out.</summary>
    public EquatableArray<Augmentation> Of(Shape shape)
    {
        var changes = new List<Augmentation>();
        if (Color) changes.Add(new Brightness());
        if (Color && shape.Channels > 1) changes.Add(new Saturation());
        if (Color) changes.Add(new Contrast());
        var (most, window) = (Part(shape, Translation), Part(shape, Cutout));
        if (most is not (0, 0)) changes.Add(new Translation(new Pair(most.Height, most.Width)));
        if (window is not (0, _) and not (_, 0)) changes.Add(new Cutout(new Pair(window.Height, window.Width)));
        return changes.ToEquatableArray();
    }

    private static (int Height, int Width) Part(Shape shape, double share) => ((int)((shape.Height * share) + 0.5), (int)((shape.Width * share) + 0.5));
}
