using GanDsl.HandWritten;

namespace GanDsl.Benchmarks.Timing;

/// <summary>The multiply-adds that a game needs, whoever writes it: what no implementation on dense arithmetic can go below.</summary>
public static class StepCost
{
    /// <summary>Multiply-adds of one call of the step, in the mean over k calls.</summary>
    /// <param name="players">Their layers give the costs.</param>
    /// <param name="batch">N.</param>
    /// <param name="game">Whether G runs twice, and whether one pass back through D serves both players.</param>
    public static double MultiplyAdds(PlainPair players, int batch, PlainGame game)
    {
        var g = LayerCost.Of(players.Generator, [players.Latent]);
        var d = LayerCost.Of(players.Discriminator, players.SampleShape);

        var generatorAgain = game.FreshNoise && !game.Simultaneous ? g.Sum() : 0;
        var discriminatorOnBoth = 2 * (d.Sum() + WeightGradients(d) + InnerGradients(d));
        // In G's update D's weights are constants, and the gradient has to reach D's input; where both are updated at once, it has to go on through D's first
        // layer.
        var discriminatorOnFakes = game.Simultaneous ? d[0] : d.Sum() + d.Sum();
        var generatorBackward = WeightGradients(g) + InnerGradients(g);

        // Between reals and fakes: forward, back to the input, and back through both with every weight's gradient from each.
        var penalty = game.GradientPenalty is null ? 0 : (2 * d.Sum()) + (2 * (WeightGradients(d) + d.Sum()));
        var everyCall = g.Sum() + discriminatorOnBoth + penalty;
        return batch * (everyCall + ((generatorAgain + discriminatorOnFakes + generatorBackward) / game.DiscriminatorSteps));
    }

    private static double WeightGradients(IReadOnlyList<double> layers) => layers.Sum();

    // Nobody asks for the gradient of the first layer's input.
    private static double InnerGradients(IReadOnlyList<double> layers) => layers.Skip(1).Sum();
}
