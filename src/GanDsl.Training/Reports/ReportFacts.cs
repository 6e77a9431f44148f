using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>The facts behind a run's numbers: its settings, device and versions.</summary>
internal static class ReportFacts
{
    /// <summary>Names and values, for people.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="table">The run's numbers.</param>
    /// <param name="place">The run's position in its data; null if unknown.</param>
    public static IEnumerable<(string Name, string Value)> Of(IGan gan, MetricsTable table, DataPlace? place)
    {
        yield return ("steps", Text($"{gan.Steps:N0}"));
        if (table.Rows > 0)
        {
            var seconds = table["seconds"][^1];
            yield return ("epochs", Text($"{table["epoch"][^1]}"));
            yield return ("reals seen", Text($"{table["images"][^1]:N0}"));
            yield return ("time", Duration.Text(TimeSpan.FromSeconds(Math.Round(seconds)))!);
            if (seconds > 0) yield return ("reals a second", Text($"{table["images"][^1] / seconds:N0}"));
        }

        if (place is not null)
        {
            yield return ("batch", Text($"{place.BatchSize}"));
            yield return ("samples in the data", Text($"{place.Samples:N0}"));
            yield return ("seed of the data's order", Text($"{place.Seed}"));
        }

        if (gan.LearningRateScale != 1) yield return ("learning rates", Text($"{gan.LearningRateScale:G3} times what is declared"));
        yield return ("device", gan.DeviceSummary);
        yield return ("machine",
            Text($"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors"));
        using (var process = Process.GetCurrentProcess()) yield return ("most memory so far", Text($"{process.PeakWorkingSet64 / 1e6:N0} MB"));
        foreach (var (name, version) in PackageVersions.Of(gan)) yield return (name, version);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
