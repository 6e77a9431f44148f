using GanDsl.Generators.Declarations;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Augmentations;

/// <summary>How pictures are changed before D sees them, as an attribute declares it.</summary>
/// <param name="Name">The attribute's name.</param>
internal abstract record AugmentationPolicy(string Name)
{
    /// <summary>The policy of an attribute; null where this version of the generator does not know it.</summary>
    public static AugmentationPolicy? Read(GameAttribute attribute) => attribute.Attribute switch
    {
        nameof(DiffAugment) => DiffAugment.Read(attribute.Values),
        nameof(Ada) => Ada.Read(attribute.Values),
        _ => null,
    };

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public abstract string? BadArgument();

    /// <summary>Why it does not suit pictures of a shape, as the end of a sentence, or null.</summary>
    public abstract string? Misfit(Shape shape);

    /// <summary>The changes for pictures of a shape, in order; those that cannot change them are left out.</summary>
    public abstract EquatableArray<Augmentation> Of(Shape shape);
}
