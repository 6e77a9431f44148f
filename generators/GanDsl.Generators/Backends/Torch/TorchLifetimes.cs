using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>How long tensors live in a list of statements: to their last reader, which may consume them.</summary>
/// <param name="statements">The statements.</param>
/// <param name="passes">How backward is written, which decides what it reads.</param>
internal sealed class TorchLifetimes(IReadOnlyList<Statement> statements, TorchPasses passes)
{
    /// <summary>Whether a statement behind a place reads a value.</summary>
    public bool IsReadBehind(int place, PlanValue value) => statements.Skip(place + 1).Any(statement => passes.Reads(statement).Contains(value));

    /// <summary>Whether the last reader of a value disposes it.</summary>
    public bool IsConsumed(PlanValue value) =>
        statements.LastOrDefault(statement => passes.Reads(statement).Contains(value)) is { } last && Consumes(last, value);

    /// <summary>Whether a statement disposes a value that nothing behind it reads.</summary>
    public bool Consumes(Statement statement, PlanValue value) => statement switch
    {
        Statement.Join join => value == join.Fakes,
        Statement.FakesOf half => value == half.Joint,
        Statement.Backward backward => passes.Consumes(backward, value),
        Statement.Branch or Statement.Block => statement.Reads.Contains(value),
        _ => false,
    };

    /// <summary>Whether a value is declared with <c>using</c>: a small thing beside what passes, which lives as long as the method.</summary>
    public bool IsUsing(Statement origin, PlanValue value) => origin switch
    {
        Statement.Join join => join.Reals == join.Fakes,
        Statement.Code => true,
        Statement.Augment => !IsConsumed(value),
        _ => false,
    };
}
