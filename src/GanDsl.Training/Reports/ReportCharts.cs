using System.Net;
using ScottPlot;

namespace GanDsl.Training;

/// <summary>
/// The curves of a run as pictures in SVG, which scale and need no other file. Each chart is drawn for several widths, and the page's style shows the one that
/// leaves its text readable.
/// </summary>
internal static class ReportCharts
{
    private const int Height = 280;

    private static readonly (string Class, int Width)[] acrossThePage = [("wide", 1120), ("normal", 560), ("narrow", 340)];

    private static readonly (string Class, int Width)[] acrossACard = [("normal", 560), ("narrow", 340)];

    /// <summary>More points than pixels show nothing more.</summary>
    private const int MostPoints = 1000;

    private static readonly Color[] colors = [Color.FromHex("#2563eb"), Color.FromHex("#dc2626"), Color.FromHex("#059669"), Color.FromHex("#d97706")];

    /// <summary>The divergence, estimated from V, and its mean over a tenth of the rows; null where no row has one.</summary>
    public static string? Divergence(MetricsTable table)
    {
        var estimates = table["estimate"];
        if (!estimates.Any(double.IsFinite)) return null;
        var plot = PlainPlot.New("", "step");
        Add(plot, table["step"], estimates, colors[0].WithAlpha(0.35));
        Add(plot, table["step"], Smooth(estimates, Math.Max(1, table.Rows / 10)), colors[0]);
        return Chart(
            $"{table.Divergence}, as V tells it", plot, acrossThePage, [("curve0 faint", "each row"), ("curve0", "mean over a tenth of the run")]);
    }

    /// <summary>One chart for each kind of number that the game has.</summary>
    public static IEnumerable<string> Curves(MetricsTable table)
    {
        (string Title, (string Column, string Name)[] Curves)[] charts =
        [
            ("V, what D ascends", [("value", "V")]),
            ("Losses", [("loss_d", "D"), ("loss_g", "G")]),
            ("Means of D: probabilities, or a critic's scores", [("mean_real", "on reals"), ("mean_fake", "on fakes")]),
            ("D's accuracy", [("acc_real", "on reals"), ("acc_fake", "on fakes")]),
            ("Norms of the gradients", [("grad_d", "D"), ("grad_g", "G")]),
            ("Probability of augmentations", [("augmentation_p", "p")]),
            ("Beside the objective, in the losses", [("penalty", "regularisers of D"), ("terms_d", "terms of D"), ("terms_g", "terms of G")]),
        ];
        foreach (var (title, curves) in charts)
        {
            var present = curves.Where(curve => table[curve.Column].Any(double.IsFinite)).ToList();
            if (present.Count == 0) continue;
            var plot = PlainPlot.New("", "step");
            for (var i = 0; i < present.Count; i++) Add(plot, table["step"], table[present[i].Column], colors[i]);
            var legend = present.Count == 1 ? [] : present.Select((curve, i) => (FormattableString.Invariant($"curve{i}"), curve.Name));
            yield return Chart(title, plot, acrossACard, [.. legend]);
        }
    }

    private static void Add(Plot plot, double[] steps, double[] values, Color color)
    {
        var (xs, ys) = Thin(steps, values);
        var line = plot.Add.Scatter(xs, ys, color);
        line.LineWidth = 2;

        // A curve of one row would be invisible.
        line.MarkerSize = xs.Length == 1 ? 6 : 0;
    }

    // Title and legend are text of the page, which breaks its lines where there is little room; a chart would cut them off.
    private static string Chart(string title, Plot plot, IEnumerable<(string Class, int Width)> sizes, IReadOnlyList<(string Class, string Name)> legend)
    {
        plot.HideLegend();
        var names = string.Concat(legend.Select(curve => $"<span class=\"{curve.Class}\">{WebUtility.HtmlEncode(curve.Name)}</span>"));
        return $"<h3>{WebUtility.HtmlEncode(title)}</h3>{string.Concat(sizes.Select(size => Svg(plot, size.Class, size.Width)))}"
            + (names.Length == 0 ? "" : $"<p class=\"legend\">{names}</p>");
    }

    // Without a view box a browser shows the upper left part of what does not fit, and does not scale.
    private static string Svg(Plot plot, string name, int width)
    {
        var xml = plot.GetSvgXml(width, Height);
        var root = FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{name}\" viewBox=\"0 0 {width} {Height}\">");
        return root + xml[(xml.IndexOf('>', xml.IndexOf("<svg", StringComparison.Ordinal)) + 1)..];
    }

    /// <summary>Means of neighbours, so that at most that many points remain; numbers that are not finite are omitted.</summary>
    internal static (double[] Xs, double[] Ys) Thin(double[] xs, double[] ys, int most = MostPoints)
    {
        var size = (ys.Length + most - 1) / most;
        var parts = xs.Zip(ys).Where(point => double.IsFinite(point.Second)).Chunk(Math.Max(1, size)).ToList();
        return ([.. parts.Select(part => part.Average(point => point.First))], [.. parts.Select(part => part.Average(point => point.Second))]);
    }

    /// <summary>The moving mean over that many numbers.</summary>
    internal static double[] Smooth(double[] values, int over)
    {
        var means = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var finite = values[Math.Max(0, i - over + 1)..(i + 1)].Where(double.IsFinite).ToList();
            means[i] = finite.Count == 0 ? double.NaN : finite.Average();
        }

        return means;
    }
}
