using GanDsl.Generators.Regularizers;
using GanDsl.Generators.AuxiliaryLosses;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>Where a backward starts: values, with the derivative of a loss with respect to them. The loss's parts go to the report.</summary>
internal abstract record Seed : Statement
{
    /// <summary>The values that it starts from.</summary>
    public abstract IEnumerable<PlanValue> At { get; }

    public override IEnumerable<PlanValue> Reads => At;

    /// <summary>D's losses on reals and fakes. Reports V, the loss, D's means and how many samples it classifies correctly.</summary>
    /// <param name="Player">The D that produced the logits.</param>
    /// <param name="Logits">Its logits.</param>
    /// <param name="ServesGenerator">
    /// Whether G's gradient is computed from this one's at the fakes; then it is never 0 there, and G's loss is reported with it.
    /// </param>
    public sealed record OfDiscriminator(PlanPlayer Player, DiscriminatorLogits Logits, bool ServesGenerator = false) : Seed
    {
        public override IEnumerable<PlanValue> At => Logits.Values;
    }

    /// <summary>G's loss on its fakes. Reports it.</summary>
    /// <param name="Player">The D that scores them.</param>
    /// <param name="Logits">Its logits.</param>
    /// <param name="OnReals">The reals' logits to compare with, in relativistic games; else null.</param>
    public sealed record OfGenerator(PlanPlayer Player, PlanValue Logits, PlanValue? OnReals) : Seed
    {
        public override IEnumerable<PlanValue> At => [Logits];

        public override IEnumerable<PlanValue> Reads => OnReals is null ? [Logits] : [Logits, OnReals];
    }

    /// <summary>G's loss at its fakes, in a simultaneous step: the gradient of D's backward there, times γ for each.</summary>
    /// <param name="Player">The D of that backward.</param>
    /// <param name="Made">The fakes as G's pass produced them.</param>
    /// <param name="Fakes">The same fakes as D's input.</param>
    public sealed record Rescaled(PlanPlayer Player, PlanValue Made, PlanValue Fakes) : Seed
    {
        public override IEnumerable<PlanValue> At => [Made];

        public override IEnumerable<PlanValue> Reads => [Made, Fakes];
    }

    /// <summary>A penalty on D's slope. Reports it.</summary>
    /// <param name="Player">The D.</param>
    /// <param name="Penalty">The penalty.</param>
    /// <param name="Pass">D's pass over its samples.</param>
    public sealed record OfSlope(PlanPlayer Player, GradientRegularizer Penalty, Statement.Forward Pass) : Seed
    {
        public PlanValue Squares => Pass.Slope!.Squares;

        public override IEnumerable<PlanValue> At => [Squares];
    }

    /// <summary>A penalty on logits, each compared with the running mean of the other kind's. Reports it.</summary>
    public sealed record OfRunningMeans(PlanPlayer Player, LogitRegularizer Penalty, DiscriminatorLogits Logits) : Seed
    {
        public override IEnumerable<PlanValue> At => Logits.Values;
    }

    /// <summary>An auxiliary loss of both players, or only of G. Reports it.</summary>
    /// <param name="Player">The player whose loss it is part of.</param>
    /// <param name="Loss">The auxiliary loss.</param>
    /// <param name="Rows">Its rows and their targets.</param>
    public sealed record OfAuxiliaryLoss(PlanPlayer Player, AuxiliaryLoss Loss, IReadOnlyList<(PlanValue Rows, PlanValue Targets)> Rows) : Seed
    {
        /// <summary>Its index in the game.</summary>
        public int Number => Player.Pair.AuxiliaryLosses.ToList().IndexOf(Loss);

        public override IEnumerable<PlanValue> At => Rows.Select(row => row.Rows);

        public override IEnumerable<PlanValue> Reads => Rows.SelectMany(row => new[] { row.Rows, row.Targets });
    }
}
