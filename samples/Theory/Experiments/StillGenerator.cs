namespace Theory;

/// <summary>A fixed G: N(mean, std²).</summary>
internal sealed record Candidate(string Name, double Mean, double Std)
{
    public Mixture Distribution { get; } = Mixture.Gaussian(Mean, Std);
}

/// <summary>How D learned with G fixed.</summary>
/// <param name="Candidate">G.</param>
/// <param name="Ascent">V by the game's reports, over D's steps.</param>
/// <param name="Logits">D's at <see cref="Quadrature.Nodes"/>, in the end.</param>
/// <param name="Value">V in the end: the mean of the last reports, all on large batches.</param>
internal sealed record Learned(Candidate Candidate, IReadOnlyList<(long Step, double Value)> Ascent, float[] Logits, double Value)
{
    /// <summary>max V = −2·log 2 + 2·JSD, by quadrature.</summary>
    public double BestValue => ClosedForm.Value(ClosedForm.JensenShannon(StillGenerator.Data, Candidate.Distribution));

    /// <summary>The distance of D from D*; see <see cref="ClosedForm.WeightedDistance"/>.</summary>
    public double Distance => ClosedForm.WeightedDistance(StillGenerator.Data, Candidate.Distribution, Logits);
}

/// <summary>G fixed: D converges to D*, and V to −2·log 2 + 2·JSD; the best G is the one with the smallest maximum.</summary>
internal static class StillGenerator
{
    /// <summary>p_data.</summary>
    public static Mixture Data { get; } = new(new Bell(0.6, -1.6, 0.7), new Bell(0.4, 1.6, 0.7));

    /// <summary>G1, G2 and G3.</summary>
    public static IReadOnlyList<Candidate> Candidates { get; } = [new("G1", -3, 0.8), new("G2", 1, 1.2), new("G3", -0.3, 1.7)];

    /// <summary>The batches grow, since D's steps should get less noisy towards the end.</summary>
    private static readonly (double Until, int Batch)[] phases = [(0.6, 256), (0.9, 1_024), (1, 4_096)];

    /// <param name="candidate">G.</param>
    /// <param name="game">A game whose G is never updated.</param>
    /// <param name="steps">D's steps, at least 1.</param>
    /// <param name="random">Draws the reals.</param>
    /// <param name="show">Called with the fraction that is done.</param>
    /// <param name="stop">Ends it early, by <see cref="OperationCanceledException"/>.</param>
    public static Learned Learn(Candidate candidate, GameHandle game, int steps, Random random, Action<double> show, CancellationToken stop)
    {
        game.Generate(candidate.Mean, candidate.Std);
        var ascent = new List<(long, double)>();
        var last = new List<double>();
        for (var step = 1; step <= steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            var final = step > steps * phases[^2].Until || step == steps;
            game.Step(Data.Draw(phases.First(phase => step <= steps * phase.Until).Batch, random));
            if (final || step <= 50 || step % 10 == 0)
            {
                var report = game.Report();
                ascent.Add((report.Step, report.Value));
                if (step > steps * 0.95) last.Add(report.Value);
            }

            show((double)step / steps);
        }

        return new Learned(candidate, ascent, game.Logits([.. Quadrature.Nodes.Select(x => (float)x)]), last.Average());
    }
}
