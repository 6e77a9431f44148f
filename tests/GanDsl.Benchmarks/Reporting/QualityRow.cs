using System.Globalization;

namespace GanDsl.Benchmarks.Reporting;

/// <summary>One trained game of the quality verb, as in the JSON.</summary>
/// <param name="Side">What it is written with.</param>
/// <param name="Seed">The seed of weights, noise and the images' order.</param>
/// <param name="Steps">The steps that it took.</param>
/// <param name="Minutes">How long they took.</param>
/// <param name="Metrics">Each metric's value, by name.</param>
public sealed record QualityRow(string Side, long Seed, long Steps, double Minutes, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>The metrics as a line: <c>FID 12.3, KID 0.01</c>.</summary>
    public string MetricsLine() =>
        string.Join(", ", Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}")));
}
