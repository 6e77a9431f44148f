using GanDsl.Generators.Regularizers;
using GanDsl.Generators.AuxiliaryLosses;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>Where a backward begins: at values, by the derivative of a loss with respect to them. What the loss is made of goes to the report.</summary>
/// <param name="At">The values.</param>
/// <param name="Besides">What else it reads.</param>
internal abstract record Seed(IEnumerable<PlanValue> At, IEnumerable<PlanValue> Besides) : Statement(At.Concat(Besides), [])
{
    /// <summary>D's losses on reals and fakes. Reports V, the loss, D's means and how many it is right on.</summary>
    /// <param name="Player">The D whose logits they are.</param>
    /// <param name="Logits">Its logits.</param>
    /// <param name="ServesGenerator">
    /// Whether G's gradient is computed from this one's at the fakes; then it is never 0 there, and G's loss is reported with it.
    /// </param>
    public sealed record OfDiscriminator(PlanPlayer Player, DiscriminatorLogits Logits, bool ServesGenerator = false) : Seed(Logits.Values, []);

    /// <summary>G's loss on its fakes. Reports it.</summary>
    /// <param name="Player">The D that scores them.</param>
    /// <param name="Logits">Its logits.</param>
    /// <param name="OnReals">Those that they are measured against, in relativistic games; else null.</param>
    public sealed record OfGenerator(PlanPlayer Player, PlanValue Logits, PlanValue? OnReals) : Seed([Logits], OnReals is null ? [] : [OnReals]);

    /// <summary>G's loss at its fakes, in a step in which both move at once: the gradient that D's backward left there, times γ for each.</summary>
    /// <param name="Player">The D whose backward it was.</param>
    /// <param name="Made">The fakes as G's pass gave them.</param>
    /// <param name="Fakes">The same as D took them.</param>
    public sealed record Rescaled(PlanPlayer Player, PlanValue Made, PlanValue Fakes) : Seed([Made], [Fakes]);

    /// <summary>A penalty on D's slope. Reports it.</summary>
    /// <param name="Player">The D.</param>
    /// <param name="Penalty">The penalty.</param>
    /// <param name="Pass">D's pass over the samples that it looks at.</param>
    public sealed record OfSlope(PlanPlayer Player, GradientRegularizer Penalty, Statement.Forward Pass) : Seed([Pass.Slope!.Squares], [])
    {
        public PlanValue Squares => Pass.Slope!.Squares;
    }

    /// <summary>A penalty on logits, each measured against the running mean of the other kind's. Reports it.</summary>
    public sealed record OfRunningMeans(PlanPlayer Player, LogitRegularizer Penalty, DiscriminatorLogits Logits) : Seed(Logits.Values, []);

    /// <summary>An auxiliary loss of both players, or only of G. Reports it.</summary>
    /// <param name="Player">The player whose loss it is part of.</param>
    /// <param name="Loss">The term.</param>
    /// <param name="Rows">What it looks at, and what it compares that with.</param>
    public sealed record OfAuxiliaryLoss(PlanPlayer Player, AuxiliaryLoss Loss, IReadOnlyList<(PlanValue Rows, PlanValue Targets)> Rows)
        : Seed(Rows.Select(row => row.Rows), Rows.Select(row => row.Targets))
    {
        /// <summary>Its index in the game.</summary>
        public int Number => Player.Pair.AuxiliaryLosses.ToList().IndexOf(Loss);
    }
}
