using GanDsl.Generators.Steps;

namespace GanDsl.Generators.Backends.Common;

/// <summary>Text that generated games share on every backend.</summary>
internal static class GameText
{
    /// <summary>Who plays against whom, for documentation.</summary>
    public static string Players(MinMaxStep step) =>
        string.Join(" and ", step.Pairs.Select(pair => $"{Doc.Escape(pair.Generator.Type.Name)} against {Doc.Escape(pair.Discriminator.Type.Name)}"));

    /// <summary>The game in short, for documentation: the players, the objective, D's penalties and augmentations.</summary>
    public static string Of(MinMaxStep step) => string.Join(
        ", ",
        [Players(step), step.Objective.Description, .. step.Regularizers.Select(regularizer => regularizer.Description),
            .. step.Augmentation is { } augmentation ? [augmentation.Name] : Array.Empty<string>()]);

    /// <summary>The prefix of the name of their base class in the runtime: what comes with the reals.</summary>
    public static string Kind(MinMaxStep step) => step.HasLabels ? "Conditional" : step.IsPaired ? "Paired" : "";
}
