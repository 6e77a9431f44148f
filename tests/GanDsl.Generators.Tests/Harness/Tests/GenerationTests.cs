using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Harness.Tests;

/// <summary>The harness can fail: shown on a generator that writes one file for each class, from its name and its base list.</summary>
public class GenerationTests
{
    [Fact]
    public void AWarningInGeneratedCode_FailsTheCleanCompile_AndShowsTheLine()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Generate("class A;", "class Of{0} {{ void M() {{ int unused = 1; }} }}").AssertCompilesCleanly());

        Assert.Contains("CS0219", failure.Message, StringComparison.Ordinal);
        Assert.Contains("    1  class OfA { void M() { int unused = 1; } }", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingDocumentation_CountsInGeneratedCode_AndNotInTheUsers()
    {
        Generate("public class A;", "/// <summary>.</summary>\npublic class Of{0};").AssertCompilesCleanly();

        Assert.Contains(
            "CS1591",
            Assert.ThrowsAny<Exception>(() => Generate("public class A;", "public class Of{0};").AssertCompilesCleanly()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEdit_ReemitsOnlyTheFilesBehindIt()
    {
        var run = IncrementalRun.Of([("A.cs", "class A;"), ("B.cs", "class B;")], new PerClass("class Of{0};"));
        Assert.Equal(["A.g.cs", "B.g.cs"], run.Reemitted);

        run.Edit("class A;", "class A; // comment").AssertUntouched("Names");
        Assert.Empty(run.Edit("class A;", "class A; // comment").Reemitted);

        var edited = run.Edit("class A;", "class C;").AssertModified("Names");
        Assert.Equal(["C.g.cs"], edited.Reemitted);
        Assert.ThrowsAny<Exception>(() => edited.AssertUntouched("Names"));
        Assert.ThrowsAny<Exception>(() => run.Edit("class A;", "class A; // comment").AssertModified("Names"));
    }

    [Fact]
    public void TheHostileCulture_IsHostile() => Assert.Equal("\u22121234,5", HostileCulture.Run(() => $"{-1234.5}"));

    private static Generation Generate(string source, string template) => Generation.Of(GanCompilation.Create(source), new PerClass(template));

    private sealed class PerClass(string template) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider
                .CreateSyntaxProvider((node, _) => node is ClassDeclarationSyntax, (found, _) => ((ClassDeclarationSyntax)found.Node).Identifier.Text)
                .WithTrackingName("Names");
            context.RegisterSourceOutput(
                names, (output, name) => output.AddSource($"{name}.g.cs", string.Format(CultureInfo.InvariantCulture, template, name)));
        }
    }
}
