using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The rules of augmentations.</summary>
internal static class AugmentationRules
{
    public const string Argument = "GAN0420";
    public const string Second = "GAN0421";
    public const string NoPictures = "GAN0422";
    public const string Pairs = "GAN0423";
}

/// <summary>What happens to pictures before D sees them, and whether it may.</summary>
internal static class AugmentationCheck
{
    /// <summary>The changes in order; none where the game declares none, or has a problem with them.</summary>
    public static EquatableArray<Augmentation> Read(GanDeclaration declaration, EquatableArray<Term> terms, Network? discriminator, List<Problem> problems)
    {
        // Those that this version of the generator does not know are left out.
        if (declaration.Augmentations.FirstOrDefault() is not { Attribute: DiffAugment.Name } attribute) return default;
        for (var i = 1; i < declaration.Augmentations.Count; i++)
        {
            problems.Add(Problem.At(SiteKind.Augmentation, i, AugmentationRules.Second, declaration.Type.Name, attribute.Attribute));
        }

        var augmentation = DiffAugment.Read(attribute.Values);
        if (augmentation.BadArgument() is { } bad) problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.Argument, attribute.Attribute, bad));
        if (discriminator is null) return default;

        if (declaration.Inverse is not null || MinMaxStep.TakesSources(discriminator, terms)) problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.Pairs, declaration.Type.Name, attribute.Attribute));
        if (discriminator.Input.Rank == 3) return augmentation.Of(discriminator.Input);
        problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.NoPictures, attribute.Attribute, discriminator.Type.Name, discriminator.Input.ToString()));
        return default;
    }
}
