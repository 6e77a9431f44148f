using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit.Sdk;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>What the analyzers say about a user's project, with the generated code in it.</summary>
internal static class Diagnosis
{
    private static readonly Comparer<(string Id, TextSpan Span)> BySpan = Comparer<(string Id, TextSpan Span)>.Create(
        (left, right) => left.Span.CompareTo(right.Span) is var order and not 0 ? order : string.CompareOrdinal(left.Id, right.Id));

    /// <summary>Every diagnostic of the analyzers, in source order. An analyzer that throws shows up as AD0001.</summary>
    public static Task<ImmutableArray<Diagnostic>> Of(string source, Packages packages = Packages.Torch) => Of(GanCompilation.Create(source, packages));

    /// <param name="compilation">The user's project.</param>
    /// <param name="least">What is merely of interest is left out, unless it is asked for.</param>
    public static async Task<ImmutableArray<Diagnostic>> Of(CSharpCompilation compilation, DiagnosticSeverity least = DiagnosticSeverity.Warning)
    {
        var analyzers = UnderTest.NewAnalyzers();
        if (analyzers.IsEmpty) return [];
        var run = Generation.Of(compilation).Output.WithAnalyzers(analyzers);
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= least).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Asserts that the analyzers report exactly what is marked, and nothing else, on exactly the marked spans.</summary>
    /// <param name="markup">See <see cref="Markup"/>.</param>
    /// <param name="messages">The messages in source order, or how they end, where the test is about them.</param>
    public static async Task AssertReports(string markup, params string[] messages)
    {
        var expected = Markup.Parse(markup);
        var ids = expected.Expected.Select(marked => marked.Id).ToHashSet();
        var diagnostics = (await Of(GanCompilation.Create(expected.Source), DiagnosticSeverity.Info)).RemoveAll(
            diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning && !ids.Contains(diagnostic.Id));
        var actual = diagnostics.Select(diagnostic => (diagnostic.Id, Span: diagnostic.Location.SourceSpan)).ToList();
        var misplaced = diagnostics.Any(diagnostic => diagnostic.Location.SourceTree?.FilePath != GanCompilation.MainFile);
        if (misplaced || !actual.Order(BySpan).SequenceEqual(expected.Expected.Order(BySpan)))
        {
            throw new XunitException(
                $"""
                The analyzers do not report what is marked.
                Expected:
                {markup}
                Reported:
                {(misplaced ? "(some outside the user's file)" : Markup.Write(expected.Source, actual))}
                {string.Join('\n', diagnostics)}
                """);
        }

        if (messages.Length == 0) return;
        Assert.Equal(messages.Length, diagnostics.Length);
        foreach (var (message, diagnostic) in messages.PairedWith(diagnostics))
            Assert.EndsWith(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
