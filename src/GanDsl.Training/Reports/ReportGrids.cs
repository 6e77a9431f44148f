namespace GanDsl.Training;

/// <summary>A run's grids on its page: few enough, and small enough, that the page stays one that browsers open.</summary>
/// <param name="Shown">Those that are shown, by epoch.</param>
/// <param name="Total">How many there are.</param>
internal sealed record ReportGrids(IReadOnlyList<(int Epoch, Thumbnail Picture)> Shown, int Total)
{
    /// <summary>This many show the samples' progress.</summary>
    public const int Most = 24;

    /// <summary>The first, the last, and evenly spaced ones between; without those that are damaged.</summary>
    /// <param name="grids">Files of PNG pictures, by epoch.</param>
    public static ReportGrids Of(IReadOnlyList<(int Epoch, string Path)> grids)
    {
        var chosen = grids.Count <= Most
            ? grids
            : [.. Enumerable.Range(0, Most).Select(i => grids[(int)Math.Round((double)i * (grids.Count - 1) / (Most - 1))])];
        var shown = new List<(int, Thumbnail)>();
        foreach (var (epoch, path) in chosen)
        {
            if (Thumbnail.Of(path) is { } picture) shown.Add((epoch, picture));
        }

        return new ReportGrids(shown, grids.Count);
    }

    /// <summary>What a reader should know of them, in sentences.</summary>
    public string Note()
    {
        var epochs = Total > Most ? FormattableString.Invariant($"after {Shown.Count} of {Total} epochs") : "after each epoch";
        var scaled = Shown.All(grid => grid.Picture.IsWhole)
            ? ""
            : " Large pictures are scaled down here, and long ones cut; they are whole in the run's folder.";
        return $"The same latents, {epochs}.{scaled}";
    }
}
