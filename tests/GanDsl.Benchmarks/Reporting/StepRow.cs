namespace GanDsl.Benchmarks.Reporting;

/// <summary>One work of the step verb, as in the JSON.</summary>
/// <param name="Work">Its name.</param>
/// <param name="Baseline">What it was raced against.</param>
/// <param name="BaselineMs">The baseline's median, in milliseconds a step.</param>
/// <param name="OursMs">Our median, in milliseconds a step.</param>
/// <param name="Ratio">The median of the pairwise ratios baseline / ours.</param>
/// <param name="FloorMs">The step's multiply-adds over the machine's rate, in milliseconds.</param>
public sealed record StepRow(string Work, string Baseline, double BaselineMs, double OursMs, double Ratio, double FloorMs);
