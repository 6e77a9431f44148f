using System.Text;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>Prints a plan, one line per statement: what it does, on what, and remarks beside it.</summary>
internal static class StepPlanText
{
    private const int VerbColumns = 10;
    private const int WhatColumns = 64;

    public static string Of(StepPlan plan) => Of(plan.Statements);

    public static string Of(IEnumerable<Statement> statements)
    {
        var text = new StringBuilder();
        Write(text, statements, indent: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<Statement> statements, int indent)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case Statement.Section(var why):
                    Line("", $"# {why}");
                    break;
                case Statement.Branch branch:
                    Line("branch", $"every {Numbers.Ordinal(branch.Every)} call, the first among them, for {branch.Why}");
                    Write(text, branch.Due, indent + 2);
                    Line("otherwise", "");
                    Write(text, branch.Otherwise, indent + 2);
                    break;
                case Statement.Block block:
                    Line("block", block.Name, block.Summary);
                    Write(text, block.Statements, indent + 2);
                    break;
                default:
                    var (verb, what, besides) = TextOf(statement);
                    Line(verb, what, besides);
                    break;
            }
        }

        void Line(string verb, string what, string besides = "")
        {
            var start = new string(' ', indent) + (verb.Length == 0 ? what : verb.PadRight(VerbColumns) + what);
            text.Append((besides.Length == 0 ? start : start.PadRight(WhatColumns) + " " + besides).TrimEnd()).Append('\n');
        }
    }

    private static (string Verb, string What, string Besides) TextOf(Statement statement) => statement switch
    {
        Statement.Draw draw => ("draw", Shaped(draw.Value), Draw(draw)),
        Statement.Forward forward => ("forward", $"{forward.Player.Symbol}({Input(forward)}) → {Output(forward)}", Kept(forward)),
        Statement.Join join => ("join", $"{join.Reals} ‖ {join.Fakes} → {Shaped(join.Output)}", ""),
        Statement.FakesOf half => ("half", $"fakes of {half.Joint} → {half.Output}", ""),
        Statement.Code code => ("code", $"{code.Latents}[{Numbers.Plain(code.From)}..] → {Shaped(code.Output)}", ""),
        Statement.Detach detach => ("detach", $"{detach.Input} → {detach.Output}", detach.WantsGradient ? "a backward ends at it" : ""),
        Statement.Augment augment => ("augment", $"{augment.Input}, {augment.Draws} → {augment.Output}", ""),
        Statement.Mix mix => ("mix", $"{mix.Shares}·{mix.Reals} + (1 − {mix.Shares})·{mix.Fakes} → {mix.Output}", ""),
        Statement.Perturb perturb => ("perturb", $"{perturb.Reals} + {Numbers.Literal(perturb.Std)}·σ·{perturb.Noise} → {perturb.Output}", ""),
        Statement.Adapt adapt => ("adapt", $"{adapt.Policy.Name} by {Values(adapt.Logits.Values)}", "p adapts to how many reals D calls real"),
        Seed seed => ("seed", $"{What(seed)} at {Values(seed.At)}", Besides(seed)),
        Statement.Backward backward => ("backward", $"{Values(backward.From.SelectMany(seed => seed.At).Distinct())} → {Ends(backward)}", Through(backward)),
        Statement.Update update => ("update", $"{Symbols(update.Players)}: {update.Players[0].Update.Description}", ""),
        Statement.UnlessGeneratorMoves => ("end", "of the calls that do not update G", ""),
        _ => throw new InvalidOperationException($"No text is written for {statement.GetType().Name}."),
    };

    private static string Draw(Statement.Draw draw)
    {
        var kind = draw.Kind switch
        {
            DrawKind.Reals => "passed in",
            DrawKind.Labels => "passed in, one-hot",
            DrawKind.Sources => "passed in with the reals",
            DrawKind.Latents => "noise for G",
            DrawKind.Shares => "from 0 to 1, one per sample",
            DrawKind.Noise => "from 0 to 1, one per number",
            _ => "for the change of each sample before D sees it",
        };
        return draw.InEveryCall ? kind : kind + ", in the calls that update G";
    }

    private static string Input(Statement.Forward forward) => forward.Condition is null ? forward.Input.Name : $"{forward.Input}, {forward.Condition}";

    private static string Output(Statement.Forward forward) =>
        forward.Heads.Count == 0 ? Shaped(forward.Output) : $"{Shaped(forward.Output)}, {Values(forward.Heads)}";

    private static string Kept(Statement.Forward forward)
    {
        var saves = forward.Saves switch
        {
            Saves.Nothing => "training; saves nothing",
            Saves.ForInput => "training; saves for backward to its input",
            Saves.ForParameters => "training; saves for backward",
            _ => "training; saves for backward in the calls that update G",
        };
        return forward.Slope is { } slope ? $"{saves}; {slope.Squares} = ‖∇ ℓ‖² of each sample" : saves;
    }

    private static string What(Seed seed) => seed switch
    {
        Seed.OfDiscriminator of => $"{of.Player.Symbol}: {of.Player.Pair.Objective.Name}",
        Seed.OfGenerator of =>
            $"{(of.Player with { Role = Role.Generator }).Symbol}: {of.Player.Pair.Objective.Name}{(of.OnReals is null ? "" : $" against {of.OnReals}")}",
        Seed.Rescaled of => $"G: γ times the gradient at {of.Fakes}",
        Seed.OfSlope of => $"{of.Player.Symbol}: {of.Penalty.Description}",
        Seed.OfRunningMeans of => $"{of.Player.Symbol}: {of.Penalty.Description}",
        Seed.OfAuxiliaryLoss of => $"{of.Player.Symbol}: {of.Loss.Description} against {Values(of.Rows.Select(row => row.Targets).Distinct())}",
        _ => throw new InvalidOperationException($"No text is written for {seed.GetType().Name}."),
    };

    private static string Besides(Seed seed) => seed switch
    {
        Seed.OfDiscriminator { ServesGenerator: true } => "reports V, loss D, D(x), D(G(z)), loss G",
        Seed.OfDiscriminator => "reports V, loss D, D(x), D(G(z))",
        Seed.OfGenerator => "reports loss G",
        Seed.Rescaled => "",
        _ => "reports it",
    };

    private static string Ends(Statement.Backward backward) =>
        $"parameters of {Symbols(backward.Parameters)}{(backward.Value is null ? "" : $", {backward.Value}")}";

    private static string Through(Statement.Backward backward) =>
        backward.Through.Count == 0 ? "" : $"through {Symbols(backward.Through)}, whose parameters are constants";

    private static string Shaped(PlanValue value)
    {
        var samples = value.Batches == 1 ? "N" : $"{Numbers.Plain(value.Batches)}N";
        return $"{value} ({samples}{string.Concat(value.Shape.Dimensions.Select(size => ", " + Numbers.Plain(size)))})";
    }

    private static string Values(IEnumerable<PlanValue> values) => string.Join(", ", values);

    private static string Symbols(IEnumerable<PlanPlayer> players) => string.Join(" and ", players.Select(player => player.Symbol));
}
