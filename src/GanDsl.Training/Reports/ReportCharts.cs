using ScottPlot;

namespace GanDsl.Training;

/// <summary>The curves of a run as pictures in SVG, which scale and need no other file.</summary>
internal static class ReportCharts
{
    private const int Width = 560;
    private const int Height = 320;

    /// <summary>More points than pixels show nothing more.</summary>
    private const int MostPoints = 1000;

    private static readonly Color[] colors = [Color.FromHex("#2563eb"), Color.FromHex("#dc2626"), Color.FromHex("#059669"), Color.FromHex("#d97706")];

    /// <summary>The divergence, estimated from V, and its mean over a tenth of the rows; null where no row has one.</summary>
    public static string? Divergence(MetricsTable table)
    {
        var estimates = table["estimate"];
        if (!estimates.Any(double.IsFinite)) return null;
        var plot = PlainPlot.New($"{table.Divergence}, as V tells it", "step");
        Add(plot, table["step"], estimates, "each row", colors[0].WithAlpha(0.35));
        Add(plot, table["step"], Smooth(estimates, Math.Max(1, table.Rows / 10)), "mean over a tenth of the run", colors[0]);
        return Svg(plot, legend: true, width: 2 * Width);
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
            var plot = PlainPlot.New(title, "step");
            for (var i = 0; i < present.Count; i++) Add(plot, table["step"], table[present[i].Column], present[i].Name, colors[i]);
            yield return Svg(plot, legend: present.Count > 1, Width);
        }
    }

    private static void Add(Plot plot, double[] steps, double[] values, string name, Color color)
    {
        var (xs, ys) = Thin(steps, values);
        var line = plot.Add.Scatter(xs, ys, color);
        line.LegendText = name;
        line.LineWidth = 2;

        // A curve of one row would be invisible.
        line.MarkerSize = xs.Length == 1 ? 6 : 0;
    }

    private static string Svg(Plot plot, bool legend, int width)
    {
        plot.Legend.IsVisible = legend;
        plot.Legend.Alignment = Alignment.UpperRight;
        var xml = plot.GetSvgXml(width, Height);
        return xml[xml.IndexOf("<svg", StringComparison.Ordinal)..];
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
