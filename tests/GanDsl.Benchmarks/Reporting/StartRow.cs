namespace GanDsl.Benchmarks.Reporting;

/// <summary>One work of the start verb, as in the JSON: from the constructor to the end of the first step, each in a process of its own.</summary>
/// <param name="Work">Its name.</param>
/// <param name="Device">Where our kernels run.</param>
/// <param name="Kernels">How many kernels the game asks for.</param>
/// <param name="DifferentKernels">How many of them compute something of their own, and are compiled.</param>
/// <param name="ColdMilliseconds">The median where the driver has compiled nothing before.</param>
/// <param name="WarmMilliseconds">The median where the driver remembers the kernels of an earlier process.</param>
/// <param name="TorchMilliseconds">The median of the same game on libtorch.</param>
/// <param name="Ratio">Warm over libtorch.</param>
public sealed record StartRow(
    string Work, string Device, int Kernels, int DifferentKernels, double ColdMilliseconds, double WarmMilliseconds, double TorchMilliseconds, double Ratio);
