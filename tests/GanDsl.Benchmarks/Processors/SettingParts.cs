using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Processors;

namespace GanDsl.Benchmarks.Processors;

/// <summary>What is run under a setting, part by part, in processes of their own.</summary>
/// <param name="Configuration">The build of the tests that is run: Debug or Release.</param>
internal sealed partial record SettingParts(string Configuration)
{
    /// <summary>All parity tests, every combination of objective, regulariser and schedule among them: minutes.</summary>
    public const string Parity = "parity";
    public const string Checks = "checks";
    public const string Convolutions = "convolutions";

    private const string Project = "GanDsl.TorchSharp.Tests";

    public static IReadOnlyList<string> All { get; } = [Parity, Checks, Convolutions];

    /// <summary>How a part ended.</summary>
    /// <param name="Green">Whether all of it was right.</param>
    /// <param name="Cell">Its numbers, for a table.</param>
    /// <param name="Details">What to show where it is red.</param>
    public sealed record Outcome(bool Green, string Cell, IReadOnlyList<string> Details);

    public Outcome Run(string part, IReadOnlyList<(string Name, string Value)> variables) => part switch
    {
        Parity => RunTests("Parity", variables),
        Checks => RunChecks(variables),
        Convolutions => RunConvolutions(variables),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    // Straight from the assembly: a build server that is still up would hand the tests the environment that it was started in.
    private Outcome RunTests(string category, IReadOnlyList<(string Name, string Value)> variables)
    {
        var tests = Repository.Folder("tests");
        var assembly = Path.Combine(tests, Project, "bin", Configuration, "net10.0", $"{Project}.dll");
        if (!File.Exists(assembly)) return new(false, "not built", [$"There is no {assembly}: dotnet build -c {Configuration} tests/{Project}"]);

        var run = ChildProcess.Dotnet(variables, "test", assembly, "--filter", $"Category={category}", "--settings", Path.Combine(tests, "tests.runsettings"));
        if (TestCounts.Parse(run.Printed) is not { } counts) return new(false, "no result", Tail(run.Printed));
        var cell = string.Create(CultureInfo.InvariantCulture, $"{counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped");

        // A filter that nothing matches is green to dotnet test.
        var green = run.ExitCode == 0 && counts is { Failed: 0, Passed: > 0 };
        return new(green, cell, green ? [] : [.. counts.Red.Select(name => $"red: {name}"), .. counts.Red.Count == 0 ? Tail(run.Printed) : []]);
    }

    private static Outcome RunChecks(IReadOnlyList<(string Name, string Value)> variables)
    {
        var run = ChildProcess.Self([.. variables, ("OMP_WAIT_POLICY", "passive")], "step", "--check");
        return Closed(run, ChecksLine());
    }

    private static Outcome RunConvolutions(IReadOnlyList<(string Name, string Value)> variables)
    {
        var run = ChildProcess.Self([.. variables, ("OMP_WAIT_POLICY", "passive")], "convolutions");
        return Closed(run, ConvolutionsLine());
    }

    private static Outcome Closed(ChildProcess.Outcome run, Regex closing)
    {
        var line = closing.Match(run.Printed);
        var green = run.ExitCode == 0 && line.Success;
        return new(green, line.Success ? line.Groups["cell"].Value : "no result", green ? [] : Tail(run.Printed));
    }

    private static IReadOnlyList<string> Tail(string printed) => printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(30).ToArray();

    [GeneratedRegex(@"^(?<cell>\d+ of \d+) works agree$", RegexOptions.Multiline)]
    private static partial Regex ChecksLine();

    [GeneratedRegex(@"^wrong of \d+: (?<cell>plain \d+, GanDsl \d+), ", RegexOptions.Multiline)]
    private static partial Regex ConvolutionsLine();
}
