using System.Globalization;

namespace GanDsl.Training;

/// <summary>A number that says how good samples are, with what it was made of: without that it cannot be compared.</summary>
/// <param name="Name">What it is called: <c>Fréchet distance</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Protocol">The extractor, the counts, the sets, the settings.</param>
/// <param name="Spread">The standard deviation over subsets or splits; NaN where there are none.</param>
public sealed record MetricValue(string Name, double Value, string Protocol, double Spread = double.NaN)
{
    /// <inheritdoc/>
    public override string ToString() => double.IsNaN(Spread)
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:G5} ({Protocol})")
        : string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:G5} ± {Spread:G2} ({Protocol})");
}
