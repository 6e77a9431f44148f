using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>A layer in its place, with the shapes around it.</summary>
/// <param name="Index">Its number, as in torch.nn.Sequential: it begins the names of its weights.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape it takes.</param>
/// <param name="Output">The shape it gives.</param>
/// <param name="Parameters">Its parameters, placed in the network's flat buffer.</param>
internal sealed record NetworkLayer(int Index, Layer Layer, Shape Input, Shape Output, EquatableArray<PlacedParameter> Parameters)
{
    public long ParameterCount => Parameters.Sum(parameter => parameter.Parameter.Count);

    public long MultiplyAdds => Layer.MultiplyAdds(Input, Output);
}

/// <summary>A parameter at its offset, counted in numbers, in the network's flat buffer.</summary>
internal sealed record PlacedParameter(Parameter Parameter, long Offset);

/// <summary>A network whose layers fit: what every later room works on.</summary>
/// <param name="Declaration">What was written.</param>
/// <param name="Input">The shape of a sample it takes.</param>
/// <param name="Layers">The layers, at least one.</param>
/// <param name="FlatLength">How many numbers its flat buffer has, alignment included.</param>
internal sealed record Network(NetworkDeclaration Declaration, Shape Input, EquatableArray<NetworkLayer> Layers, long FlatLength)
{
    public TypeName Type => Declaration.Type;

    public Shape Output => Layers[Layers.Count - 1].Output;

    /// <summary>The input's marker anywhere in code.</summary>
    public string InputMarker => $"global::{Type.Shapes}.{Input.Marker}";

    /// <summary>The output's marker anywhere in code.</summary>
    public string OutputMarker => $"global::{Type.Shapes}.{Output.Marker}";

    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>How many numbers the running statistics take, alignment included.</summary>
    public long StatisticsLength => Layers.Where(layer => layer.Layer.HasStatistics).Sum(layer => 2 * NetworkCheck.Aligned(layer.Input.Channels));

    /// <summary>The smallest batch that it can be trained on: statistics over a batch need two values a channel.</summary>
    public int LeastBatch => Layers.Any(layer => layer.Layer.CouplesSamples && layer.Input.Elements == layer.Input.Channels) ? 2 : 1;

    /// <summary>The first layer that couples the samples of a batch, or null.</summary>
    public NetworkLayer? CouplingLayer => Layers.FirstOrDefault(layer => layer.Layer.CouplesSamples);

    /// <summary>The shapes from input to output, those that do not change left out: (N, 100) → (N, 6272) → (N, 128, 7, 7).</summary>
    public string Chain
    {
        get
        {
            var shapes = new List<Shape> { Input };
            foreach (var layer in Layers)
            {
                if (layer.Output != shapes[shapes.Count - 1]) shapes.Add(layer.Output);
            }

            return string.Join(" → ", shapes);
        }
    }
}
