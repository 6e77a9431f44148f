namespace GanDsl.Training;

/// <summary>The content of a run's report.</summary>
/// <param name="Description">The game's description; null if there is none.</param>
/// <param name="Subtitle">The run in one line.</param>
/// <param name="DivergenceName">What V bounds.</param>
/// <param name="Divergence">Its chart; null where V bounds nothing.</param>
/// <param name="Curves">The other charts.</param>
/// <param name="Grids">Pictures of the same latents, by epoch.</param>
/// <param name="Interpolation">A picture of rows of samples between latents; null where there is none.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Warnings">The warnings.</param>
/// <param name="Facts">The run and the machine.</param>
internal sealed record ReportContent(
    GanDescription? Description,
    string Subtitle,
    string DivergenceName,
    string? Divergence,
    IReadOnlyList<string> Curves,
    ReportGrids Grids,
    Thumbnail? Interpolation,
    IReadOnlyList<MetricValue> Metrics,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<(string Name, string Value)> Facts);
