using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.AuxiliaryLosses;

namespace GanDsl.Generators.Steps;

/// <summary>Whether two pairs of networks are inverses of each other, and what their game cannot have.</summary>
internal static class TwoPairCheck
{
    /// <summary>What is incompatible with the number of pairs, whatever the networks are.</summary>
    public static IEnumerable<Problem> Problems(
        GanDeclaration declaration, IReadOnlyList<AuxiliaryLoss> auxiliaryLosses, IReadOnlyList<Regularizer> regularizers, bool isSimultaneous)
    {
        var isOverTwoPairs = declaration.Inverse is not null;
        for (var i = 0; i < auxiliaryLosses.Count; i++)
        {
            if (auxiliaryLosses[i].IsOfTwoPairs && !isOverTwoPairs)
                yield return Problem.At(SiteKind.AuxiliaryLoss, i, TwoPairRules.OnePair, declaration.Type.Name, auxiliaryLosses[i].Name);
            if (!auxiliaryLosses[i].IsOfTwoPairs && isOverTwoPairs)
                yield return Unsuited(
                    SiteKind.AuxiliaryLoss,
                    i,
                    auxiliaryLosses[i].Name,
                    auxiliaryLosses[i].Target == CriterionTarget.Reals ? "its sources and reals are unpaired" : "its samples have neither labels nor latents");
        }

        if (!isOverTwoPairs) yield break;
        if (isSimultaneous)
            yield return Unsuited(SiteKind.Schedule, 0, "Simultaneous", "cycles pass through both generators, not only through a discriminator");
        for (var i = 0; i < regularizers.Count; i++)
        {
            if (regularizers[i] is LogitRegularizer)
                yield return Unsuited(
                    SiteKind.Regularizer,
                    i,
                    regularizers[i].Name,
                    "its running means are those of one discriminator; R1 and R2 use each discriminator's own samples");
            if (regularizers[i] is GradientRegularizer { At: PenaltySite.Interpolates or PenaltySite.Perturbed })
                yield return Unsuited(
                    SiteKind.Regularizer, i, regularizers[i].Name, "it draws points for one discriminator; R1 and R2 use each discriminator's own samples");
        }

        Problem Unsuited(SiteKind site, int index, string what, string why) =>
            Problem.At(site, index, TwoPairRules.Unsuited, declaration.Type.Name, $"[{what}]", why);
    }

    /// <summary>What does not fit among the four networks.</summary>
    public static IEnumerable<Problem> Problems(
        GanDeclaration declaration, IReadOnlyList<AuxiliaryLoss> auxiliaryLosses, Network generator, Network discriminator, InversePair inverse)
    {
        if (generator.Input != inverse.Generator.Output || generator.Output != inverse.Generator.Input)
        {
            yield return Problem.At(
                SiteKind.Marker, TwoPairRules.NoInverse, inverse.Generator.Type.Name, inverse.Generator.Input.ToString(), inverse.Generator.Output.ToString(),
                generator.Type.Name, generator.Input.ToString(), generator.Output.ToString());
            yield break;
        }

        for (var i = 0; i < auxiliaryLosses.Count; i++)
        {
            if (auxiliaryLosses[i].Target == CriterionTarget.Itself && generator.Input != generator.Output)
                yield return Problem.At(
                    SiteKind.AuxiliaryLoss, i, TwoPairRules.OtherShapes, auxiliaryLosses[i].Name, generator.Type.Name, generator.Input.ToString(),
                    generator.Output.ToString());
        }

        foreach (var network in new[] { generator, discriminator, inverse.Generator, inverse.Discriminator })
        {
            if (network.Condition is not null)
                yield return Problem.At(
                    SiteKind.Marker,
                    TwoPairRules.Unsuited,
                    declaration.Type.Name,
                    network.Label is null ? $"the Source of '{network.Type.Name}'" : $"the Classes of '{network.Type.Name}'",
                    "a discriminator sees only samples of its kind");
            if (network.Heads.Count > 0)
                yield return Problem.At(
                    SiteKind.Marker, TwoPairRules.Unsuited, declaration.Type.Name, $"the [Head] of '{network.Type.Name}'", "no auxiliary loss reads it");
        }
    }

    /// <summary>The error where nothing ties the pairs of a game over two; or null.</summary>
    public static Problem? Untied(MinMaxStep step) => step.InversePair is null
        || step.AuxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.Target == CriterionTarget.Round)
        ? null
        : Problem.At(SiteKind.Marker, TwoPairRules.Untied, step.Declaration.Type.Name, step.Generator.Type.Name, step.InversePair.Generator.Type.Name);
}
