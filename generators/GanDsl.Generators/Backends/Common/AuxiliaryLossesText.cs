using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What every backend's game declares about its auxiliary losses: their names, and the codes among G's latents.</summary>
internal static class AuxiliaryLossesText
{
    public static void Write(CodeWriter writer, MinMaxStep step)
    {
        if (step.AuxiliaryLosses.Count == 0) return;
        writer.Doc("<inheritdoc/>");
        writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<string> AuxiliaryLossNames => "
            + $"[{string.Join(", ", step.AuxiliaryLosses.Select(auxiliaryLoss => $"\"{auxiliaryLoss.Label}\""))}];").Line();
        if (step.Codes.Count == 0) return;
        writer.Doc("<inheritdoc/>");
        writer.Line("protected override global::System.Collections.Generic.IReadOnlyList<global::GanDsl.LatentCode> Codes => "
            + $"[{string.Join(", ", step.Codes.Select(Text))}];").Line();
    }

    private static string Text(LatentCode code) =>
        $"new(From: {Numbers.Plain(code.From)}, Count: {Numbers.Plain(code.Count)}, "
        + $"global::GanDsl.Code.{(code.Loss.IsCategorical ? "Categorical" : "Gaussian")})";
}
