namespace GanDsl.Generators.Steps.Plan;

/// <summary>
/// The step as a list of statements, made by <see cref="StepPlanner"/> from the checked game. Every backend reads it; order, legality and fusion are decided in
/// it.
/// </summary>
/// <param name="Step">The checked game.</param>
/// <param name="Statements">The statements, draws first.</param>
internal sealed record StepPlan(MinMaxStep Step, IReadOnlyList<Statement> Statements)
{
    /// <summary>The step's inputs and draws, in order.</summary>
    public IEnumerable<Statement.Draw> Draws => Statements.OfType<Statement.Draw>();

    /// <summary>All statements, including those of branches and blocks.</summary>
    public IEnumerable<Statement> All => Statements.SelectMany(Within);

    private static IEnumerable<Statement> Within(Statement statement) => statement switch
    {
        Statement.Branch branch => branch.Due.Concat(branch.Otherwise).SelectMany(Within).Prepend(statement),
        Statement.Block block => block.Statements.SelectMany(Within).Prepend(statement),
        _ => [statement],
    };
}
