using System.Globalization;

namespace GanDsl.Training;

/// <summary>A measure of the samples' quality, with its protocol, without which it cannot be compared.</summary>
/// <param name="Name">Its name: <c>Fréchet distance</c>.</param>
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
