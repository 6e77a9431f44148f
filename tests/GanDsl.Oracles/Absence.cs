namespace GanDsl.Oracles;

/// <summary>What a test needs and this machine has not.</summary>
/// <param name="Says">What is missing, and how to get it.</param>
/// <param name="IsExcused">Whether the test is skipped; else it fails.</param>
public sealed record Absence(string Says, bool IsExcused)
{
    /// <summary>The environment's variable that makes it a failure, set to 1.</summary>
    public const string Variable = "GANDSL_REQUIRE_ORACLES";

    /// <summary>What is to be said of an oracle, or null where it is there. What cannot be had is excused whatever the variable says.</summary>
    public static Absence? Of<TOracle>()
        where TOracle : IOracle =>
        Of<TOracle>(Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>The same, whatever the variable says.</summary>
    public static Absence? Of<TOracle>(bool areRequired)
        where TOracle : IOracle =>
        TOracle.IsThere ? null
        : TOracle.Remedy is { } remedy ? new Absence($"{TOracle.Name} is not there: {remedy}.", IsExcused: !areRequired)
        : new Absence($"{TOracle.Name} is not there.", IsExcused: true);
}
