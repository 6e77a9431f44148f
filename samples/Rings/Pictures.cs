using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Samples;
using ScottPlot;

namespace Rings;

/// <summary>A game's snapshots, with its name.</summary>
internal sealed record Film(Recipe Recipe, Modes Modes, IReadOnlyList<Snapshot> Snapshots);

/// <summary>The films, frame by frame and on one sheet.</summary>
internal static partial class Pictures
{
    public const string FramesFolder = "frames";

    /// <summary>A picture for each moment, all games side by side: the frames of a film.</summary>
    public static void Frames(string folder, IReadOnlyList<Film> films)
    {
        // Mixed with this run's frames, an earlier one's would be misleading.
        foreach (var old in Directory.EnumerateFiles(folder).Where(file => Frame().IsMatch(Path.GetFileName(file))).ToList()) File.Delete(old);
        var columns = films.Count(film => film.Modes == films[0].Modes);
        for (var i = 0; i < films[0].Snapshots.Count; i++)
        {
            Sheet.Save(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D3}.png")),
                [.. films.Select(film => Panel(film, film.Snapshots[i]))],
                columns,
                width: 280,
                height: 332);
        }
    }

    /// <summary>Some moments of each game on the same modes: a row for each game.</summary>
    public static void Contact(string path, IReadOnlyList<Film> films, int columns)
    {
        var panels = films.SelectMany(
            film => Enumerable.Range(0, columns).Select(i => Panel(film, film.Snapshots[(film.Snapshots.Count - 1) * (i + 1) / columns])));
        Sheet.Save(path, [.. panels], columns, width: 220, height: 272);
    }

    private static Plot Panel(Film film, Snapshot snapshot)
    {
        var plot = Sheet.Plot(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{film.Recipe.Name}\nstep {snapshot.Step:N0}: {snapshot.Score.Found} of {film.Modes.Centers.Count}, {100 * snapshot.Score.Good:F0} %"),
            string.Empty,
            string.Empty);
        plot.Axes.Title.Label.FontSize = 12;
        var extent = film.Modes.Extent;
        var surface = plot.Add.Heatmap(Surface(snapshot.Surface));
        surface.Position = new CoordinateRect(-extent, extent, -extent, extent);
        surface.Colormap = new ScottPlot.Colormaps.Blues();
        surface.ManualRange = new ScottPlot.Range(-0.6, 1);
        plot.Add.Markers(film.Modes.Centers.Select(center => new Coordinates(center.X, center.Y)).ToArray(), MarkerShape.OpenCircle, 9, Colors.Black);
        var shown = snapshot.Samples.Chunk(2).Take(500).Select(point => new Coordinates(point[0], point[1])).ToArray();
        plot.Add.Markers(shown, MarkerShape.FilledCircle, 2.5f, Colors.DarkOrange);
        plot.Axes.SetLimits(-extent, extent, -extent, extent);
        plot.Axes.Bottom.IsVisible = plot.Axes.Left.IsVisible = plot.Axes.Right.IsVisible = false;
        plot.Layout.Fixed(new PixelPadding(4, 4, 4, 56));
        return plot;
    }

    // Each surface in its own range, without outliers: logits and scores have no common scale.
    private static double[,] Surface(float[] logits)
    {
        var sorted = logits.Order().ToArray();
        var (low, high) = (sorted[sorted.Length / 20], sorted[^(1 + (sorted.Length / 20))]);
        var surface = new double[Run.Resolution, Run.Resolution];
        for (var i = 0; i < logits.Length; i++)
            surface[i / Run.Resolution, i % Run.Resolution] = high > low ? Math.Clamp((logits[i] - low) / (high - low), 0, 1) : 0.5;
        return surface;
    }

    [GeneratedRegex(@"^\d{3,}\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
