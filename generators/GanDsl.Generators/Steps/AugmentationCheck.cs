using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>What happens to pictures before D sees them, and whether it may.</summary>
internal static class AugmentationCheck
{
    /// <summary>The augmentation; null where the game declares none, or has a problem with it.</summary>
    public static AugmentationPolicy? Read(
        GanDeclaration declaration, Objective? objective, EquatableArray<AuxiliaryLoss> auxiliaryLosses, Network? discriminator, List<Problem> problems)
    {
        // Those that this version of the generator does not know are left out.
        if (declaration.Augmentations.FirstOrDefault() is not { } attribute || AugmentationPolicy.Read(attribute) is not { } policy) return null;
        for (var i = 1; i < declaration.Augmentations.Count; i++)
        {
            problems.Add(Problem.At(SiteKind.Augmentation, i, AugmentationRules.Second, declaration.Type.Name, attribute.Attribute));
        }

        var bad = policy.BadArgument();
        if (bad is not null) problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.Argument, policy.Name, bad));
        if (policy is Ada && objective is { Threshold: null })
            problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.NoThreshold, policy.Name, objective.Name));
        if (discriminator is null) return null;

        if (declaration.Inverse is not null || MinMaxStep.TakesSources(discriminator, auxiliaryLosses))
            problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.Pairs, declaration.Type.Name, policy.Name));
        if (discriminator.Input.Rank != 3)
            problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.NoPictures, policy.Name, discriminator.Type.Name, discriminator.Input.ToString()));
        else if (bad is null && policy.Misfit(discriminator.Input) is { } misfit)
            problems.Add(Problem.At(SiteKind.Augmentation, AugmentationRules.Misfit, policy.Name, discriminator.Input.ToString(), misfit));
        else if (bad is null) return policy;
        return null;
    }
}
