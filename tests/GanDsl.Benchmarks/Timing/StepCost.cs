using GanDsl.HandWritten;

namespace GanDsl.Benchmarks.Timing;

/// <summary>The multiply-adds that a game needs, whoever writes it: what no implementation on dense arithmetic can go below.</summary>
public static class StepCost
{
    /// <summary>Multiply-adds of one step with k = 1.</summary>
    /// <param name="players">Their layers give the costs.</param>
    /// <param name="batch">N.</param>
    /// <param name="game">Whether G runs twice, and whether one pass back through D serves both players.</param>
    public static double MultiplyAdds(PlainPair players, int batch, PlainGame game)
    {
        var g = LayerCost.Of(players.Generator, [players.Latent]);
        var d = LayerCost.Of(players.Discriminator, players.SampleShape);

        var generatorForward = (game.FreshNoise && !game.Simultaneous ? 2 : 1) * g.Sum();
        var discriminatorOnBoth = 2 * (d.Sum() + WeightGradients(d) + InnerGradients(d));
        // In G's move D's weights are constants, and the gradient has to reach D's input; where both move at once, it has to go on through D's first layer.
        var discriminatorOnFakes = game.Simultaneous ? d[0] : d.Sum() + d.Sum();
        var generatorBackward = WeightGradients(g) + InnerGradients(g);
        return batch * (generatorForward + discriminatorOnBoth + discriminatorOnFakes + generatorBackward);
    }

    private static double WeightGradients(IReadOnlyList<double> layers) => layers.Sum();

    // Nobody asks for the gradient of the first layer's input.
    private static double InnerGradients(IReadOnlyList<double> layers) => layers.Skip(1).Sum();
}
