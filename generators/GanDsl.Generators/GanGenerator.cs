using GanDsl.Generators.Backends;
using GanDsl.Generators.Backends.Torch;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators;

/// <summary>
/// The pipeline: markers → declarations (symbols end here) → checked networks and steps → text. What has a problem is left out; analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Runs at every edit, so it is only a look-up of names; its value changes with the references.
        var target = context.CompilationProvider
            .Select(static (compilation, _) => Target.For(compilation.AssemblyName, torch: compilation.GetTypeByMetadataName("GanDsl.Torch.TorchNetwork") is not null))
            .WithTrackingName(TrackingNames.Target);

        var generators = Networks(context, NetworkReader.GeneratorMarker);
        var discriminators = Networks(context, NetworkReader.DiscriminatorMarker);
        var gans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "GanDsl.GanAttribute`2",
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, token) => GanReader.Read((INamedTypeSymbol)attributed.TargetSymbol, token))
            .Where(static gan => gan is not null)
            .WithTrackingName(TrackingNames.Gans);

        foreach (var networks in new[] { generators, discriminators })
        {
            context.RegisterSourceOutput(
                networks.Combine(target).SelectMany(static (pair, _) => Files(pair.Left!, pair.Right)).WithTrackingName(TrackingNames.NetworkFiles),
                static (output, file) => output.AddSource(file.HintName, file.Text));
        }

        context.RegisterSourceOutput(
            gans.Combine(target).SelectMany(static (pair, _) => Files(pair.Left!, pair.Right)).WithTrackingName(TrackingNames.GanFiles),
            static (output, file) => output.AddSource(file.HintName, file.Text));

        var shapes = Shapes(generators).Combine(Shapes(discriminators))
            .Select(static (pair, _) => pair.Left.Concat(pair.Right).Distinct().OrderBy(static shape => shape.Marker, StringComparer.Ordinal).ToEquatableArray())
            .Combine(target)
            .WithTrackingName(TrackingNames.Shapes);
        context.RegisterSourceOutput(shapes, static (output, pair) =>
        {
            var (found, target) = pair;
            if (found.Count == 0) return;
            output.AddSource(ShapeMarkers.HintName, ShapeMarkers.Write(found, target.ShapesNamespace));
            if (target.Torch) output.AddSource(TorchStartWriter.HintName, TorchStartWriter.Write(target.ShapesNamespace));
        });
    }

    private static IncrementalValuesProvider<NetworkDeclaration?> Networks(IncrementalGeneratorInitializationContext context, string marker) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{AttributeReader.Namespace}.{marker}",
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, token) => NetworkReader.Read((INamedTypeSymbol)attributed.TargetSymbol, token))
            .Where(static network => network is not null)
            .WithTrackingName(TrackingNames.Networks);

    private static IEnumerable<GeneratedFile> Files(NetworkDeclaration declaration, Target target)
    {
        if (NetworkCheck.Check(declaration).Network is not { } network) yield break;
        yield return GeneratedFile.For(network.Type, backend: null, NetworkConstants.Write(network));
        if (target.WantsTorch(declaration.Backends)) yield return GeneratedFile.For(network.Type, "Torch", TorchNetworkWriter.Write(network));
    }

    private static IEnumerable<GeneratedFile> Files(GanDeclaration declaration, Target target)
    {
        if (GanCheck.Check(declaration).Step is not { } step) yield break;
        var backends = declaration.Backends & step.Generator.Declaration.Backends & step.Discriminator.Declaration.Backends;
        if (target.WantsTorch(backends)) yield return GeneratedFile.For(declaration.Type, "Torch", TorchGanWriter.Write(step));
    }

    private static IncrementalValueProvider<EquatableArray<Shape>> Shapes(IncrementalValuesProvider<NetworkDeclaration?> networks) =>
        networks
            .SelectMany(static (declaration, _) => NetworkCheck.Check(declaration!).Network is { } network ? new[] { network.Input, network.Output } : [])
            .Collect()
            .Select(static (shapes, _) => shapes.ToEquatableArray());
}
