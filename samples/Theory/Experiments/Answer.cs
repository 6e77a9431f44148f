namespace Theory;

/// <summary>D's answer to a fixed G, in the game of one divergence.</summary>
/// <param name="Divergence">The divergence that D ascends to.</param>
/// <param name="Estimate">V in the end: the mean of the last reports.</param>
/// <param name="Climb">The bound from D's logits by quadrature, over D's steps.</param>
/// <param name="Logits">D's at <see cref="Quadrature.Nodes"/>, in the end.</param>
internal sealed record Answer(FDivergence Divergence, double Estimate, IReadOnlyList<(int Step, double Value)> Climb, float[] Logits)
{
    /// <summary>D's steps, over which its learning rate decays to 0.</summary>
    public const int Steps = 2_000;

    private const int Looks = 30;

    /// <summary>
    /// p_g. Its spread makes all ten divergences finite: the χ² integrate p²/q and q²/p, so each of p_data and p_g must decay faster than the square of the
    /// other.
    /// </summary>
    public static Candidate Generator { get; } = new("G", -0.3, 0.95);

    /// <summary>D_f(p_data‖p_g), by quadrature.</summary>
    public double ByQuadrature { get; } = Divergence.Between(StillGenerator.Data, Generator.Distribution);

    /// <summary>The relative error of the estimate.</summary>
    public double RelativeError => Math.Abs((Estimate / ByQuadrature) - 1);

    /// <param name="divergence">The divergence that D ascends to.</param>
    /// <param name="game">Its game.</param>
    /// <param name="steps">D's steps, at least 1.</param>
    /// <param name="random">Draws reals and latents.</param>
    /// <param name="show">Called with the fraction that is done.</param>
    /// <param name="stop">Ends it early, by <see cref="OperationCanceledException"/>.</param>
    public static Answer Of(FDivergence divergence, GameHandle game, int steps, Random random, Action<double> show, CancellationToken stop)
    {
        game.Generate(Generator.Mean, Generator.Std);
        float[] nodes = [.. Quadrature.Nodes.Select(x => (float)x)];
        var noise = Mixture.Gaussian(0, 1);
        var climb = new List<(int, double)>();
        var last = new List<double>();
        var next = 1.0;
        for (var step = 1; step <= steps; step++)
        {
            stop.ThrowIfCancellationRequested();

            // Large batches where the estimate is read, and both kinds from strata: otherwise e^2ℓ in the tails would drown it in noise.
            var isLast = step > steps * 0.95 || step == steps;
            var batch = isLast ? 8_192 : 1_024;
            game.Step(StillGenerator.Data.Draw(batch, random), noise.Draw(batch, random));
            if (isLast) last.Add(game.Report().Value);
            if (step >= next || step == steps)
            {
                climb.Add((step, divergence.Seen(StillGenerator.Data, Generator.Distribution, game.Logits(nodes))));
                next = Math.Max(step + 1, next * Math.Pow(Steps, 1.0 / Looks));
            }

            show((double)step / steps);
        }

        return new Answer(divergence, last.Average(), climb, game.Logits(nodes));
    }
}
