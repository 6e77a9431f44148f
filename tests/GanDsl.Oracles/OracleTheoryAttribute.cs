using Xunit;
using Xunit.Sdk;

namespace GanDsl.Oracles;

/// <summary>
/// A theory of which rows need something: each is skipped without it, or failed where it is required. It never passes, and is never left out.
/// </summary>
[XunitTestCaseDiscoverer("GanDsl.Oracles.OracleTheoryDiscoverer", "GanDsl.Oracles")]
public abstract class OracleTheoryAttribute : TheoryAttribute
{
    /// <summary>What a row needs and this machine has not, or null.</summary>
    public abstract Absence? AbsenceFor(IReadOnlyList<object?> row);
}

/// <summary>A theory whose every row needs an oracle.</summary>
/// <typeparam name="TOracle">Which.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleTheoryAttribute<TOracle> : OracleTheoryAttribute
    where TOracle : IOracle
{
    /// <inheritdoc/>
    public override Absence? AbsenceFor(IReadOnlyList<object?> row) => Absence.Of<TOracle>();
}
