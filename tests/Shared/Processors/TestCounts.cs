using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl.Processors;

/// <summary>What <c>dotnet test</c> says at its end, and the names of what was red.</summary>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Skipped">How many were skipped.</param>
/// <param name="Red">Their names.</param>
public sealed partial record TestCounts(int Passed, int Failed, int Skipped, IReadOnlyList<string> Red)
{
    /// <summary>
    /// Reads the closing line; null where no test matched the filter, or the run did not reach its end. Of a host that crashed it says "Passed!", of the tests
    /// before.
    /// </summary>
    public static TestCounts? Parse(string printed)
    {
        var line = Closing().Match(printed);
        if (!line.Success || printed.Contains("Test Run Aborted", StringComparison.Ordinal)) return null;
        int Number(string name) => int.Parse(line.Groups[name].Value, CultureInfo.InvariantCulture);
        var red = RedTest().Matches(printed).Select(match => match.Groups["name"].Value).Distinct();
        return new TestCounts(Number("passed"), Number("failed"), Number("skipped"), [.. red]);
    }

    [GeneratedRegex(@"(?:Passed|Failed)! +- Failed: +(?<failed>\d+), Passed: +(?<passed>\d+), Skipped: +(?<skipped>\d+)")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^ +Failed (?<name>.+) \[[^\]\r\n]*\]\s*$", RegexOptions.Multiline)]
    private static partial Regex RedTest();
}
