using System.Globalization;

namespace GanDsl.Training;

/// <summary>One number of a status, as every display shows it.</summary>
/// <param name="Name">The number's name, or its unit.</param>
/// <param name="Cell">The number; – where there is none.</param>
/// <param name="IsUnit">Whether the name follows the number in a sentence.</param>
internal sealed record ProgressColumn(string Name, string Cell, bool IsUnit = false)
{
    /// <summary>What stands for a number that is unknown, or means nothing.</summary>
    public const string None = "–";

    // Of steps and epochs: a run with more has no end that anybody waits for.
    private const long MostTotal = 999_999_999;

    /// <summary>The longest name of a divergence that a table of 80 columns has room for.</summary>
    private const int LongestHeading = 6;

    /// <summary>The name at the head of a table's column, where there is little room.</summary>
    public string Heading { get; init; } = Name;

    /// <summary>A status's numbers, those of the game's objective among them.</summary>
    public static IReadOnlyList<ProgressColumn> Of(RunStatus status)
    {
        var report = status.Report;
        var (onReals, onFakes) = report.IsCritic ? ("ℓ(x)", "ℓ(G(z))") : ("D(x)", "D(G(z))");
        List<ProgressColumn> columns =
        [
            new("epoch", Of(status.Epoch, status.Epochs)),
            new("step", Of(report.Step, status.TotalSteps)),
            new("images/s", Number(status.ImagesPerSecond, "F0"), IsUnit: true),
            new("left", Duration.Text(status.Left) ?? None, IsUnit: true),
            new("V", Number(report.Value, "F3")),
        ];

        // A divergence below 0 is no estimate: D does worse than guessing.
        if (report.Divergence.Length > 0) columns.Add(OfDivergence(report));
        columns.AddRange(
        [
            new("loss D", Number(report.DiscriminatorLoss, "F3")),
            new("loss G", Number(report.GeneratorLoss, "F3")),
            new(onReals, Number(report.MeanOnReals, "F2")),
            new(onFakes, Number(report.MeanOnFakes, "F2")),
        ]);
        return columns;
    }

    /// <summary>The number with its name: <c>V -1.250</c>, <c>640 images/s</c>.</summary>
    public override string ToString() => IsUnit ? $"{Cell} {Name}" : $"{Name} {Cell}";

    private static ProgressColumn OfDivergence(StepReport report) => new(report.Divergence, report.Estimate < 0 ? None : Number(report.Estimate, "F3"))
    {
        Heading = report.Divergence.Length <= LongestHeading ? report.Divergence : "est.",
    };

    private static string Of(long done, long total) => total > MostTotal
        ? done.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{done}/{total}");

    // Large numbers need room, not decimals.
    private static string Number(double value, string format) => double.IsNaN(value)
        ? None
        : value.ToString(Math.Abs(value) < 1e3 ? format : Math.Abs(value) < 1e6 ? "N0" : "G3", CultureInfo.InvariantCulture);
}
