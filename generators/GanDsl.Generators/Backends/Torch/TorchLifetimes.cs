using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>How long tensors live in a list of statements: until their last reader, which may dispose them.</summary>
/// <param name="statements">The statements.</param>
/// <param name="passes">How passes are written, which decides what backward reads.</param>
internal sealed class TorchLifetimes(IReadOnlyList<Statement> statements, TorchPasses passes)
{
    /// <summary>Whether a statement after a position reads a value.</summary>
    public bool IsReadBehind(int place, PlanValue value) => statements.Skip(place + 1).Any(statement => passes.Reads(statement).Contains(value));

    /// <summary>Whether the last reader of a value disposes it.</summary>
    public bool IsConsumed(PlanValue value) =>
        statements.LastOrDefault(statement => passes.Reads(statement).Contains(value)) is { } last && Consumes(last, value);

    /// <summary>Whether a statement disposes a value that nothing after it reads.</summary>
    public bool Consumes(Statement statement, PlanValue value) => statement switch
    {
        Statement.Join join => value == join.Fakes,
        Statement.FakesOf half => value == half.Joint,
        Statement.Backward backward => passes.Consumes(backward, value),
        Statement.Branch or Statement.Block => statement.Reads.Contains(value),
        _ => false,
    };

    /// <summary>Whether a value is declared with <c>using</c>: it is small, so it may live as long as the method.</summary>
    public bool IsUsing(Statement origin, PlanValue value) => origin switch
    {
        Statement.Join join => join.Reals == join.Fakes,
        Statement.Code => true,
        Statement.Augment => !IsConsumed(value),
        _ => false,
    };
}
