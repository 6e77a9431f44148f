namespace Theory;

/// <summary>Where a descent stands after a move of G.</summary>
/// <param name="Move">G's moves so far.</param>
/// <param name="Measured">JSD(p_data‖p_g), of p_g itself.</param>
/// <param name="Estimated">What V says that it is: V/2 + log 2, before D's last move of a round.</param>
internal readonly record struct DescentPoint(int Move, double Measured, double Estimated);

/// <summary>How G learned.</summary>
/// <param name="Points">One for each move of G.</param>
/// <param name="Densities">p_g after so many moves of G.</param>
internal sealed record Descent(IReadOnlyList<DescentPoint> Points, IReadOnlyList<(int Move, IReadOnlyList<double> Density)> Densities)
{
    /// <summary>k, as declared.</summary>
    public const int DiscriminatorSteps = 10;

    private const int Batch = 512;

    /// <summary>The mean of |estimated − measured| over the last half, where G no longer starts from nothing.</summary>
    public double MeanError => LastHalf.Average(point => Math.Abs(point.Estimated - point.Measured));

    /// <summary>The mean of what is measured over the last tenth.</summary>
    public double Reached => Points.Skip(Points.Count * 9 / 10).Average(point => point.Measured);

    private IEnumerable<DescentPoint> LastHalf => Points.Skip(Points.Count / 2);

    /// <param name="play">A game that moves G after every 10th step of D.</param>
    /// <param name="moves">G's moves, at least 1.</param>
    /// <param name="random">Draws the reals.</param>
    /// <param name="show">Is given the share that is done.</param>
    /// <param name="stop">Ends it early, by <see cref="OperationCanceledException"/>.</param>
    public static Descent Of(Play play, int moves, Random random, Action<double> show, CancellationToken stop)
    {
        var latents = PushForward.Latents.ToArray();
        var points = new List<DescentPoint>();
        var densities = new List<(int, IReadOnlyList<double>)>();
        for (var move = 0; move < moves; move++)
        {
            stop.ThrowIfCancellationRequested();
            var generated = new PushForward(play.Generate(latents));
            if (move == 0 || (move & (move - 1)) == 0) densities.Add((move, generated.Densities));
            for (var step = 0; step < DiscriminatorSteps; step++) play.Step(StillGenerator.Data.Draw(Batch, random));
            points.Add(new DescentPoint(move, generated.JensenShannon(StillGenerator.Data), play.Report().JensenShannon));
            show((move + 1.0) / moves);
        }

        densities.Add((moves, new PushForward(play.Generate(latents)).Densities));
        return new Descent(points, densities);
    }
}
