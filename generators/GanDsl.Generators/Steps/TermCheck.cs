using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Terms;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The rules of terms beside the game.</summary>
internal static class TermRules
{
    public const string Argument = "GAN0371";
    public const string NoHead = "GAN0372";
    public const string Width = "GAN0373";
    public const string SecondOnHead = "GAN0374";
    public const string Labels = "GAN0375";
    public const string Code = "GAN0376";
    public const string Simultaneous = "GAN0377";
    public const string Unused = "GAN0378";
    public const string TooMany = "GAN0379";
}

/// <summary>Reads a game's terms, and decides whether the players have what those look at.</summary>
internal static class TermCheck
{
    /// <summary>The terms that this version of the generator knows; what is wrong with their arguments is added to the problems.</summary>
    public static EquatableArray<Term> Read(GanDeclaration declaration, List<Problem> problems)
    {
        var terms = new List<Term>();
        for (var i = 0; i < declaration.Terms.Count; i++)
        {
            if (TermCatalog.Read(declaration.Terms[i]) is not { } term) continue;
            if (term.BadArgument() is { } bad) problems.Add(Problem.At(SiteKind.Term, i, TermRules.Argument, term.Name, bad));
            if (terms.FirstOrDefault(earlier => earlier.Variable == term.Variable) is { } other) problems.Add(Problem.At(SiteKind.Term, i, TermRules.SecondOnHead, term.Description, other.Description));
            terms.Add(term);
            if (terms.Count != ReportLimits.Terms + 1) continue;
            problems.Add(Problem.At(
                SiteKind.Term, i, TermRules.TooMany, term.Description, Numbers.Plain(terms.Count), declaration.Type.Name, Numbers.Plain(ReportLimits.Terms)));
        }

        return terms.ToEquatableArray();
    }

    /// <summary>What terms ask of the players and the schedule, and do not find.</summary>
    public static IEnumerable<Problem> Problems(GanDeclaration declaration, EquatableArray<Term> terms, Network generator, Network discriminator, bool isSimultaneous)
    {
        var latents = generator.Input.Elements;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (isSimultaneous && !term.IsOfTwoPairs) yield return Problem.At(SiteKind.Schedule, TermRules.Simultaneous, declaration.Type.Name, term.Description);
            if (term.Head is null) continue;
            if (discriminator.Heads.FirstOrDefault(head => head.Name == term.Head) is not { } head)
            {
                yield return Problem.At(SiteKind.Term, i, TermRules.NoHead, term.Description, discriminator.Type.Name, discriminator.Heads.Count == 0 ? "there are none" : $"there are {string.Join(", ", discriminator.Heads.Select(one => one.Name))}", term.Head);
                continue;
            }

            if (Misfit(term, i, head, generator, discriminator) is { } misfit)
            {
                yield return misfit;
                continue;
            }

            if (term.Target != TermTarget.Code) continue;
            latents -= head.Shape.Elements / term.Loss.Parts;
            if (generator.Input.Rank != 1 || latents < 1) yield return Problem.At(SiteKind.Term, i, TermRules.Code, term.Description, Numbers.Plain((int)(head.Shape.Elements / term.Loss.Parts)), generator.Type.Name, generator.Input.ToString());
        }
    }

    /// <summary>Heads that no term looks at: what leads to them alone never learns.</summary>
    public static IEnumerable<Problem> Unused(MinMaxStep step) => step.Discriminator.Heads
        .Where(head => step.Terms.All(term => term.Head != head.Name))
        .Select(head => Problem.At(SiteKind.Marker, TermRules.Unused, step.Declaration.Type.Name, step.Discriminator.Type.Name, head.Name));

    private static Problem? Misfit(Term term, int number, NetworkHead head, Network generator, Network discriminator)
    {
        if (term.Target == TermTarget.Code)
        {
            return head.Shape.Elements % term.Loss.Parts == 0 ? null : Problem.At(SiteKind.Term, number, TermRules.Width, term.Description, head.Name, head.Shape.ToString(), "an even number: the code's means, then the logarithms of its variances");
        }

        if (discriminator.Declaration.Classes is not null) return Problem.At(SiteKind.Term, number, TermRules.Labels, term.Description, $"'{discriminator.Type.Name}' is given the labels that it is to find out; remove its Classes");
        if (generator.Declaration.Classes is not { } classes) return Problem.At(SiteKind.Term, number, TermRules.Labels, term.Description, $"'{generator.Type.Name}' has no classes to make samples of; write [Generator(…, Classes = {Numbers.Plain((int)head.Shape.Elements)})]");
        return head.Shape.Elements == classes ? null : Problem.At(SiteKind.Term, number, TermRules.Width, term.Description, head.Name, head.Shape.ToString(), $"{Numbers.Plain(classes)}, the classes of '{generator.Type.Name}'");
    }
}
