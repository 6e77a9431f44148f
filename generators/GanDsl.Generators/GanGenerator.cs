using GanDsl.Generators.Backends.Common;
using GanDsl.Generators.Backends.Ilgpu;
using GanDsl.Generators.Backends.Onnx;
using GanDsl.Generators.Backends.Torch;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Steps;
using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators;

/// <summary>
/// The pipeline: markers → declarations (symbols end here) → checked networks and steps → text. What has a problem is left out; analyzers report why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GanGenerator : IIncrementalGenerator
{
    private readonly KernelCheck kernels;

    /// <summary>The generator as the compiler makes it.</summary>
    public GanGenerator()
        : this(KernelCheck.Ours)
    {
    }

    internal GanGenerator(KernelCheck kernels) => this.kernels = kernels;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Runs at every edit, so it only looks names up; its value changes with the references.
        var target = context.CompilationProvider
            .Select(static (compilation, _) => new Target(
                compilation.GetTypeByMetadataName("GanDsl.Torch.TorchNetwork") is not null,
                compilation.GetTypeByMetadataName("GanDsl.Ilgpu.IlgpuNetwork") is not null,
                ShapesNamespace.For(compilation.AssemblyName)))
            .WithTrackingName(TrackingNames.Target);

        var generators = Networks(context, NetworkReader.GeneratorMarker);
        var discriminators = Networks(context, NetworkReader.DiscriminatorMarker);
        var (checkedGenerators, checkedDiscriminators) = (Checked(generators), Checked(discriminators));
        var players = checkedGenerators.Collect().Combine(checkedDiscriminators.Collect())
            .Select(static (results, _) => new CheckedNetworks(results.Left.Concat(results.Right)));
        var (written, writtenOverTwoPairs) = (Written(context, typeArguments: 2), Written(context, typeArguments: 4));
        var (gans, gansOverTwoPairs) = (Gans(written), Gans(writtenOverTwoPairs));

        var alike = Alike(
            Names(generators, static network => network!.Type),
            Names(discriminators, static network => network!.Type),
            Names(gans, static gan => gan.Type),
            Names(gansOverTwoPairs, static gan => gan.Type));
        var launches = new List<IncrementalValueProvider<EquatableArray<Strategy>>>();
        foreach (var networks in new[] { checkedGenerators, checkedDiscriminators })
        {
            var sound = networks.Select(static (result, _) => result.Network).Where(static network => network is not null).Combine(target).Combine(alike);
            Add(context, sound.SelectMany((given, _) => Files(given.Left.Left!, given.Left.Right, given.Right)).WithTrackingName(TrackingNames.NetworkFiles));
            launches.Add(AddLaunches(
                context,
                sound.Select((given, _) => Launches(given.Left.Left!, given.Left.Right, given.Right)).WithTrackingName(TrackingNames.NetworkLaunches)));
        }

        foreach (var games in new[] { written, writtenOverTwoPairs })
        {
            var played = games.Combine(players)
                .Select(static (given, _) => (Game: given.Left!, GanCheck.Check(given.Left!.Declaration, given.Right.Of).Step))
                .Where(static played => played.Step is not null);
            Add(context, played.Combine(alike).Select(static (given, _) => Card(given.Left.Game, given.Left.Step!, given.Right))
                .WithTrackingName(TrackingNames.Cards));

            // What a game is, whatever text it was written in.
            var sound = played.Select(static (played, _) => played.Step).WithTrackingName(TrackingNames.Steps).Combine(target).Combine(alike);
            Add(context, sound.SelectMany((given, _) => Files(given.Left.Left!, given.Left.Right, given.Right)).WithTrackingName(TrackingNames.GanFiles));
            launches.Add(AddLaunches(
                context,
                sound.Select((given, _) => Launches(given.Left.Left!, given.Left.Right, given.Right)).WithTrackingName(TrackingNames.GanLaunches)));
        }

        var strategies = launches[0].Combine(launches[1]).Combine(launches[2].Combine(launches[3])).Combine(target)
            .WithTrackingName(TrackingNames.Strategies);
        context.RegisterImplementationSourceOutput(strategies, static (output, given) =>
        {
            var ((ofNetworks, ofGames), target) = given;
            var all = ofNetworks.Left.Concat(ofNetworks.Right).Concat(ofGames.Left).Concat(ofGames.Right).ToList();
            if (all.Count > 0) output.AddSource(Strategy.HintName, Strategy.Write(all, target.ShapesNamespace));
        });

        var shapes = Shapes(checkedGenerators).Combine(Shapes(checkedDiscriminators))
            .Select(
                static (pair, _) => pair.Left.Concat(pair.Right).Distinct().OrderBy(static shape => shape.Marker, StringComparer.Ordinal).ToEquatableArray())
            .Combine(target)
            .WithTrackingName(TrackingNames.Shapes);
        context.RegisterSourceOutput(shapes, static (output, pair) =>
        {
            var (found, target) = pair;
            if (found.Count > 0) output.AddSource(ShapeMarkers.HintName, ShapeMarkers.Write(found, target.ShapesNamespace));
        });

        var start = shapes
            .Select(static (pair, _) => pair.Left.Count > 0 && pair.Right.Torch ? pair.Right.ShapesNamespace : null)
            .WithTrackingName(TrackingNames.TorchStart);
        context.RegisterSourceOutput(start, static (output, @namespace) =>
        {
            if (@namespace is not null) output.AddSource(TorchStartWriter.HintName, TorchStartWriter.Write(@namespace));
        });
    }

    private static void Add(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedFile> files) =>
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));

    // Bodies of methods, which an editor does without while somebody types.
    private static IncrementalValueProvider<EquatableArray<Strategy>> AddLaunches(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<(GeneratedFile File, EquatableArray<Strategy> Strategies)?> launches)
    {
        var written = launches.Where(static launches => launches is not null).Select(static (launches, _) => launches!.Value);
        context.RegisterImplementationSourceOutput(
            written.Select(static (launches, _) => launches.File), static (output, file) => output.AddSource(file.HintName, file.Text));
        return written.Select(static (launches, _) => launches.Strategies).Collect()
            .Select(static (all, _) => all.SelectMany(static strategies => strategies).Distinct().ToEquatableArray());
    }

    private static IncrementalValuesProvider<NetworkDeclaration?> Networks(IncrementalGeneratorInitializationContext context, string marker) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{AttributeReader.Namespace}.{marker}",
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, token) => NetworkReader.Read((INamedTypeSymbol)attributed.TargetSymbol, token))
            .Where(static network => network is not null)
            .WithTrackingName(TrackingNames.Networks);

    private static IncrementalValuesProvider<WrittenGame?> Written(IncrementalGeneratorInitializationContext context, int typeArguments) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{AttributeReader.Namespace}.{GanReader.Marker}`{Numbers.Plain(typeArguments)}",
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, token) => GanReader.Read((INamedTypeSymbol)attributed.TargetSymbol, token) is { } gan
                    ? new WrittenGame(gan, WrittenText.OfGame((INamedTypeSymbol)attributed.TargetSymbol, token))
                    : null)
            .Where(game => game is not null && game.Declaration.Inverse is not null == (typeArguments == 4));

    private static IncrementalValuesProvider<GanDeclaration> Gans(IncrementalValuesProvider<WrittenGame?> written) =>
        written.Select(static (game, _) => game!.Declaration).WithTrackingName(TrackingNames.Gans);

    // A network is checked once, for all games that play with it.
    private static IncrementalValuesProvider<NetworkResult> Checked(IncrementalValuesProvider<NetworkDeclaration?> networks) =>
        networks.Select(static (declaration, _) => NetworkCheck.Check(declaration!)).WithTrackingName(TrackingNames.CheckedNetworks);

    private IEnumerable<GeneratedFile> Files(Network network, Target target, EquatableArray<string> alike)
    {
        var declaration = network.Declaration;
        yield return GeneratedFile.For(network.Type, backend: null, alike, NetworkConstants.Write(network));
        if (declaration.Role == Role.Generator && OnnxWriter.Write(network) is { } onnx) yield return GeneratedFile.For(network.Type, "Onnx", alike, onnx);
        if (target.WantsTorch(declaration.Backends)) yield return GeneratedFile.For(network.Type, "Torch", alike, TorchNetworkWriter.Write(network));
        if (target.WantsIlgpu(declaration.Backends) && kernels.Of(network) is null)
            yield return GeneratedFile.For(network.Type, "Ilgpu", alike, IlgpuNetworkWriter.Write(network));
    }

    private IEnumerable<GeneratedFile> Files(MinMaxStep step, Target target, EquatableArray<string> alike)
    {
        var type = step.Declaration.Type;
        if (target.WantsTorch(step.Backends)) yield return GeneratedFile.For(type, "Torch", alike, TorchGanWriter.Write(step));
        if (target.WantsIlgpu(step.Backends) && kernels.Of(step) is null)
            yield return GeneratedFile.For(type, "Ilgpu", alike, IlgpuGanWriter.Write(step));
    }

    private (GeneratedFile, EquatableArray<Strategy>)? Launches(Network network, Target target, EquatableArray<string> alike) =>
        target.WantsIlgpu(network.Declaration.Backends) && kernels.Of(network) is null
            ? Launches(network.Type, alike, IlgpuPassWriter.Write(network))
            : null;

    private (GeneratedFile, EquatableArray<Strategy>)? Launches(MinMaxStep step, Target target, EquatableArray<string> alike) =>
        target.WantsIlgpu(step.Backends) && kernels.Of(step) is null
            ? Launches(step.Declaration.Type, alike, IlgpuStepWriter.Write(step))
            : null;

    private static (GeneratedFile, EquatableArray<Strategy>) Launches(TypeName type, EquatableArray<string> alike, IlgpuCode code) =>
        (GeneratedFile.For(type, IlgpuCode.FilePart, alike, code.Text), code.Strategies);

    private static GeneratedFile Card(WrittenGame game, MinMaxStep step, EquatableArray<string> alike) =>
        GeneratedFile.For(game.Declaration.Type, backend: null, alike, GanDescriptionWriter.Write(step, game.Text));

    private static IncrementalValueProvider<EquatableArray<string>> Names<T>(IncrementalValuesProvider<T> declarations, Func<T, TypeName> type) =>
        declarations.Select((declaration, _) => type(declaration).MetadataName).Collect().Select(static (names, _) => names.ToEquatableArray());

    // Hint names are compared ignoring case, type names are not.
    private static IncrementalValueProvider<EquatableArray<string>> Alike(
        IncrementalValueProvider<EquatableArray<string>> generators,
        IncrementalValueProvider<EquatableArray<string>> discriminators,
        IncrementalValueProvider<EquatableArray<string>> gans,
        IncrementalValueProvider<EquatableArray<string>> gansOverTwoPairs) =>
        generators.Combine(discriminators).Combine(gans.Combine(gansOverTwoPairs))
            .Select(static (names, _) => names.Left.Left.Concat(names.Left.Right).Concat(names.Right.Left).Concat(names.Right.Right)
                .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .Where(static group => group.Distinct(StringComparer.Ordinal).Count() > 1)
                .SelectMany(static group => group)
                .ToEquatableArray());

    private static IncrementalValueProvider<EquatableArray<Shape>> Shapes(IncrementalValuesProvider<NetworkResult> networks) =>
        networks
            .SelectMany(static (result, _) => result.Network?.Shapes ?? [])
            .Collect()
            .Select(static (shapes, _) => shapes.ToEquatableArray());
}
