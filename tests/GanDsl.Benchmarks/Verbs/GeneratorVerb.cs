extern alias generators;

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Benchmarks.Works;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>How long the generator takes while somebody types: cold, after a layer was changed, and after something else was.</summary>
public static class GeneratorVerb
{
    // Until what runs is compiled for speed.
    private const int WarmUps = 8;

    private static readonly string[] Titles =
        ["project", "cold ms", "a layer edited ms", "files made again", "another file edited ms", "files made again", "the compiler's own ms"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var rounds = new Option<int>("--rounds") { Description = "How many runs to time.", DefaultValueFactory = _ => 10 };
        var command = new Command("generator", "The source generator: cold, and after one edit.") { json, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(json), parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(FileInfo? json, int rounds)
    {
        foreach (var project in DeclaredProject.All.Where(project => project.Count <= 100)) Measure(project, WarmUps);
        var rows = DeclaredProject.All.Select(project => Measure(project, rounds)).ToArray();
        Table.Write(Console.Out, Titles, [.. rows.Select(Line)]);
        if (json is not null) JsonFile.Write(json, rows);
    }

    private static GeneratorRow Measure(DeclaredProject project, int rounds)
    {
        var (cold, edited, unrelated, floor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (remade, remadeUnrelated) = (0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var opened = project.Open();
            GeneratorDriver driver = CSharpGeneratorDriver.Create(new generators::GanDsl.Generators.GanGenerator());
            cold.Add(Time(ref driver, opened, out _));
            var changed = project.Edit(opened, 64 + round);
            edited.Add(Time(ref driver, changed, out remade));
            var elsewhere = DeclaredProject.EditElsewhere(changed, round);
            unrelated.Add(Time(ref driver, elsewhere, out remadeUnrelated));

            GeneratorDriver idle = CSharpGeneratorDriver.Create(new Repeating(driver.GetRunResult().Results[0].GeneratedSources));
            Time(ref idle, changed, out _);
            floor.Add(Time(ref idle, elsewhere, out _));
        }

        return new GeneratorRow(project.Name, Median.Of(cold), Median.Of(edited), remade, Median.Of(unrelated), remadeUnrelated, Median.Of(floor));
    }

    private static double Time(ref GeneratorDriver driver, CSharpCompilation project, out int remade)
    {
        // Before the first run the sources are not an array.
        var before = driver.GetRunResult().Results.Where(result => !result.GeneratedSources.IsDefault).SelectMany(result => result.GeneratedSources)
            .Select(source => source.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var sources = driver.GetRunResult().Results[0].GeneratedSources;
        remade = sources.Count(source => !before.Contains(source.SourceText));
        if (sources.IsEmpty) throw new InvalidOperationException("Nothing was generated, so nothing was measured.");
        return time;
    }

    /// <summary>
    /// Generates what it was given for the first class with a marker: what the compiler itself takes for as many files, after an edit that concerns none of
    /// them.
    /// </summary>
    private sealed class Repeating(IReadOnlyCollection<GeneratedSourceResult> sources) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
                "GanDsl.DiscriminatorAttribute", (_, _) => true, (found, _) => found.TargetSymbol.Name);
            context.RegisterSourceOutput(classes.Collect(), (output, _) =>
            {
                foreach (var source in sources) output.AddSource(source.HintName, source.SourceText);
            });
        }
    }

    private static IReadOnlyList<string> Line(GeneratorRow row) =>
    [
        row.Project,
        row.Cold.ToString("F1", CultureInfo.InvariantCulture),
        row.Edited.ToString("F1", CultureInfo.InvariantCulture),
        row.Remade.ToString(CultureInfo.InvariantCulture),
        row.Unrelated.ToString("F2", CultureInfo.InvariantCulture),
        row.RemadeUnrelated.ToString(CultureInfo.InvariantCulture),
        row.Floor.ToString("F2", CultureInfo.InvariantCulture),
    ];
}
