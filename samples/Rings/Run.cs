using GanDsl;

namespace Rings;

/// <summary>A game of the sample.</summary>
/// <param name="Name">Its objective and regulariser.</param>
/// <param name="New">Creates a game from a backend and a seed.</param>
internal sealed record Recipe(string Name, Func<Backends, long, GameHandle> New)
{
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("NonSaturating", GameHandle.Plain),
        new("NonSaturating, R1", GameHandle.Flat),
        new("… momentum 0.5", GameHandle.Calm),
        new("WGAN-GP", GameHandle.Slope),
        new("Hinge, SpectralNorm", GameHandle.Bounded),
    ];
}

/// <summary>A game at one moment.</summary>
/// <param name="Step">Calls of Step so far.</param>
/// <param name="Samples">Of G: x, y, x, y, …</param>
/// <param name="Surface">D's logits over the picture, row by row from the top.</param>
/// <param name="Score">Of G.</param>
internal sealed record Snapshot(int Step, float[] Samples, float[] Surface, Score Score);

/// <summary>One game from start to end.</summary>
internal static class Run
{
    /// <summary>Pixels of D's surface along each axis.</summary>
    public const int Resolution = 60;

    private const int Batch = 256;
    private const int Samples = 2_500;

    /// <param name="game">The game.</param>
    /// <param name="modes">The modes that G should find.</param>
    /// <param name="steps">Calls of Step.</param>
    /// <param name="snapshotSteps">The steps of the snapshots, in ascending order, the last one at the end.</param>
    /// <param name="random">Draws the reals.</param>
    /// <param name="show">Called with the fraction that is done.</param>
    /// <param name="stop">Ends it early, by <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<Snapshot> Train(
        GameHandle game, Modes modes, int steps, IReadOnlyList<int> snapshotSteps, Random random, Action<double> show, CancellationToken stop)
    {
        var seen = new List<Snapshot>();
        for (var step = 0; step <= steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            if (seen.Count < snapshotSteps.Count && step == snapshotSteps[seen.Count]) seen.Add(Look(game, modes, step));
            if (step < steps) game.Step(modes.Draw(Batch, random));
            show((double)step / steps);
        }

        return seen;
    }

    /// <summary>That many snapshots of a run, closer together at its start, where most happens. Fewer where the run is too short for them.</summary>
    public static IReadOnlyList<int> SnapshotSteps(int steps, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (int)Math.Round(steps * Math.Pow((double)i / (count - 1), 2))).Distinct()];

    private static Snapshot Look(GameHandle game, Modes modes, int step)
    {
        var samples = game.Sample(Samples);
        var points = new float[2 * Resolution * Resolution];
        for (var i = 0; i < Resolution * Resolution; i++)
        {
            points[2 * i] = (float)(modes.Extent * ((2 * ((i % Resolution) + 0.5) / Resolution) - 1));
            points[(2 * i) + 1] = (float)(modes.Extent * (1 - (2 * ((i / Resolution) + 0.5) / Resolution)));
        }

        return new Snapshot(step, samples, game.Logits(points), modes.Score(samples));
    }
}
