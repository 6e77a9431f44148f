using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>A block as a method of the game.</summary>
/// <param name="block">What it does.</param>
/// <param name="owned">The parameters that it disposes.</param>
internal sealed class TorchBlock(Statement.Block block, IReadOnlyList<PlanValue> owned)
{
    public Statement.Block Block => block;

    public IReadOnlyList<PlanValue> Owned => owned;

    /// <summary>What it reads but does not produce, in order of first use.</summary>
    public IReadOnlyList<PlanValue> Parameters { get; } = [.. block.Reads.Distinct().Except(block.Statements.SelectMany(statement => statement.Produces))];

    /// <summary>N, where it splits joint batches.</summary>
    public IReadOnlyList<string> Counts { get; } =
        block.Statements.Any(statement => statement is Statement.FakesOf or Seed.OfDiscriminator { Logits.Joint: not null }) ? ["count"] : [];
}
