using System.Collections.Immutable;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Reports what is wrong with a block wherever it is used; <see cref="NetworkAnalyzer"/> reports what is wrong with a use of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    // A class that is also a network is reported as a network.
    private static void Analyze(SymbolAnalysisContext context)
    {
        var (type, token) = ((INamedTypeSymbol)context.Symbol, context.CancellationToken);
        if (BlockReader.Read(type, token) is not { } block || NetworkReader.IsNetwork(type)) return;

        var all = new Blocks(BlockReader.Reachable(type, token));
        var marker = BlockReader.MarkerOf(type)!;
        if (BlockCheck.Problem(block, all) is { } problem) context.ReportDiagnostic(Sites.Diagnose(problem, type, marker, token));
        if (NetworkReader.SpectralNorms(type).FirstOrDefault() is { } spectral)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SpectralNormInBlock, Sites.Of(spectral, type, token), type.Name));
        }

        if (NetworkReader.EqualizedRates(type).FirstOrDefault() is { } rate)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.EqualizedRateInBlock, Sites.Of(rate, type, token), type.Name));
        }

        if (NetworkReader.Initialize(type) is not { } initialize) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NoMarker, Sites.Of(initialize, type, token), AttributeReader.ShortName(initialize), type.Name, "[Generator] or [Discriminator]"));
    }
}
