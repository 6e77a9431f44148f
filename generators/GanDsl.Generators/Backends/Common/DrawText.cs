using GanDsl.Generators.Steps;
using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Common;

/// <summary>What a step takes and draws, as parameters of generated methods on every backend.</summary>
internal static class DrawText
{
    /// <summary>Whether callers pass it; else the game draws it.</summary>
    public static bool IsInput(Statement.Draw draw) => draw.Kind is DrawKind.Reals or DrawKind.Labels or DrawKind.Sources;

    /// <summary>The parameter: <c>Batch&lt;S1x28x28&gt; reals</c>.</summary>
    /// <param name="step">The step.</param>
    /// <param name="draw">The input or draw.</param>
    /// <param name="runtime">The backend's namespace, which its Batch is in.</param>
    public static string Parameter(MinMaxStep step, Statement.Draw draw, string runtime) => draw.Kind == DrawKind.Labels
        ? $"global::GanDsl.Labels<{step.Generator.LabelMarker()}> {draw.Value}"
        : $"{runtime}.Batch<{Marker(step, draw)}> {draw.Value}";

    /// <summary>The marker of its samples' shape.</summary>
    public static string Marker(MinMaxStep step, Statement.Draw draw) => draw.Kind switch
    {
        DrawKind.Reals => step.Generator.OutputMarker(),
        DrawKind.Shares => step.Discriminator.NumberMarker(),
        DrawKind.Noise => step.Discriminator.InputMarker(),
        DrawKind.Changes => "global::GanDsl.AugmentationDraws",
        _ => step.Generator.InputMarker(),
    };
}
