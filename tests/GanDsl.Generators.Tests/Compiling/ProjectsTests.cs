using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Compiling;

/// <summary>Whatever the project around the declarations is like, what is generated compiles cleanly.</summary>
public class ProjectsTests
{
    [Theory]
    [InlineData("My.App")]
    [InlineData("my-app (2)")]
    [InlineData("3d")]
    [InlineData("class")]
    [InlineData("System")]
    [InlineData("TorchSharp.Demo")]
    [InlineData("S1")]
    [InlineData("Größe")]
    public void WhateverItsName(string assembly) =>
        Generation.Of(GanCompilation.Create(Examples.Dcgan28(), Packages.All).WithAssemblyName(assembly)).AssertCompilesCleanly();

    [Fact]
    public void WithoutImplicitUsings()
    {
        var compilation = GanCompilation.Create($"using GanDsl;\n\n{Examples.Dcgan28()}", Packages.All);

        Generation.Of(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[0])).AssertCompilesCleanly();
    }

    [Fact]
    public void WithArithmeticChecked() => WithOptions(compilation => compilation.Options.WithOverflowChecks(true));

    [Fact]
    public void AsAnOptimisedProgram() => WithOptions(
        compilation => compilation.Options.WithOutputKind(OutputKind.ConsoleApplication).WithOptimizationLevel(OptimizationLevel.Release),
        "System.Console.WriteLine();");

    [Fact]
    public void WithoutNullableReferences() => WithOptions(compilation => compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));

    [Fact]
    public void AGameOfNetworksThatAnotherProjectDeclares()
    {
        var library = Generation.Of(GanCompilation.Create($"namespace Library;\n{Examples.SmallNetworks}").WithAssemblyName("Library")).AssertCompilesCleanly();
        var application = GanCompilation.Create($"using Library;\n\n{Examples.Game}").AddReferences(MetadataReference.CreateFromImage(library));

        var generation = Generation.Of(application);

        Assert.Contains("Game.Torch.g.cs", generation.Sources.Keys);
        generation.AssertCompilesCleanly();
    }

    [Fact]
    public void TwoProjectsWithTheSameShapes_OneReferencingTheOther()
    {
        var library = Generation.Of(GanCompilation.Create($"namespace Library;\n{Examples.SmallNetworks}").WithAssemblyName("Library")).AssertCompilesCleanly();

        Generation.Of(GanCompilation.Create(Examples.GameWith("[Minimax, Adam]")).AddReferences(MetadataReference.CreateFromImage(library)))
            .AssertCompilesCleanly();
    }

    private static void WithOptions(Func<CSharpCompilation, CSharpCompilationOptions> change, string before = "")
    {
        var compilation = GanCompilation.Create($"{before}\n{Examples.Dcgan28("BatchNorm, ")}");

        Generation.Of(compilation.WithOptions(change(compilation))).AssertCompilesCleanly();
    }
}
