using System.Collections.Immutable;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Reports what is wrong with a network, on the attribute at fault: the first problem only, since the rest would follow from it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    private readonly KernelCheck kernels;

    /// <summary>The analyzer as the compiler makes it.</summary>
    public NetworkAnalyzer()
        : this(KernelCheck.Ours)
    {
    }

    internal NetworkAnalyzer(KernelCheck kernels) => this.kernels = kernels;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkReader.Read(type, context.CancellationToken) is not { } declaration)
        {
            if (BlockReader.MarkerOf(type) is not null) return;
            var layer = NetworkReader.Layers(type).FirstOrDefault();
            if ((layer ?? NetworkReader.Initialize(type) ?? NetworkReader.SpectralNorms(type).FirstOrDefault() ?? NetworkReader.EqualizedRates(type)
                .FirstOrDefault()) is { } orphan)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.NoMarker, Sites.Of(orphan, type, context.CancellationToken), AttributeReader.ShortName(orphan), type.Name,
                    layer is null ? "[Generator] or [Discriminator]" : "[Generator], [Discriminator] or [Block]"));
            }

            return;
        }

        var marker = type.GetAttributes().First(attribute =>
            AttributeReader.Is(attribute, NetworkReader.GeneratorMarker) || AttributeReader.Is(attribute, NetworkReader.DiscriminatorMarker));
        var (network, problem) = NetworkCheck.Check(declaration);
        problem ??= network is null ? null : GanCheck.Discriminator(network);
        problem ??= network is not null && OwnKernels.AreWanted(context.Compilation, declaration.Backends) ? kernels.Of(network) : null;
        if (problem is not null) context.ReportDiagnostic(Sites.Diagnose(problem, type, marker, context.CancellationToken));
        foreach (var hint in network is null || problem is not null ? [] : NetworkHints.Of(network))
            context.ReportDiagnostic(Sites.Diagnose(hint, type, marker, context.CancellationToken));
    }
}
