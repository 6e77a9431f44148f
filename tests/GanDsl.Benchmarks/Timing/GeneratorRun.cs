extern alias generators;

using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using GanDsl.Benchmarks.Works;

namespace GanDsl.Benchmarks.Timing;

/// <summary>A generator in the compiler, from one state of a project to the next.</summary>
public sealed class GeneratorRun
{
    private GeneratorDriver driver;

    private GeneratorRun(IIncrementalGenerator generator, IncrementalGeneratorOutputKind leftOut) => driver = CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], parseOptions: DeclaredProject.Options, driverOptions: new GeneratorDriverOptions(leftOut));

    /// <summary>How many files the last run generated that the one before it had not.</summary>
    public int Remade { get; private set; }

    /// <summary>What the last run generated.</summary>
    public IReadOnlyList<GeneratedSourceResult> Sources => driver.GetRunResult().Results[0].GeneratedSources;

    /// <summary>Our generator as a build runs it: it writes everything.</summary>
    public static GeneratorRun OfBuild() => new(new generators::GanDsl.Generators.GanGenerator(), IncrementalGeneratorOutputKind.None);

    /// <summary>Our generator as an editor runs it while somebody types: what only the implementation needs is left out.</summary>
    public static GeneratorRun OfEditor() => new(new generators::GanDsl.Generators.GanGenerator(), IncrementalGeneratorOutputKind.Implementation);

    /// <summary>
    /// A generator of given files for the first class with a marker: what the compiler itself takes for as many files, after an edit that concerns none of
    /// them.
    /// </summary>
    public static GeneratorRun Of(IReadOnlyList<GeneratedSourceResult> sources) => new(new Repeating(sources), IncrementalGeneratorOutputKind.None);

    /// <summary>Runs it, and returns the milliseconds that it took.</summary>
    public double Time(CSharpCompilation project)
    {
        // Before the first run the sources are not an array.
        var before = driver.GetRunResult().Results.Where(result => !result.GeneratedSources.IsDefault).SelectMany(result => result.GeneratedSources)
            .Select(source => source.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (driver.GetRunResult().Results[0].Exception is { } failure) throw new InvalidOperationException("The generator failed.", failure);
        Remade = Sources.Count(source => !before.Contains(source.SourceText));
        if (Sources.Count == 0) throw new InvalidOperationException("Nothing was generated, so nothing was measured.");
        return time;
    }

    /// <summary>The project with what is generated for it.</summary>
    public CSharpCompilation Complete(CSharpCompilation project)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(project, out var complete, out _);
        return (CSharpCompilation)complete;
    }

    private sealed class Repeating(IReadOnlyList<GeneratedSourceResult> sources) : IIncrementalGenerator
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
}
