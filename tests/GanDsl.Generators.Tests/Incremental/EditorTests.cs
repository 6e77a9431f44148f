using GanDsl.Generators.Tests.Compiling;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Incremental;

/// <summary>What an editor has while somebody types: it leaves implementation outputs out, and everything that users call must be there all the same.</summary>
public class EditorTests
{
    public static TheoryData<string> Declared => CompilesCleanlyTests.Names;

    [Theory]
    [MemberData(nameof(Declared))]
    public void WithoutBodies_EverythingThatUsersCall_Compiles(string declarations)
    {
        var compilation = GanCompilation.Create(CompilesCleanlyTests.Declarations[declarations], Packages.All);
        var (surface, all) = (Run(compilation, InEditor), Run(compilation, InBuild));

        Assert.Empty(surface.Errors);
        Assert.Subset(all.Files.ToHashSet(), surface.Files.ToHashSet());
        Assert.All(all.Files.Except(surface.Files), file => Assert.True(
            file.EndsWith(".Ilgpu.Launches.g.cs", StringComparison.Ordinal) || file == "GanDsl.Kernels.g.cs", $"{file} is not there in an editor."));
        Assert.Equal(surface.Members, all.Members);
    }

    [Fact]
    public void AnEdit_ComputesNoBodyInAnEditor()
    {
        var compilation = GanCompilation.Create(Examples.Dcgan28(), Packages.All);
        Assert.DoesNotContain(TrackingNames.GanLaunches, Run(compilation, InEditor).Steps);
        Assert.DoesNotContain(TrackingNames.NetworkLaunches, Run(compilation, InEditor).Steps);
        Assert.Contains(TrackingNames.GanLaunches, Run(compilation, InBuild).Steps);
        Assert.Contains(TrackingNames.NetworkLaunches, Run(compilation, InBuild).Steps);
    }

    private const IncrementalGeneratorOutputKind InBuild = IncrementalGeneratorOutputKind.None;
    private const IncrementalGeneratorOutputKind InEditor = IncrementalGeneratorOutputKind.Implementation;

    private static (IReadOnlyList<string> Files, IReadOnlyList<string> Errors, IReadOnlyList<string> Members, IReadOnlyList<string> Steps) Run(
        CSharpCompilation compilation, IncrementalGeneratorOutputKind without)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [UnderTest.NewGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(without, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        return (
            [.. result.GeneratedSources.Select(source => source.HintName)],
            [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString())],
            [.. Members(output.Assembly.GlobalNamespace).Order(StringComparer.Ordinal)],
            [.. result.TrackedSteps.Keys]);
    }

    // What users can call.
    private static IEnumerable<string> Members(INamespaceOrTypeSymbol of) => of.GetMembers()
        .Where(member => member is INamespaceSymbol || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
        .SelectMany(member => member is INamespaceOrTypeSymbol inner
            ? inner is ITypeSymbol ? Members(inner).Prepend(inner.ToDisplayString()) : Members(inner)
            : [member.ToDisplayString()]);
}
