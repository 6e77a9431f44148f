namespace GanDsl.Benchmarks.Reporting;

/// <summary>One work of the kernels verb, as in the JSON.</summary>
/// <param name="Work">Its name.</param>
/// <param name="Baseline">What it was raced against.</param>
/// <param name="BaselineGflops">The baseline's median, in 10⁹ floating-point operations a second.</param>
/// <param name="OursGflops">Our median.</param>
/// <param name="Ratio">The median of the pairwise ratios baseline time / our time.</param>
public sealed record KernelRow(string Work, string Baseline, double BaselineGflops, double OursGflops, double Ratio);
