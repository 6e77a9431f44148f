using GanDsl.Generators.Losses;
using System.Globalization;
using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>The documentation of a generated step, the same on every backend except for what only one fuses.</summary>
internal static class StepDocs
{
    /// <param name="writer">Where it is written.</param>
    /// <param name="step">The step.</param>
    /// <param name="own">What only this backend fuses, or null.</param>
    /// <param name="penalties">How this backend differentiates penalties, if other than the loss.</param>
    public static void Write(CodeWriter writer, MinMaxStep step, string? own = null, string? penalties = null) => writer.Doc($"""
        <summary>{Schedule(step)}</summary>
        <remarks>
        {Objective(step.Objective)}
        {TwoPairs(step)}{Augmentation(step)}{Penalties(step)}{AuxiliaryLosses(step)}{Fusions(step, own, penalties)}
        </remarks>
        <param name="reals">{step.Generator.Output}; not disposed.</param>{(step.HasLabels ? "\n" + Labels(step) : "")}{(step.IsPaired ? "\n" + Sources(step) : "")}
        """);

    public static void WriteCallersLatents(CodeWriter writer, MinMaxStep step)
    {
        writer.Doc($"<summary>The same step on the caller's {InputNames(step)}.</summary>");
        writer.Doc($"<param name=\"reals\">{step.Generator.Output}; not disposed.</param>");
        if (step.HasLabels) writer.Doc(Labels(step));
        if (step.IsPaired) writer.Doc(Sources(step));
        else writer.Doc($"<param name=\"latents\">{step.Generator.Input}, of {(step.FreshNoise ? "D's fakes" : "the fakes")}; not disposed.</param>");
        if (step.FreshNoise)
            writer.Doc($"<param name=\"generatorLatents\">{step.Generator.Input}, "
                + $"of G's fakes{(step.DiscriminatorSteps == 1 ? "" : "; read only in the calls that update G")}; not disposed.</param>");
        if (step.Interpolates)
            writer.Doc($"<param name=\"interpolation\">{step.Discriminator.Output}, in [0, 1]: each sample's ε, the weight of its real in ε·x + "
                + "(1 − ε)·G(z); not disposed.</param>");
        if (step.Perturbs)
            writer.Doc($"<param name=\"perturbation\">{step.Discriminator.Input}, in [0, 1]: each number's u in x + std·σ·u; not disposed.</param>");
        foreach (var (name, whose) in step.Augmented.Zip(
            ["the reals", step.IsSimultaneous ? "the fakes" : "the fakes that D learns from",
                step.DiscriminatorSteps == 1 ? "the fakes that G learns from" : "the fakes that G learns from, read only in the calls that update G"],
            (name, whose) => (name, whose)))
        {
            writer.Doc($"<param name=\"{name}\">(N, {Numbers.Plain(AugmentationNumbers.Count)}), in [0, 1): what changes {whose}; not disposed.</param>");
        }

        writer.Doc("<exception cref=\"global::System.ArgumentException\">The batches are of different sizes.</exception>");
    }

    private static string Labels(MinMaxStep step) =>
        $"<param name=\"labels\">The class of each real, from 0 to {Numbers.Plain(step.Generator.Declaration.Classes!.Value - 1)}; the fakes are made, "
        + "and scored, for the same.</param>";

    private static string Sources(MinMaxStep step) =>
        $"<param name=\"sources\">{step.Generator.Input}, "
        + (step.InversePair is not null ? "reals of the other kind, unpaired with these"
            : $"what each real should be made from; the fakes are made from{(step.Discriminator.Source is null ? "" : ", and scored with,")} the same")
        + "; "
        + "not disposed.</param>";

    private static string TwoPairs(MinMaxStep step) => step.InversePair is null
        ? ""
        : $"G is both generators, {Doc.Escape(step.Generator.Type.Name)} and the inverse {Doc.Escape(step.InversePair.Generator.Type.Name)}; "
            + $"D is both discriminators, {Doc.Escape(step.Discriminator.Type.Name)} and {Doc.Escape(step.InversePair.Discriminator.Type.Name)}. "
            + "What a player minimises, and every number of the report, is the mean over both pairs.\n";

    private static string Schedule(MinMaxStep step) => step.IsSimultaneous
        ? $"The one-stage min-max step: D ascends {step.Objective.Value} and G descends at once, both from the same parameters."
        : step.DiscriminatorSteps == 1
        ? $"The min-max step: D ascends {step.Objective.Value} once, then G descends once."
        : $"One call of the min-max step: D ascends {step.Objective.Value} once; in every {Numbers.Ordinal(step.DiscriminatorSteps)} "
            + "call G then descends once.";

    private static string Objective(Objective objective)
    {
        var (variable, relativistic) = objective.RelativisticMode switch
        {
            RelativisticMode.Pair => ("m", ", m a sample's ℓ minus that of the other kind's sample with the same index"),
            RelativisticMode.Mean => ("m", ", m a sample's ℓ minus the mean of the other kind's"),
            _ => ("ℓ", ""),
        };
        return $"{objective.Description}: D minimises the means of {Text(objective.OnReals)} on reals and {Text(objective.OnFakes)} on fakes, "
            + $"G that of {Text(objective.Generator)} on "
            + $"fakes{(objective.GeneratorOnReals == Loss.None ? "" : $" and {Text(objective.GeneratorOnReals)} on reals")}{relativistic}.\n"
            + $"V bounds the {objective.Bound.Divergence} of p_data and p_g from below, by {objective.Bound.Text}; "
            + $"where p_g = p_data, the best D has V = {objective.Equilibrium.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−')}.";

        string Text(Loss loss) => ScalarText.Math(loss.Value, variable);
    }

    private static string Augmentation(MinMaxStep step) => step.Augments
        ? $"D sees every sample changed, by its own draws: {string.Join(", ", step.Augmentations.Select(augmentation => augmentation.Description))}; "
            + $"G's gradient goes through the change.\n{step.Adaptation?.Description}"
        : "";

    private static string InputNames(MinMaxStep step)
    {
        List<string> given = [step.GeneratorInput];
        if (step.Interpolates) given.Add("ε");
        if (step.Perturbs) given.Add("perturbations");
        if (step.Augments) given.Add("draws");
        return given.Count == 1 ? given[0] : $"{string.Join(", ", given.Take(given.Count - 1))} and {given[given.Count - 1]}";
    }

    private static string Penalties(MinMaxStep step) =>
        string.Concat(step.Regularizers.Select(regularizer => $"D minimises {regularizer.Description} besides its loss: {regularizer.Formula}.\n"));

    private static string AuxiliaryLosses(MinMaxStep step) => string.Concat(step.AuxiliaryLosses.Select(
        auxiliaryLoss => $"{(auxiliaryLoss.InDiscriminator ? "Both players minimise" : "G minimises")} {Doc.Escape(auxiliaryLoss.Description)} besides the "
            + $"game: {(auxiliaryLoss.Weight == 1 ? "" : $"{Numbers.Literal(auxiliaryLoss.Weight)} times ")}{auxiliaryLoss.Formula}.\n"));

    private static string Updates(MinMaxStep step)
    {
        var (generator, discriminator) = (step.GeneratorUpdate.Description, step.DiscriminatorUpdate.Description);
        return generator == discriminator
            ? $"{generator} updates all parameters of a player in one pass over a flat buffer;"
            : $"D is updated by {discriminator}; G is updated by {generator}; each in one pass over all of its parameters in a flat buffer;";
    }

    private static string Fusions(MinMaxStep step, string? own, string? penalties)
    {
        List<string> lines =
        [
            .. step.Pairs.Select(pair => (step.InversePair is null ? "" : $"for {Doc.Escape(pair.Discriminator.Type.Name)}, ") + pair.JoinReason + ";"),
            .. step.PenaltyInterval == 1
                ? Array.Empty<string>()
                : step.Pairs.Select(pair => $"in the calls in which {step.LazyNames} {(step.LazyNames.Contains(" and ") ? "are" : "is")} not due, "
                    + $"{(step.InversePair is null ? "" : $"for {Doc.Escape(pair.Discriminator.Type.Name)}, ")}{pair.InBetween.JoinReason};"),
            .. step.Regularizers.Count == 0 ? Array.Empty<string>() : [penalties ?? "one backward serves D's loss and penalty, and ends at D's parameters;"],
            step.IsSimultaneous
                ? "one backward through D serves both players: the gradient of G's loss at a fake is γ times that of D's, "
                    + $"γ = {ScalarText.Math(SeedRatio.Of(step.Objective))};"
                : "G's update computes no gradients of D's parameters;",
            "backward starts at dL/dℓ: no loss is computed;",
            step.IsSimultaneous ? "each player runs forward once;"
                : step.InversePair is not null ? "the generators' update backpropagates through the fakes that the discriminators saw: those are made once;"
                : step.IsPaired ? "G's update backpropagates through the fakes that D saw: G runs forward once;"
                : step.FreshNoise
                ? "G's update draws its own latents, and D's update saves nothing for G;"
                : "G's update reuses D's fakes, as declared: G runs forward once;",
            Updates(step),
            .. step.GeneratorUpdate.Clip is null && step.DiscriminatorUpdate.Clip is null
                ? Array.Empty<string>()
                : ["a gradient's norm is computed in a pass of its own, and stays on the device;"],
        ];
        if (own is not null) lines.Add(own);
        lines.Add("nothing is read back to the host.");
        return "What is fused, and why that is exact:\n<list type=\"bullet\">\n"
            + $"{string.Join("\n", lines.Select(line => $"<item><description>{line}</description></item>"))}\n</list>";
    }
}
