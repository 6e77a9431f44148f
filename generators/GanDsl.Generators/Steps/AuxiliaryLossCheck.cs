using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>Reads a game's terms, and decides whether the players have what those look at.</summary>
internal static class AuxiliaryLossCheck
{
    /// <summary>The auxiliary losses that this version of the generator knows; what is wrong with their arguments is added to the problems.</summary>
    public static EquatableArray<AuxiliaryLoss> Read(GanDeclaration declaration, List<Problem> problems)
    {
        var auxiliaryLosses = new List<AuxiliaryLoss>();
        for (var i = 0; i < declaration.AuxiliaryLosses.Count; i++)
        {
            if (AuxiliaryLossCatalog.Read(declaration.AuxiliaryLosses[i]) is not { } auxiliaryLoss) continue;
            if (auxiliaryLoss.BadArgument() is { } bad)
                problems.Add(Problem.At(SiteKind.AuxiliaryLoss, i, AuxiliaryLossRules.Argument, auxiliaryLoss.Name, bad));
            if (auxiliaryLosses.FirstOrDefault(earlier => earlier.Variable == auxiliaryLoss.Variable) is { } other)
                problems.Add(Problem.At(SiteKind.AuxiliaryLoss, i, AuxiliaryLossRules.SecondOnHead, auxiliaryLoss.Description, other.Description));
            auxiliaryLosses.Add(auxiliaryLoss);
            if (auxiliaryLosses.Count != ReportLimits.AuxiliaryLosses + 1) continue;
            problems.Add(Problem.At(
                SiteKind.AuxiliaryLoss, i, AuxiliaryLossRules.TooMany, auxiliaryLoss.Description, Numbers.Plain(auxiliaryLosses.Count), declaration.Type.Name,
                Numbers.Plain(ReportLimits.AuxiliaryLosses)));
        }

        return auxiliaryLosses.ToEquatableArray();
    }

    /// <summary>What auxiliary losses need from the players and the schedule, and do not find.</summary>
    public static IEnumerable<Problem> Problems(
        GanDeclaration declaration, EquatableArray<AuxiliaryLoss> auxiliaryLosses, Network generator, Network discriminator, bool isSimultaneous)
    {
        var latents = generator.Input.Elements;
        for (var i = 0; i < auxiliaryLosses.Count; i++)
        {
            var auxiliaryLoss = auxiliaryLosses[i];
            if (isSimultaneous && !auxiliaryLoss.IsOfTwoPairs)
                yield return Problem.At(SiteKind.Schedule, AuxiliaryLossRules.Simultaneous, declaration.Type.Name, auxiliaryLoss.Description);
            if (auxiliaryLoss.Head is null) continue;
            if (discriminator.Heads.FirstOrDefault(head => head.Name == auxiliaryLoss.Head) is not { } head)
            {
                yield return Problem.At(
                    SiteKind.AuxiliaryLoss, i, AuxiliaryLossRules.NoHead, auxiliaryLoss.Description, discriminator.Type.Name,
                    discriminator.Heads.Count == 0 ? "there are none" : $"there are {string.Join(", ", discriminator.Heads.Select(one => one.Name))}",
                    auxiliaryLoss.Head);
                continue;
            }

            if (Misfit(auxiliaryLoss, i, head, generator, discriminator) is { } misfit)
            {
                yield return misfit;
                continue;
            }

            if (auxiliaryLoss.Target != CriterionTarget.Code) continue;
            latents -= head.Shape.Elements / auxiliaryLoss.Loss.Parts;
            if (generator.Input.Rank != 1 || latents < 1)
                yield return Problem.At(
                    SiteKind.AuxiliaryLoss, i, AuxiliaryLossRules.Code, auxiliaryLoss.Description,
                    Numbers.Plain((int)(head.Shape.Elements / auxiliaryLoss.Loss.Parts)), generator.Type.Name, generator.Input.ToString());
        }
    }

    /// <summary>Heads that no auxiliary loss reads: layers that lead only to them never learn.</summary>
    public static IEnumerable<Problem> Unused(MinMaxStep step) => step.Discriminator.Heads
        .Where(head => step.AuxiliaryLosses.All(auxiliaryLoss => auxiliaryLoss.Head != head.Name))
        .Select(head => Problem.At(SiteKind.Marker, AuxiliaryLossRules.Unused, step.Declaration.Type.Name, step.Discriminator.Type.Name, head.Name));

    private static Problem? Misfit(AuxiliaryLoss auxiliaryLoss, int number, NetworkHead head, Network generator, Network discriminator)
    {
        if (auxiliaryLoss.Target == CriterionTarget.Code)
        {
            return head.Shape.Elements % auxiliaryLoss.Loss.Parts == 0 ? null : Problem.At(
                SiteKind.AuxiliaryLoss, number, AuxiliaryLossRules.Width, auxiliaryLoss.Description, head.Name, head.Shape.ToString(),
                "an even number: the code's means, then the logarithms of its variances");
        }

        if (discriminator.Declaration.Classes is not null)
            return Problem.At(
                SiteKind.AuxiliaryLoss,
                number,
                AuxiliaryLossRules.Labels,
                auxiliaryLoss.Description,
                $"'{discriminator.Type.Name}' takes the labels that it should predict; remove its Classes");
        if (generator.Declaration.Classes is not { } classes)
            return Problem.At(
                SiteKind.AuxiliaryLoss,
                number,
                AuxiliaryLossRules.Labels,
                auxiliaryLoss.Description,
                $"'{generator.Type.Name}' has no classes to make samples of; write [Generator(…, Classes = {Numbers.Plain((int)head.Shape.Elements)})]");
        return head.Shape.Elements == classes ? null : Problem.At(
            SiteKind.AuxiliaryLoss, number, AuxiliaryLossRules.Width, auxiliaryLoss.Description, head.Name, head.Shape.ToString(),
            $"{Numbers.Plain(classes)}, the classes of '{generator.Type.Name}'");
    }
}
