namespace Theory;

/// <summary>A point of a descent, after an update of G.</summary>
/// <param name="Update">G's updates so far.</param>
/// <param name="Measured">JSD(p_data‖p_g), of p_g itself.</param>
/// <param name="Estimated">The estimate from V: V/2 + log 2, before D's last update of a round.</param>
internal readonly record struct DescentPoint(int Update, double Measured, double Estimated);

/// <summary>How G learned.</summary>
/// <param name="Points">One for each update of G.</param>
/// <param name="Densities">p_g after some numbers of updates of G.</param>
internal sealed record Descent(IReadOnlyList<DescentPoint> Points, IReadOnlyList<(int Update, IReadOnlyList<double> Density)> Densities)
{
    /// <summary>k, as declared.</summary>
    public const int DiscriminatorSteps = 10;

    private const int Batch = 512;

    /// <summary>The mean of |estimated − measured| over the last half, without the start of training.</summary>
    public double MeanError => LastHalf.Average(point => Math.Abs(point.Estimated - point.Measured));

    /// <summary>The mean of the measured JSD over the last tenth.</summary>
    public double Reached => Points.Skip(Points.Count * 9 / 10).Average(point => point.Measured);

    private IEnumerable<DescentPoint> LastHalf => Points.Skip(Points.Count / 2);

    /// <param name="game">A game that updates G after every 10th step of D.</param>
    /// <param name="updates">G's updates, at least 1.</param>
    /// <param name="random">Draws the reals.</param>
    /// <param name="show">Called with the fraction that is done.</param>
    /// <param name="stop">Ends it early, by <see cref="OperationCanceledException"/>.</param>
    public static Descent Of(GameHandle game, int updates, Random random, Action<double> show, CancellationToken stop)
    {
        var latents = PushForward.Latents.ToArray();
        var points = new List<DescentPoint>();
        var densities = new List<(int, IReadOnlyList<double>)>();
        for (var update = 0; update < updates; update++)
        {
            stop.ThrowIfCancellationRequested();
            var generated = new PushForward(game.Generate(latents));
            if (update == 0 || (update & (update - 1)) == 0) densities.Add((update, generated.Densities));
            for (var step = 0; step < DiscriminatorSteps; step++) game.Step(StillGenerator.Data.Draw(Batch, random));
            points.Add(new DescentPoint(update, generated.JensenShannon(StillGenerator.Data), game.Report().JensenShannon));
            show((update + 1.0) / updates);
        }

        densities.Add((updates, new PushForward(game.Generate(latents)).Densities));
        return new Descent(points, densities);
    }
}
