using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What generated games declare about G's average on every backend.</summary>
internal static class AverageText
{
    /// <summary>Whether there are running statistics to copy to the average.</summary>
    public static bool Copies(MinMaxStep step) => step.GeneratorUpdate.Average is not null && step.Pairs.Any(pair => pair.Generator.StatisticsLength > 0);

    /// <summary>The runtime's count of images.</summary>
    public static string Averaging(Ema average) =>
        $"new global::GanDsl.Averaging(halfLifeImages: {Numbers.Literal(average.HalfLifeImages)}, rampUp: {Numbers.Literal(average.RampUp)})";

    /// <summary>A pair's average as a member of the game.</summary>
    public static string Member(MinMaxStep pair) => "Average" + pair.Member("Generator");

    /// <summary>The average as a property, if there is one.</summary>
    public static void WriteProperty(CodeWriter writer, MinMaxStep step, string generator)
    {
        if (step.GeneratorUpdate.Average is not { } average) return;
        writer.Doc($"<summary>{(step.IsInverse ? "The inverse G" : "G")} {average.Description}: for samples; {(step.IsInverse ? "the inverse G" : "G")} itself "
            + "keeps training. The game owns it.</summary>");
        writer.Line($"{step.Declaration.Type.AccessTo(step.Generator.Type)} {generator} {Member(step)} {{ get; }}").Line();
    }

    /// <summary>After G's update, copies its running statistics to the average, if there are any.</summary>
    public static void WriteCopy(CodeWriter writer, MinMaxStep step)
    {
        if (Copies(step)) writer.Line().Line("// Running statistics are averages already.").Line("CopyStatistics();");
    }
}
