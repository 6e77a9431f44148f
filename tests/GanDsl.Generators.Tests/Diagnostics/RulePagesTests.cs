using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GanDsl.CodeFixes;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Every rule has a page in generators/rules, and what the page calls bad and good is compiled: the one gets the rule, the other nothing.</summary>
public partial class RulePagesTests
{
    // What no declaration should ever get: OperationsWithoutKernelTests plant the fault that it reports.
    private const string NoDeclarations = KernelCheck.Rule;

    public static TheoryData<string> Ids => [.. Descriptors.ById.Keys.Where(id => id != NoDeclarations)];

    [Fact]
    public void EveryRule_HasAPage_AndEveryPageARule() =>
        Assert.Equal(Descriptors.ById.Keys.Order(), Directory.GetFiles(Folder(), "*.md").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task APage_IsRight(string id)
    {
        var descriptor = Descriptors.ById[id];
        var page = await File.ReadAllTextAsync(Path.Combine(Folder(), $"{id}.md"));
        var match = Layout().Match(page);

        Assert.True(match.Success, $"{id}.md is not laid out as '# id: title', the cause, '## Bad' and '## Good' with one block of code each.");
        Assert.Equal($"{id}: {descriptor.Title}", match.Groups["title"].Value);
        Assert.EndsWith($"/generators/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);

        var diagnostics = await Diagnosis.Of(GanCompilation.Create(match.Groups["bad"].Value), descriptor.DefaultSeverity);
        Assert.Equal([id], diagnostics.Select(diagnostic => diagnostic.Id));
        if (diagnostics[0].Properties.ContainsKey(RemedyKeys.Edit)) Assert.Contains(id, new DeclarationFixes().FixableDiagnosticIds);
        Assert.Empty(await Diagnosis.Of(GanCompilation.Create(match.Groups["good"].Value), descriptor.DefaultSeverity));
        Generation.Of(match.Groups["good"].Value, Packages.All).AssertCompilesCleanly();
    }

    [Fact]
    public async Task APageOfARuleThatNoDeclarationGets_IsRight()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Folder(), $"{NoDeclarations}.md"));
        Assert.Matches($@"\A# {NoDeclarations}: {Descriptors.ById[NoDeclarations].Title}\n\n(.+\n)+\z", page);
    }

    /// <summary>A page's title is the title that the release notes know, too.</summary>
    [Fact]
    public void TheReleaseNotes_ListEveryRule()
    {
        var notes = File.ReadAllLines(Path.Combine(Folder(), "../GanDsl.Generators/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("GAN", StringComparison.Ordinal));
        Assert.Equal(
            Descriptors.ById.Values.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}").Order(StringComparer.Ordinal),
            notes.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\A# (?<title>.+)\n\n(?<cause>.+\n)+\n## Bad\n\n```csharp\n(?<bad>[^`]+)```\n\n## Good\n\n```csharp\n(?<good>[^`]+)```\n\z")]
    private static partial Regex Layout();

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../generators/rules"));
}
