extern alias generators;

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Benchmarks.Timing;

/// <summary>The compiler on a project that is complete: with what is generated for it.</summary>
public static class CompilerRun
{
    /// <summary>Makes an assembly of it, as often as asked, and returns the median seconds.</summary>
    /// <exception cref="InvalidOperationException">It has an error.</exception>
    public static double Seconds(CSharpCompilation project, int rounds)
    {
        return Median.Of(Enumerable.Range(0, rounds).Select(_ => Once()));

        double Once()
        {
            // A compilation keeps what it found out about its symbols.
            var fresh = project.Clone();
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            var result = fresh.Emit(Stream.Null);
            var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Refuse(result.Diagnostics);
            return time;
        }
    }

    /// <summary>Asks our analyzers, too: a declaration with a problem has nothing generated for it, which the compiler alone may find correct.</summary>
    /// <exception cref="InvalidOperationException">One of them reports an error.</exception>
    public static void RequireNoErrors(CSharpCompilation project)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            new generators::GanDsl.Generators.Diagnostics.BlockAnalyzer(),
            new generators::GanDsl.Generators.Diagnostics.NetworkAnalyzer(),
            new generators::GanDsl.Generators.Diagnostics.GanAnalyzer(),
        ];
        Refuse(project.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
    }

    private static void Refuse(ImmutableArray<Diagnostic> diagnostics)
    {
        // AD0001 is an analyzer that threw, and a warning.
        if (diagnostics.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error || one.Id == "AD0001") is { } error)
            throw new InvalidOperationException($"What was measured does not compile: {error}");
    }
}
