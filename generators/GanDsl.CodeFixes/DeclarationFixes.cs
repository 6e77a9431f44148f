using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GanDsl.CodeFixes;

/// <summary>Fixes declarations as their diagnostics propose: it knows the syntax of attributes, and nothing about networks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclarationFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        TypeRules.NotPartial,
        NetworkRules.LayersAreSpread,
        LayerRules.Rank,
        LayerRules.NoPixels,
        GanRules.ShapesDiffer,
        GanRules.NotOneLogit,
        GanRules.EndsInSigmoid,
        GanRules.PenaltyOnCoupledSamples,
        HintRules.UselessBias);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(RemedyKeys.Title, out var title) || title is null) continue;
            var edit = diagnostic.Properties[RemedyKeys.Edit];
            context.RegisterCodeFix(
                CodeAction.Create(title, token => MendAsync(context.Document.Project.Solution, diagnostic, token), equivalenceKey: $"{diagnostic.Id}.{edit}"),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> MendAsync(Solution solution, Diagnostic diagnostic, CancellationToken token)
    {
        if (diagnostic.Properties[RemedyKeys.Edit] == RemedyKeys.Gather)
            return await Gathering.ApplyAsync(solution, diagnostic.AdditionalLocations, token).ConfigureAwait(false);

        var at = int.Parse(diagnostic.Properties[RemedyKeys.At], CultureInfo.InvariantCulture);
        var node = await NodeAsync(at < 0 ? diagnostic.Location : diagnostic.AdditionalLocations[at], token).ConfigureAwait(false);
        return await Edits.ApplyAsync(solution, node.SyntaxTree, Edits.Of(node, diagnostic.Properties), token).ConfigureAwait(false);
    }

    /// <summary>The node at a location.</summary>
    internal static async Task<SyntaxNode> NodeAsync(Location location, CancellationToken token)
    {
        var root = await location.SourceTree!.GetRootAsync(token).ConfigureAwait(false);
        return root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
    }
}
