using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The outcome of a check: a network, or the one problem that it stops at, or neither where the compiler has said what is wrong.</summary>
internal sealed record NetworkResult(Network? Network, Problem? Problem);

/// <summary>
/// Infers every shape. Stops at the first problem: what follows a wrong layer would only repeat it.
/// Called by the generator, which writes nothing for a network with a problem, and by the analyzer, which reports it.
/// </summary>
internal static class NetworkCheck
{
    // 64 numbers are 256 bytes: what the device backends align to and a multiple of every vector width.
    private const int Alignment = 64;

    /// <summary>A length rounded up to the alignment.</summary>
    public static long Aligned(long length) => (length + Alignment - 1) / Alignment * Alignment;

    public static NetworkResult Check(NetworkDeclaration declaration)
    {
        if (!declaration.IsComplete) return new NetworkResult(null, null);
        if (Problem(declaration) is { } problem) return new NetworkResult(null, problem);

        var input = new Shape(declaration.Input);
        var layers = new List<NetworkLayer>();
        var shape = input;
        var offset = 0L;
        for (var index = 0; index < declaration.Layers.Count; index++)
        {
            if (LayerCatalog.Read(declaration.Layers[index]) is not { } layer) return new NetworkResult(null, null);

            if (layer.BadArgument() is { } bad) return Fails(index, LayerRules.Argument, layer, shape, bad);
            var fit = layer.Fit(shape);
            if (fit is Fit.Fails fails) return Fails(index, fails.Rule, layer, shape, fails.Explanation);

            var output = ((Fit.Gives)fit).Output;
            if (output.Elements > int.MaxValue) return Fails(index, LayerRules.Overflow, layer, shape, $"gives {output}, more than {Numbers.Grouped(int.MaxValue)} numbers a sample; make it smaller");

            var parameters = new List<PlacedParameter>();
            foreach (var parameter in layer.Parameters(shape))
            {
                var filled = declaration.Initialize is { } initialize ? Initialized(parameter, initialize) : parameter;
                parameters.Add(new PlacedParameter(filled, offset));
                offset += Aligned(filled.Count);
                if (offset > int.MaxValue) return Fails(index, LayerRules.Overflow, layer, shape, $"brings the network to more than {Numbers.Grouped(int.MaxValue)} parameters; make it smaller");
            }

            layers.Add(new NetworkLayer(index, layer, shape, output, parameters.ToEquatableArray()));
            shape = output;
        }

        return new NetworkResult(new Network(declaration, input, layers.ToEquatableArray(), offset), null);
    }

    private static NetworkResult Fails(int index, string rule, Layer layer, Shape input, string explanation) =>
        new(null, Networks.Problem.At(SiteKind.Layer, index, rule, Numbers.Plain(index), layer.Description, input.ToString(), explanation));

    /// <summary>What is wrong before any shape is looked at.</summary>
    private static Problem? Problem(NetworkDeclaration declaration)
    {
        var type = declaration.Type;
        if (declaration.SecondMarker is { } second) return Networks.Problem.At(SiteKind.Marker, NetworkRules.SecondMarker, type.Name, declaration.Role.ToString(), second);
        if (type.Obstacle is { } obstacle) return new Problem(obstacle.Rule, new Site(SiteKind.Class), obstacle.Arguments);
        if (declaration.LayersAreSpread) return Networks.Problem.At(SiteKind.Layer, declaration.Layers.Count - 1, NetworkRules.LayersAreSpread, type.Name);
        if (MarkerProblem(declaration) is { } marker) return Networks.Problem.At(SiteKind.Marker, NetworkRules.MarkerArgument, type.Name, marker);
        if (declaration.Layers.Count == 0) return Networks.Problem.At(SiteKind.Marker, NetworkRules.NoLayers, type.Name);
        if (declaration.Initialize is { } initialize && !(initialize.Double("std") >= 0 && initialize.Double("std") < double.PositiveInfinity && Math.Abs(initialize.Double("mean")) < double.PositiveInfinity))
        {
            return Networks.Problem.At(SiteKind.Initialize, NetworkRules.InitializeArgument, Numbers.Literal(initialize.Double("mean")), Numbers.Literal(initialize.Double("std")));
        }

        return null;
    }

    private static string? MarkerProblem(NetworkDeclaration declaration)
    {
        var name = declaration.Role == Role.Generator ? "latent" : "shape";
        if (declaration.Input.Count == 0) return $"{name} names no dimension; name at least one";
        if (declaration.Input.Any(dimension => dimension < 1)) return $"{name} is {Numbers.List(declaration.Input)}; every dimension must be at least 1";
        return new Shape(declaration.Input).Elements > int.MaxValue ? $"{name} {Numbers.List(declaration.Input)} is more than {Numbers.Grouped(int.MaxValue)} numbers a sample; make it smaller" : null;
    }

    private static Parameter Initialized(Parameter parameter, AttributeValues initialize) => parameter.Role switch
    {
        ParameterRole.Weight => parameter with { Filling = new Filling.Normal(initialize.Double("mean"), initialize.Double("std")) },
        ParameterRole.Scale => parameter with { Filling = new Filling.Normal(1, initialize.Double("std")) },
        _ => parameter,
    };
}
