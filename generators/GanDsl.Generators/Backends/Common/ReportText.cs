using GanDsl.Generators.Objectives;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What a generated game declares about its objective for its report, the same on every backend.</summary>
internal static class ReportText
{
    public static void Write(CodeWriter writer, Objective objective)
    {
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override string Divergence => \"{objective.Bound.Divergence}\";").Line();
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override double Estimate(double value) => {ScalarText.CSharp(objective.Bound.Estimate, "value")};").Line();
        writer.Doc("<inheritdoc/>");
        writer.Line($"protected override double? Threshold => {(objective.Threshold is { } threshold ? Numbers.Literal(threshold) : "null")};").Line();
        if (!objective.IsCritic) return;
        writer.Doc("<inheritdoc/>");
        writer.Line("protected override bool IsCritic => true;").Line();
    }
}
