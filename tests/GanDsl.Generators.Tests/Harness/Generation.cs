using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>One run of the generator over a user's project.</summary>
/// <param name="Input">The user's sources alone.</param>
/// <param name="Output">The user's sources with the generated ones.</param>
/// <param name="Driver">The driver after the run, ready for the next.</param>
internal sealed record Generation(Compilation Input, Compilation Output, GeneratorDriver Driver)
{
    public static Generation Of(string source, Packages packages = Packages.Torch, LanguageVersion language = GanCompilation.OldestLanguage) =>
        Of(GanCompilation.Create(source, packages, language));

    /// <summary>Runs the generator, which never throws and never reports: diagnostics are the analyzers' business.</summary>
    public static Generation Of(CSharpCompilation compilation, IIncrementalGenerator? generator = null) =>
        Run(NewDriver(compilation, generator ?? UnderTest.NewGenerator()), compilation);

    public static Generation Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Empty(diagnostics);
        return new Generation(compilation, output, driver);
    }

    public IEnumerable<GeneratedSourceResult> Results => Driver.GetRunResult().Results.Single().GeneratedSources;

    /// <summary>The generated files by hint name.</summary>
    public SortedDictionary<string, string> Sources =>
        new(Results.ToDictionary(result => result.HintName, result => result.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>Every generated file as Verify.SourceGenerators snapshots it.</summary>
    public IEnumerable<Target> Targets =>
        from source in Sources
        select new Target("cs", $"//HintName: {source.Key}\n{source.Value}", Path.GetFileNameWithoutExtension(source.Key));

    private static CSharpGeneratorDriver NewDriver(CSharpCompilation compilation, IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
