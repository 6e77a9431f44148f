using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Benchmarks.Works;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>How long the generator takes, cold, after a layer was changed, and after something else was; and how much it generates.</summary>
public static partial class GeneratorVerb
{
    // Until what runs is compiled for speed; what is large has its own rounds for that.
    private const int WarmUps = 8;
    private const int WarmUpsOfLarge = 2;
    private const int CompileRounds = 3;

    private static readonly string[] TimeTitles =
    [
        "project", "cold ms", "a layer edited, in an editor ms", "files made again", "a layer edited, in a build ms", "files made again",
        "another file edited ms", "files made again", "the compiler's own ms",
    ];

    private static readonly string[] SizeTitles = ["project", "files", "characters", "lines for Torch", "for Ilgpu", "others", "compiled in s"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var only = new Option<string?>("--only") { Description = "The one project to measure." };
        var rounds = new Option<int>("--rounds") { Description = "How many runs to time.", DefaultValueFactory = _ => 10 };
        var command = new Command("generator", "The source generator: cold, and after one edit; and how much it generates.") { json, only, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(only), parsed.GetValue(rounds)));
        return command;
    }

    private static int Run(FileInfo? json, string? only, int rounds)
    {
        var projects = DeclaredProjects.All.Where(project => only is null || project.Name == only).ToList();
        if (projects.Count == 0)
        {
            Console.Error.WriteLine($"There is no project '{only}'. There are: {string.Join("; ", DeclaredProjects.All.Select(project => project.Name))}.");
            return 1;
        }

        foreach (var project in ChainProjects.Small) _ = (TimesOf(project, WarmUps), SizesOf(project));
        var empty = CompilerRun.Seconds(DeclaredProject.Empty(), CompileRounds);
        var rows = new List<GeneratorRow>();
        foreach (var project in projects)
        {
            if (!ChainProjects.Small.Contains(project)) TimesOf(project, WarmUpsOfLarge);
            rows.Add(new GeneratorRow(project.Name, TimesOf(project, rounds), SizesOf(project)));
        }

        Table.Write(Console.Out, TimeTitles, [.. rows.Select(row => Line(row.Project, row.Times))]);
        Console.Out.WriteLine();
        var ofNothing = Line("nothing declared", new GeneratorSizes(0, 0, 0, 0, 0, empty));
        Table.Write(Console.Out, SizeTitles, [ofNothing, .. rows.Select(row => Line(row.Project, row.Sizes))]);
        if (json is not null) JsonFile.Write(json, rows);
        return 0;
    }

    private static GeneratorTimes TimesOf(DeclaredProject project, int rounds)
    {
        var (cold, inEditor, inBuild, unrelated, floor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (remadeInEditor, remadeInBuild, remadeUnrelated) = (0, 0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var build = GeneratorRun.OfBuild();
            var (opened, changed, elsewhere) = States(round);
            cold.Add(build.Time(opened));
            inBuild.Add(build.Time(changed));
            remadeInBuild = build.Remade;
            unrelated.Add(build.Time(elsewhere));
            remadeUnrelated = build.Remade;

            var editor = GeneratorRun.OfEditor();
            (opened, changed, _) = States(round);
            editor.Time(opened);
            inEditor.Add(editor.Time(changed));
            remadeInEditor = editor.Remade;

            var idle = GeneratorRun.Of(build.Sources);
            (_, changed, elsewhere) = States(round);
            idle.Time(changed);
            floor.Add(idle.Time(elsewhere));
        }

        return new GeneratorTimes(
            Median.Of(cold), Median.Of(inEditor), remadeInEditor, Median.Of(inBuild), remadeInBuild, Median.Of(unrelated), remadeUnrelated, Median.Of(floor));

        // For each run its own: a compilation keeps what one run found out about its symbols.
        (CSharpCompilation Opened, CSharpCompilation Changed, CSharpCompilation Elsewhere) States(int round)
        {
            var opened = project.Open();
            var changed = project.Edit(opened, round);
            return (opened, changed, DeclaredProject.EditElsewhere(changed, round));
        }
    }

    private static GeneratorSizes SizesOf(DeclaredProject project)
    {
        var (opened, build) = (project.Open(), GeneratorRun.OfBuild());
        var complete = build.Complete(opened);
        CompilerRun.RequireNoErrors(complete);
        var (torch, ilgpu) = (Lines(build.Sources, "Torch"), Lines(build.Sources, "Ilgpu"));
        if (torch == 0 || ilgpu == 0) throw new InvalidOperationException($"A backend has nothing of {project.Name}.");
        return new GeneratorSizes(
            build.Sources.Count,
            build.Sources.Sum(source => (long)source.SourceText.Length),
            torch,
            ilgpu,
            Lines(build.Sources, null),
            CompilerRun.Seconds(complete, CompileRounds));
    }

    private static int Lines(IReadOnlyList<GeneratedSourceResult> sources, string? backend) =>
        sources.Where(source => Backend(source.HintName) == backend).Sum(source => source.SourceText.Lines.Count);

    // Of Game.Torch.g.cs and Game.Ilgpu.Launches.g.cs, but also of what all games share: GanDsl.TorchStart.g.cs, GanDsl.Kernels.g.cs.
    private static string? Backend(string hintName) => hintName == "GanDsl.Kernels.g.cs" ? "Ilgpu"
        : OfBackend().Match(hintName) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\.(Torch|Ilgpu)[^.]*(\.Launches)?\.g\.cs$")]
    private static partial Regex OfBackend();

    private static IReadOnlyList<string> Line(string project, GeneratorTimes times) =>
    [
        project,
        times.Cold.ToString("F1", CultureInfo.InvariantCulture),
        times.EditedInEditor.ToString("F1", CultureInfo.InvariantCulture),
        times.RemadeInEditor.ToString(CultureInfo.InvariantCulture),
        times.EditedInBuild.ToString("F1", CultureInfo.InvariantCulture),
        times.RemadeInBuild.ToString(CultureInfo.InvariantCulture),
        times.Unrelated.ToString("F2", CultureInfo.InvariantCulture),
        times.RemadeUnrelated.ToString(CultureInfo.InvariantCulture),
        times.Floor.ToString("F2", CultureInfo.InvariantCulture),
    ];

    private static IReadOnlyList<string> Line(string project, GeneratorSizes sizes) =>
    [
        project,
        sizes.Files.ToString("N0", CultureInfo.InvariantCulture),
        sizes.Characters.ToString("N0", CultureInfo.InvariantCulture),
        sizes.TorchLines.ToString("N0", CultureInfo.InvariantCulture),
        sizes.IlgpuLines.ToString("N0", CultureInfo.InvariantCulture),
        sizes.OtherLines.ToString("N0", CultureInfo.InvariantCulture),
        sizes.CompileSeconds.ToString("F2", CultureInfo.InvariantCulture),
    ];
}
