using System.Collections.Immutable;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Reports what is wrong with a game itself; <see cref="NetworkAnalyzer"/> reports what is wrong with its networks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GanAnalyzer : DiagnosticAnalyzer
{
    private readonly KernelCheck kernels;

    /// <summary>The analyzer as the compiler makes it.</summary>
    public GanAnalyzer()
        : this(KernelCheck.Ours)
    {
    }

    internal GanAnalyzer(KernelCheck kernels) => this.kernels = kernels;

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
        if (GanReader.Read(type, context.CancellationToken) is not { } declaration)
        {
            var orphan = GanReader.Objectives(type).Concat(GanReader.Optimizers(type)).Concat(GanReader.Modifiers(type)).Concat(GanReader.Regularizers(type))
                .Concat(GanReader.Augmentations(type)).Concat(GanReader.AuxiliaryLosses(type)).Concat(GanReader.Schedules(type)).FirstOrDefault();
            if (orphan is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.NoMarker, Sites.Of(orphan, type, context.CancellationToken), AttributeReader.ShortName(orphan), type.Name,
                    "[Gan<generator, discriminator>]"));
            }

            return;
        }

        var marker = type.GetAttributes().First(attribute => AttributeReader.Is(attribute, GanReader.Marker));
        var result = GanCheck.Check(declaration);
        foreach (var problem in result.Step is { } step ? GanCheck.Warnings(step) : result.Problems)
        {
            context.ReportDiagnostic(Sites.Diagnose(problem, type, marker, context.CancellationToken));
        }

        if (result.Step is { } game && OwnKernels.AreWanted(context.Compilation, game.Backends) && kernels.Of(game) is { } missing)
        {
            context.ReportDiagnostic(Sites.Diagnose(missing, type, marker, context.CancellationToken));
        }
    }
}
