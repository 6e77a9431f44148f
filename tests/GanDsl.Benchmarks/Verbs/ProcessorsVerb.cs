using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GanDsl.Benchmarks.Processors;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Processors;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>Runs the parity tests, the checks of <c>step</c> and random convolutions under settings by which this machine stands for others.</summary>
/// <remarks>
/// Exit code 0: nothing was red, though settings may not have been capped here, which the table says; with <c>--strict</c> such a setting counts as red.
/// 1: something was red, or a library said something else than its cap.
/// </remarks>
public static class ProcessorsVerb
{
    public static Command Create()
    {
        var only = new Option<string[]>("--only") { Description = "The one setting to run; more than once for more. [default: all]" };
        only.AcceptOnlyFromAmong([.. ProcessorSetting.All.Select(setting => setting.Name)]);
        var parts = new Option<string[]>("--part") { Description = "The one part to run under each; more than once for more. [default: all]" };
        parts.AcceptOnlyFromAmong([.. SettingParts.All]);
        var list = new Option<bool>("--list") { Description = "Only names the settings." };
        var strict = new Option<bool>("--strict") { Description = "A setting that cannot be capped on this processor fails, too." };
        var configuration = new Option<string>("--configuration") { Description = "The build of the tests.", DefaultValueFactory = _ => "Debug" };
        var command = new Command("processors", "The parity tests and checks under capped instruction sets: this processor for others.")
        {
            only, parts, list, strict, configuration,
        };
        command.SetAction(parsed =>
        {
            bool Chosen(Option<string[]> option, string name) => parsed.GetValue(option) is not { Length: > 0 } some || some.Contains(name);
            var settings = ProcessorSetting.All.Where(setting => Chosen(only, setting.Name)).ToArray();
            if (parsed.GetValue(list)) return List(settings);
            var run = SettingParts.All.Where(part => Chosen(parts, part)).ToArray();
            return Run(settings, run, new SettingParts(parsed.GetValue(configuration)!), parsed.GetValue(strict));
        });
        return command;
    }

    private static int List(IReadOnlyList<ProcessorSetting> settings)
    {
        Table.Write(Console.Out, ["setting", "variables"], [.. settings.Select(setting => (IReadOnlyList<string>)[setting.Name, Text(setting.Variables())])]);
        return 0;
    }

    private static int Run(IReadOnlyList<ProcessorSetting> settings, IReadOnlyList<string> parts, SettingParts runner, bool strict)
    {
        var own = Ask([]);
        var rows = settings.Select(setting => Run(setting, own, parts, runner)).ToArray();

        Console.WriteLine();
        IReadOnlyList<string> titles = ["setting", "libtorch says", "oneDNN says", "MKL says", .. parts, "seconds", "state"];
        Table.Write(Console.Out, titles, [.. rows.Select(row => Line(row, parts))]);
        var (red, uncapped) = (rows.Count(row => row.Red), rows.Count(row => row is { Red: false, Proof: Proof.NotCapped }));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows.Length - red - uncapped} of {rows.Length} settings passed, {uncapped} not capped here, {red} red"));
        return red > 0 || (strict && uncapped > 0) ? 1 : 0;
    }

    private static SettingRow Run(ProcessorSetting setting, SaidInstructions own, IReadOnlyList<string> parts, SettingParts runner)
    {
        var (from, variables) = (Stopwatch.GetTimestamp(), setting.Variables(own));
        var said = Ask(variables);
        var (proof, words) = CapCheck.Judge(setting, said, own);
        Console.WriteLine($"{setting.Name} ({Text(variables)})");
        Console.WriteLine($"  libtorch says {said.Libtorch}; oneDNN, {said.OneDnn}; MKL, {said.Mkl}, reproducibility {said.Reproducible ?? "not said"}");
        if (words.Length > 0) Console.WriteLine($"  {(proof == Proof.NotCapped ? "not capped here: " : "")}{words}");

        var outcomes = new List<(string, SettingParts.Outcome)>();
        foreach (var part in proof == Proof.Broken ? [] : parts)
        {
            var outcome = runner.Run(part, variables);
            outcomes.Add((part, outcome));
            Console.WriteLine($"  {part}: {outcome.Cell}");
            foreach (var line in outcome.Details) Console.WriteLine($"    {line}");
        }

        return new SettingRow(setting, said, proof, words, outcomes, Stopwatch.GetElapsedTime(from).TotalSeconds);
    }

    private static SaidInstructions Ask(IReadOnlyList<(string Name, string Value)> variables) =>
        SaidInstructions.Parse(ChildProcess.Self([.. variables, .. InstructionsVerb.Asking], "instructions").Printed);

    private static IReadOnlyList<string> Line(SettingRow row, IReadOnlyList<string> parts) =>
    [
        row.Setting.Name,
        row.Said.Libtorch.ToString(),
        row.Said.OneDnn.ToString(),
        row.Said.Reproducible is null or "OFF" ? row.Said.Mkl.ToString() : $"{row.Said.Mkl}, {row.Said.Reproducible}",
        .. parts.Select(part => row.Parts.FirstOrDefault(one => one.Part == part).Outcome?.Cell ?? "not run"),
        row.Seconds.ToString("F0", CultureInfo.InvariantCulture),
        row.State,
    ];

    private static string Text(IReadOnlyList<(string Name, string Value)> variables) =>
        variables.Count == 0 ? "no caps" : string.Join(' ', variables.Select(one => $"{one.Name}={one.Value}"));
}
