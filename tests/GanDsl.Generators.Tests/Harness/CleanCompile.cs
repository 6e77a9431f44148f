using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>
/// The claim that generated code compiles without a warning at the highest warning level, documentation included.
/// Warnings that the user's sources earn without it, such as missing documentation, are theirs.
/// </summary>
internal static class CleanCompile
{
    /// <returns>The compiled assembly.</returns>
    public static byte[] AssertCompilesCleanly(this Generation generation)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var usersOwn = generation.Input.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString()).ToHashSet();
        var diagnostics = generation.Output.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => !usersOwn.Contains(diagnostic.ToString()))
            .ToList();
        return diagnostics.Count == 0 ? assembly.ToArray() : throw new XunitException(Describe(diagnostics, generation));
    }

    private static string Describe(List<Diagnostic> diagnostics, Generation generation)
    {
        var text = new StringBuilder("The output does not compile cleanly.\n");
        foreach (var diagnostic in diagnostics) text.Append(CultureInfo.InvariantCulture, $"{diagnostic}\n");
        var blamed = diagnostics.Select(diagnostic => diagnostic.Location.SourceTree).ToHashSet();
        foreach (var result in generation.Results.Where(result => blamed.Contains(result.SyntaxTree)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n==== {result.HintName}\n");
            foreach (var line in result.SourceText.Lines) text.Append(CultureInfo.InvariantCulture, $"{line.LineNumber + 1,5}  {line}\n");
        }

        return text.ToString();
    }
}
