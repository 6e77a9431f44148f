using GanDsl.Samples;
using Spectre.Console;

namespace Theory;

/// <summary>A claim of the theory, with a measurement.</summary>
/// <param name="What">The quantity.</param>
/// <param name="Measured">The measurement.</param>
/// <param name="Expected">The theoretical value.</param>
/// <param name="Within">The tolerance.</param>
/// <param name="Holds">Whether the claim holds.</param>
internal sealed record Finding(string What, string Measured, string Expected, string Within, bool Holds)
{
    /// <summary>A number that should be close to another.</summary>
    public static Finding Near(string what, double measured, double expected, double within) => new(
        what, CommandLine.Text($"{measured:F4}"), CommandLine.Text($"{expected:F4}"), CommandLine.Text($"±{within}"), Math.Abs(measured - expected) <= within);

    /// <summary>The divergences as a table.</summary>
    public static Table Table(IEnumerable<Answer> answers)
    {
        var table = new Table().SimpleBorder();
        table.AddColumn(new TableColumn("divergence").NoWrap());
        foreach (var column in new[] { "by quadrature", "by the game", "relative error", "within 1 %" })
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var answer in answers)
        {
            table.AddRow(
                Markup.Escape(answer.Divergence.Name), CommandLine.Text($"{answer.ByQuadrature:F4}"), CommandLine.Text($"{answer.Estimate:F4}"),
                CommandLine.Text($"{100 * answer.RelativeError:F3} %"), answer.RelativeError <= 0.01 ? "yes" : "no");
        }

        return table;
    }

    /// <summary>All findings as a table.</summary>
    public static Table Table(IEnumerable<Finding> findings)
    {
        var table = new Table().SimpleBorder();
        table.AddColumn("what");
        foreach (var column in new[] { "measured", "theory", "within", "holds" }) table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var finding in findings)
            table.AddRow(
                Markup.Escape(finding.What),
                Markup.Escape(finding.Measured),
                Markup.Escape(finding.Expected),
                Markup.Escape(finding.Within),
                finding.Holds ? "yes" : "no");
        return table;
    }
}
