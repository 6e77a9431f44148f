using System.Globalization;
using GanDsl.Samples;
using ScottPlot;

namespace Theory;

/// <summary>The pictures of the experiments.</summary>
internal static class Pictures
{
    private static readonly Color Data = Colors.SteelBlue;
    private static readonly Color Generated = Colors.DarkOrange;
    private static readonly Color Found = Colors.Crimson;
    private static readonly Color Theory = Colors.Black;
    private static readonly IPalette Palette = new ScottPlot.Palettes.Category10();

    /// <summary>For each G: both densities, D and D*.</summary>
    public static void StillGenerators(string path, IReadOnlyList<Learned> learned) =>
        Sheet.Save(path, [.. learned.Select(BestDiscriminator)], columns: learned.Count, width: 480, height: 400);

    /// <summary>For each G: V climbing to its maximum.</summary>
    public static void Candidates(string path, IReadOnlyList<Learned> learned)
    {
        var plot = Sheet.Plot("V climbs to −2·log 2 + 2·JSD(p_data‖p_g); the best G has the smallest", "steps of D", "V(G, D)");
        var colors = new[] { Colors.SeaGreen, Colors.DarkOrange, Colors.Crimson };
        foreach (var (found, color) in learned.Zip(colors))
        {
            Curve(
                plot, [.. found.Ascent.Select(point => Math.Log10(point.Step))], [.. found.Ascent.Select(point => point.Value)], color, LinePattern.Solid,
                string.Create(CultureInfo.InvariantCulture, $"{found.Candidate.Name}: V = {found.Value:F3} in the end"), 1.5f);
            var best = plot.Add.HorizontalLine(found.BestValue, 2, Theory, LinePattern.Dashed);
            best.LegendText = found == learned[^1] ? "−2·log 2 + 2·JSD, by quadrature" : string.Empty;
        }

        plot.Axes.Bottom.TickGenerator = Powers(0, 7, power => Math.Pow(10, power).ToString("N0", CultureInfo.InvariantCulture));
        plot.Axes.SetLimitsX(0, learned.Max(found => Math.Log10(found.Ascent[^1].Step)));
        var floor = plot.Add.HorizontalLine(-2 * Math.Log(2), 2, Colors.Gray, LinePattern.Dotted);
        floor.LegendText = "−2·log 2, where p_g = p_data";
        plot.Axes.SetLimitsY(-1.6, learned.Max(found => found.BestValue) + 0.3);
        plot.ShowLegend(Alignment.UpperLeft);
        Sheet.Save(path, [plot], columns: 1, width: 960, height: 480);
    }

    /// <summary>The divergence along G's descents, measured and estimated from V, and p_g over the updates.</summary>
    public static void Descents(string path, Descent patient, Descent hasty) =>
        Sheet.Save(
            path,
            [Curves("small steps of G: V estimates the divergence", patient), Way("p_g over the updates, small steps", patient),
                Curves("large steps of G: V no longer estimates it", hasty), Way("p_g over the updates, large steps", hasty)],
            columns: 2,
            width: 640,
            height: 400);

    /// <summary>Ten games: D's value converging to the divergence, and D's final logits.</summary>
    public static void Divergences(string path, IReadOnlyList<Answer> answers) =>
        Sheet.Save(path, [Gaps(answers), LogRatios(answers)], columns: 2, width: 640, height: 480);

    private static Plot Gaps(IReadOnlyList<Answer> answers)
    {
        var plot = Sheet.Plot("gap between D's bound, by quadrature, and D_f", "steps of D", "relative gap to D_f");
        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            Curve(
                plot,
                [.. answer.Climb.Select(point => Math.Log10(point.Step))],
                [.. answer.Climb.Select(point => Math.Log10(Math.Max(1e-7, (answer.ByQuadrature - point.Value) / Math.Abs(answer.ByQuadrature))))],
                Palette.GetColor(i), LinePattern.Solid, answer.Divergence.Name, 1.5f);
        }

        plot.Add.HorizontalLine(-2, 1.5f, Colors.Gray, LinePattern.Dotted);
        plot.Axes.Bottom.TickGenerator = Powers(0, 7, power => Math.Pow(10, power).ToString("N0", CultureInfo.InvariantCulture));
        plot.Axes.Left.TickGenerator = Powers(-6, 0, power => $"{Math.Pow(10, power + 2).ToString("0.####", CultureInfo.InvariantCulture)} %");
        plot.Axes.SetLimits(0, answers.Max(answer => Math.Log10(answer.Climb[^1].Step)), -5.5, 0.5);
        plot.ShowLegend(Alignment.LowerLeft);
        return plot;
    }

    private static Plot LogRatios(IReadOnlyList<Answer> answers)
    {
        var plot = Sheet.Plot("D's final logits: the same for all but total variation", "x", "ℓ");
        var (data, generated) = (StillGenerator.Data, Answer.Generator.Distribution);
        var shown = Quadrature.Nodes.Select((x, i) => (x, i)).Where(node => Math.Abs(node.x) <= 4 && node.i % 10 == 0).ToList();
        double[] xs = [.. shown.Select(node => node.x)];
        Curve(plot, xs, [.. xs.Select(x => Math.Log(data.Density(x) / generated.Density(x)))], Theory, LinePattern.Solid, "log p_data/p_g", 5);
        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            Curve(plot, xs, [.. shown.Select(node => (double)answer.Logits[node.i])], Palette.GetColor(i), LinePattern.Solid, string.Empty, 1.5f);
        }

        plot.Axes.SetLimits(-4, 4, -4, 6);
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static ScottPlot.TickGenerators.NumericManual Powers(int from, int to, Func<int, string> label)
    {
        var powers = Enumerable.Range(from, to - from + 1).ToList();
        return new([.. powers.Select(power => (double)power)], [.. powers.Select(label)]);
    }

    private static Plot BestDiscriminator(Learned found)
    {
        var (data, generated) = (StillGenerator.Data, found.Candidate.Distribution);
        var plot = Sheet.Plot(
            string.Create(CultureInfo.InvariantCulture, $"{found.Candidate.Name}: max |D − D*|, weighted: {found.Distance:F3}"), "x", "density, probability");
        var shown = Quadrature.Nodes.Select((x, i) => (x, i)).Where(node => Math.Abs(node.x) <= 4.5 && node.i % 10 == 0).ToList();
        double[] xs = [.. shown.Select(node => node.x)];
        Area(plot, xs, data.Density, Data, "p_data");
        Area(plot, xs, generated.Density, Generated, "p_g");
        Curve(plot, xs, [.. xs.Select(x => ClosedForm.Discriminator(data, generated, x))], Theory, LinePattern.Solid, "D* = p_data/(p_data + p_g)", 4);
        Curve(plot, xs, [.. shown.Select(node => ClosedForm.Sigmoid(found.Logits[node.i]))], Found, LinePattern.Dashed, "D, learned", 2.5f);
        plot.Axes.SetLimits(-4.5, 4.5, 0, 1.5);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Vertical);
        return plot;
    }

    private static Plot Curves(string title, Descent descent)
    {
        var plot = Sheet.Plot(title, "updates of G", "nats");
        double[] updates = [.. descent.Points.Select(point => (double)point.Update)];
        var estimated = plot.Add.ScatterPoints(updates, descent.Points.Select(point => point.Estimated).ToArray(), Found.WithAlpha(0.55));
        estimated.MarkerSize = 4;
        estimated.LegendText = "V/2 + log 2, from the game";
        Curve(plot, updates, [.. descent.Points.Select(point => point.Measured)], Theory, LinePattern.Solid, "JSD(p_data‖p_g), of p_g itself", 2.5f);
        plot.Axes.SetLimits(0, updates.Length * 1.02, -0.2, 1.1);
        var most = plot.Add.HorizontalLine(Math.Log(2), 1.5f, Colors.Gray, LinePattern.Dotted);
        most.LegendText = "log 2, the maximum";
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static Plot Way(string title, Descent descent)
    {
        var plot = Sheet.Plot(title, "x", "density");
        double[] xs = [.. PushForward.Middles];
        Area(plot, xs, StillGenerator.Data.Density, Data, "p_data");
        var shown = descent.Densities.Where((_, i) => i == 0 || i >= descent.Densities.Count - 4).ToList();
        foreach (var ((update, density), i) in shown.Select((item, i) => (item, i)))
        {
            var share = (i + 1.0) / shown.Count;
            Curve(
                plot, xs, [.. density], Generated.MixedWith(Found, share).WithAlpha(0.3 + (0.7 * share)), LinePattern.Solid,
                string.Create(CultureInfo.InvariantCulture, $"p_g after {update:N0} moves"), 1.5f);
        }

        plot.Axes.SetLimits(-5.5, 5.5, 0, 1);
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static void Area(Plot plot, double[] xs, Func<double, double> density, Color color, string legend)
    {
        var area = plot.Add.FillY(xs, new double[xs.Length], [.. xs.Select(density)]);
        area.FillColor = color.WithAlpha(0.35);
        area.LineColor = color;
        area.LineWidth = 1;
        area.LegendText = legend;
    }

    private static void Curve(Plot plot, double[] xs, double[] ys, Color color, LinePattern pattern, string legend, float width)
    {
        var line = plot.Add.ScatterLine(xs, ys, color);
        line.LinePattern = pattern;
        line.LineWidth = width;
        line.LegendText = legend;
    }
}
