using System.Runtime.CompilerServices;
using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Samples.Tests.Rings;

/// <summary>What is generated for the sample's own declarations, as its reader sees it.</summary>
public class RingsCodeTests
{
    [Fact]
    public Task Declarations() => Verifier.Verify(Generation.Of(File.ReadAllText(Source()), Packages.All).Targets);

    private static string Source([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples", "Rings", "Declarations.cs");
}
