namespace GanDsl.Torch;

/// <summary>The settings of a modulated convolution. Created once for all networks of a class.</summary>
/// <param name="kernel">The side of the window, odd.</param>
/// <param name="demodulate">Whether each channel is demodulated.</param>
/// <param name="eps">Added below the root.</param>
/// <param name="filter">The filter after the sides are doubled, or null.</param>
public sealed class Modulation(int kernel, bool demodulate, double eps, FirFilter? filter = null)
{
    internal bool Demodulates => demodulate;

    internal double Eps => eps;

    internal FirFilter? Filter => filter;

    internal Window Window { get; } = filter is null
        ? new Window(stride: [1, 1], padding: [kernel / 2, kernel / 2], dilation: [1, 1], groups: 1)
        : new Window(stride: [2, 2], padding: [0, 0], dilation: [1, 1], groups: 1, outputPadding: [0, 0]);
}
