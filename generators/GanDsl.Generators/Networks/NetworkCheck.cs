using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The outcome of a check: a network, or the problem that it stops at, or neither where the compiler reports what is wrong.</summary>
internal sealed record NetworkResult(Network? Network, Problem? Problem);

/// <summary>
/// Infers every shape. Stops at the first problem: layers after a wrong one would only repeat it.
/// Called by the generator, which writes nothing for a network with a problem, and by the analyzer, which reports it.
/// </summary>
internal static class NetworkCheck
{
    public static NetworkResult Check(NetworkDeclaration declaration)
    {
        if (!declaration.IsComplete) return new NetworkResult(null, null);
        if (Problem(declaration) is { } problem) return new NetworkResult(null, problem);

        var blocks = new Blocks(declaration.Blocks);
        if (OfUses(declaration, blocks) is { } use) return new NetworkResult(null, use);
        if (!BlockCheck.AreSound(blocks.From(declaration.Layers), blocks)) return new NetworkResult(null, null);
        if (TooManyLayers(declaration, blocks) is { } many) return new NetworkResult(null, many);

        var expanded = blocks.Expand(declaration.Layers).ToEquatableArray();
        var entrances = new Dictionary<string, int>(StringComparer.Ordinal);
        var (spectral, spectralProblem) = SpectralNorms.Of(declaration, expanded);
        if (spectralProblem is not null) return new NetworkResult(null, spectralProblem);
        var (rates, rateProblem) = EqualizedRates.Of(declaration, expanded, spectral);
        if (rateProblem is not null) return new NetworkResult(null, rateProblem);

        var input = new Shape(declaration.Input);
        var layers = new List<NetworkLayer>();
        var taps = new Taps(expanded, Conditions.Inputs(declaration));
        var current = new Signal(Signal.Input, input);
        var offset = 0L;
        for (var index = 0; index < expanded.Count; index++)
        {
            var declared = AtEntrance(expanded[index], current.Shape, entrances);
            if (LayerCatalog.Read(declared) is not { } layer) return new NetworkResult(null, null);

            if (layer.BadArgument() is { } bad) return Fails(LayerRules.Argument, bad);
            if (Conditions.Misplaced(declaration, layer, current, taps) is { } misplaced) return Fails(ConditionRules.NoLabel, misplaced);
            if (layer is Head head && Heads.Misplaced(declaration, head, declared.Place, current, index == expanded.Count - 1, layers) is { } headless)
                return Fails(HeadRules.Misplaced, headless);
            var (sources, fit) = Wire(index, layer, current, taps);
            if (fit is Fit.Fails fails) return Fails(fails.Rule, fails.Explanation, fails.Remedy);

            var output = ((Fit.Gives)fit).Output;
            if (output.Elements > int.MaxValue)
                return Fails(LayerRules.Overflow, $"outputs {output}, more than {Numbers.Grouped(int.MaxValue)} numbers per sample; make it smaller");

            var parameters = new List<PlacedParameter>();
            foreach (var parameter in layer.Parameters(sources.Select(ShapeOf).ToEquatableArray()))
            {
                var filled = declaration.Initialize is { } initialize ? Initialized(parameter, initialize) : parameter;
                if (rates[index] is { } rate) filled = rate.Of(layer, filled);
                if (spectral[index] is not null && filled.Role is ParameterRole.Weight or ParameterRole.Table)
                    filled = filled with { Name = SpectralNorm.Original(filled.Name) };
                parameters.Add(new PlacedParameter(filled, offset));
                offset += Alignment.Aligned(filled.Count);
                if (offset > int.MaxValue)
                    return Fails(LayerRules.Overflow, $"brings the network to more than {Numbers.Grouped(int.MaxValue)} parameters; make it smaller");
            }

            layers.Add(new NetworkLayer(
                index, declared.Place, declared.Within, layer, sources, sources.Select(ShapeOf).ToEquatableArray(), output, parameters.ToEquatableArray())
            {
                Spectral = spectral[index],
                Equalized = rates[index]
            });
            current = new Signal(layer is Route ? sources[0] : index, output);

            Shape ShapeOf(int source) => source == Signal.Input ? input : source == Signal.Condition ? Conditions.ShapeOf(declaration) : layers[source].Output;

            NetworkResult Fails(string rule, string explanation, Remedy? remedy = null) =>
                NetworkCheck.Fails(rule, declared, layer, current.Shape, explanation, remedy);
        }

        if (taps.FirstUnread is null && Conditions.Ignored(declaration, layers) is { } ignored) return new NetworkResult(null, ignored);
        if (taps.FirstUnread is not { } unread) return new NetworkResult(new Network(declaration, input, layers.ToEquatableArray(), offset), null);
        var tap = layers[unread];
        return Fails(TapRules.Unread, expanded[unread], tap.Layer, tap.Input, Taps.UnreadExplanation);
    }

    /// <summary>A layer with the width that enters its block, if it reads that; a block's first layer determines it.</summary>
    private static LayerDeclaration AtEntrance(LayerDeclaration layer, Shape shape, Dictionary<string, int> entrances)
    {
        var place = layer.Place;
        for (var depth = 1; depth < place.Path.Count; depth++)
        {
            var block = new LayerPlace(place.Path.Take(depth).ToEquatableArray()).Name;
            if (!entrances.ContainsKey(block)) entrances.Add(block, shape.Channels);
        }

        return place.Path.Count == 1 ? layer : layer with { Values = layer.Values.Replace(Width.In, entrances[place.Scope]) };
    }

    /// <summary>The first problem with blocks, or null.</summary>
    private static Problem? OfUses(NetworkDeclaration declaration, Blocks blocks)
    {
        foreach (var layer in declaration.Layers)
        {
            if (layer.IsUse && BlockCheck.UseProblem(layer, blocks, isInBlock: false) is { } problem) return problem;
            if (layer.Values.Has(Width.In) || layer.Values.Has(Width.Out))
                return Networks.Problem.At(
                    SiteKind.Layer, layer.Place.Attribute, BlockRules.OutsideBlock, layer.Place.Name, layer.Attribute, declaration.Type.Name);
        }

        return null;
    }

    private static Problem? TooManyLayers(NetworkDeclaration declaration, Blocks blocks) => blocks.Count(declaration.Layers) <= Blocks.MostLayers
        ? null
        : Networks.Problem.At(
            SiteKind.Layer,
            declaration.Layers.First(layer => layer.IsUse).Place.Attribute,
            BlockRules.TooManyLayers,
            declaration.Type.Name,
            Numbers.Grouped(Blocks.MostLayers));

    /// <summary>A layer's inputs, and its output shape.</summary>
    private static (EquatableArray<int> Sources, Fit Fit) Wire(int index, Layer layer, Signal current, Taps taps)
    {
        var sources = EquatableArray.Of(current.Source);
        if (layer is Tap tap) return (sources, taps.Add(index, tap, current) ?? layer.Fit(current.Shape));
        if (layer is not IReadsTap reader) return (sources, layer.Fit(current.Shape));

        var (read, problem) = taps.Read(index, reader);
        if (read is not { } tapped) return (sources, problem!);
        return layer is Junction junction
            ? (EquatableArray.Of(current.Source, tapped.Source), junction.Fit(current.Shape, tapped.Shape))
            : (EquatableArray.Of(tapped.Source), taps.Leave(current, tapped) ?? layer.Fit(tapped.Shape));
    }

    // A block's layers are fixed by hand, since all networks that use it change.
    private static NetworkResult Fails(string rule, LayerDeclaration declaration, Layer layer, Shape input, string explanation, Remedy? remedy = null) =>
        new(null, Networks.Problem.At(
            SiteKind.Layer, declaration.Place.Attribute, rule,
            declaration.Place.Name + (declaration.Within.Count == 0 ? "" : $" in {declaration.Within[declaration.Within.Count - 1]}"), layer.Description,
            input.ToString(), explanation) with
        {
            ConcernsInput = rule != LayerRules.Argument,
            Remedy = declaration.Place.Path.Count == 1 ? remedy : null,
        });

    /// <summary>What is wrong before any shape is computed.</summary>
    private static Problem? Problem(NetworkDeclaration declaration)
    {
        var type = declaration.Type;
        if (declaration.SecondMarker is { } second)
            return Networks.Problem.At(SiteKind.Marker, NetworkRules.SecondMarker, type.Name, declaration.Role.ToString(), second);
        if (type.Obstacle is { } obstacle) return new Problem(obstacle.Rule, new Site(SiteKind.Class), obstacle.Arguments);
        if (declaration.LayersAreSpread) return Networks.Problem.At(SiteKind.Layer, declaration.Layers.Count - 1, NetworkRules.LayersAreSpread, type.Name);
        if (MarkerProblem(declaration) is { } marker) return Networks.Problem.At(SiteKind.Marker, NetworkRules.MarkerArgument, type.Name, marker);
        if (Conditions.BadClasses(declaration) is { } classes) return classes;
        if (Conditions.BadSource(declaration) is { } source) return source;
        if (declaration.Layers.Count == 0) return Networks.Problem.At(SiteKind.Marker, NetworkRules.NoLayers, type.Name);
        if (declaration.Initialize is { } initialize && !(initialize.Double("std") >= 0 && initialize.Double("std") < double.PositiveInfinity
            && Math.Abs(initialize.Double("mean")) < double.PositiveInfinity))
        {
            return Networks.Problem.At(
                SiteKind.Initialize, NetworkRules.InitializeArgument, Numbers.Literal(initialize.Double("mean")), Numbers.Literal(initialize.Double("std")));
        }

        return null;
    }

    private static string? MarkerProblem(NetworkDeclaration declaration)
    {
        var name = declaration.Role == Role.Generator ? "latent" : "shape";
        if (declaration.Input.Count == 0) return $"{name} names no dimension; name at least one";
        if (declaration.Input.Any(dimension => dimension < 1)) return $"{name} is {Numbers.List(declaration.Input)}; every dimension must be at least 1";
        return new Shape(declaration.Input).Elements > int.MaxValue
            ? $"{name} {Numbers.List(declaration.Input)} is more than {Numbers.Grouped(int.MaxValue)} numbers per sample; make it smaller"
            : null;
    }

    private static Parameter Initialized(Parameter parameter, AttributeValues initialize) => parameter.Role switch
    {
        ParameterRole.Weight => parameter with { Initializer = new Initializer.Normal(initialize.Double("mean"), initialize.Double("std")) },
        ParameterRole.Scale => parameter with { Initializer = new Initializer.Normal(1, initialize.Double("std")) },
        _ => parameter,
    };
}
