using System.Runtime.CompilerServices;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Samples.Tests.FashionMnist;

/// <summary>What is generated for the sample's own declarations, as its reader sees it.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public Task Clothing() => Verifier.Verify(Generation.Of(File.ReadAllText(Declarations()), Packages.All).Targets);

    private static string Declarations([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples", "FashionMnist", "Clothing.cs");
}
