using Xunit;
using Xunit.Sdk;

namespace GanDsl.Oracles;

/// <summary>A fact that needs something: skipped without it, or failed where it is required. It never passes.</summary>
[XunitTestCaseDiscoverer("GanDsl.Oracles.OracleFactDiscoverer", "GanDsl.Oracles")]
public abstract class OracleFactAttribute : FactAttribute
{
    private protected OracleFactAttribute(Absence? absence)
    {
        Absence = absence;
        if (absence is { IsExcused: true }) Skip = absence.Says;
    }

    /// <summary>What is missing, if anything.</summary>
    public Absence? Absence { get; }
}

/// <summary>A fact that needs an oracle.</summary>
/// <typeparam name="TOracle">Which.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute<TOracle>() : OracleFactAttribute(Absence.Of<TOracle>())
    where TOracle : IOracle;
