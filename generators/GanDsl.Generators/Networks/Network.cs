using GanDsl.Generators.Declarations;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>A layer at its position, with the shapes around it.</summary>
/// <param name="Index">Its number among the network's layers.</param>
/// <param name="Place">Its declaration's position: the prefix of its weights' names, as in torch.nn.Sequential.</param>
/// <param name="Within">The uses of blocks around it, outermost first.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Sources">
/// The numbers of the layers whose outputs it reads, <see cref="Signal.Input"/> or <see cref="Signal.Condition"/>; never that of a <see cref="Route"/>.
/// </param>
/// <param name="Inputs">The shapes of its inputs.</param>
/// <param name="Output">Its output shape.</param>
/// <param name="Parameters">Its parameters, placed in the network's flat buffer.</param>
internal sealed record NetworkLayer(
    int Index,
    LayerPlace Place,
    EquatableArray<string> Within,
    Layer Layer,
    EquatableArray<int> Sources,
    EquatableArray<Shape> Inputs,
    Shape Output,
    EquatableArray<PlacedParameter> Parameters)
{
    /// <summary>Its input shape; for a junction, that of the layer before it.</summary>
    public Shape Input => Inputs[0];

    /// <summary>The blocks that it is the first layer of, outermost first: their numbers, and their uses as people write them.</summary>
    public IEnumerable<(string Number, string Use)> Begins => Within
        .Select((use, depth) => (Path: Place.Path.Take(depth + 1).ToEquatableArray(), Inside: Place.Path.Skip(depth + 1), use))
        .Where(block => block.Inside.All(number => number == 0))
        .Select(block => (new LayerPlace(block.Path).Name, block.use));

    /// <summary>The spectral norm of its weight, or null.</summary>
    public SpectralNorm? Spectral { get; init; }

    /// <summary>The equalized learning rate of its weight, or null.</summary>
    public EqualizedRate? Equalized { get; init; }

    /// <summary>The layer and its weight's parametrization, as a person would write them.</summary>
    public string Description =>
        Spectral is not null ? $"{Layer.Description}, spectral norm"
        : Equalized is { Multiplier: var multiplier } ? $"{Layer.Description}, equalized{(multiplier == 1 ? "" : $" by {Numbers.Literal(multiplier)}")}"
        : Layer.Description;

    /// <summary>
    /// Its normalised weights, each with its name in the layer, as a matrix, and with the offset of its u in the layer's statistics; v follows.
    /// </summary>
    public IEnumerable<SpectralWeight> SpectralWeights
    {
        get
        {
            var at = 0L;
            foreach (var placed in Parameters)
            {
                if (SpectralNorm.Weight(placed.Parameter.Name) is not { } name) continue;
                var weight = new SpectralWeight(name, placed, WeightMatrix.Of(placed.Parameter.Shape, Layer.SpectralDimension!.Value), at);
                at += weight.Length;
                yield return weight;
            }
        }
    }

    /// <summary>How many numbers its running statistics, or u and v, take, alignment included.</summary>
    public long StatisticsLength =>
        (Layer.HasStatistics ? 2 * Alignment.Aligned(Input.Channels) : 0) + SpectralWeights.Sum(weight => weight.Length);

    public long ParameterCount => Parameters.Sum(parameter => parameter.Parameter.Count);

    public long MultiplyAdds => Layer.MultiplyAdds(Input, Output);
}

/// <summary>A parameter at its offset, counted in numbers, in the network's flat buffer.</summary>
internal sealed record PlacedParameter(Parameter Parameter, long Offset);

/// <summary>A weight that is divided by its largest singular value.</summary>
/// <param name="Name">Its name in the layer, <c>weight</c>.</param>
/// <param name="Placed">The weight.</param>
/// <param name="Matrix">Its shape as a matrix.</param>
/// <param name="U">The offset of u in the layer's statistics.</param>
internal sealed record SpectralWeight(string Name, PlacedParameter Placed, WeightMatrix Matrix, long U)
{
    /// <summary>The offset of v in the layer's statistics.</summary>
    public long V => U + Alignment.Aligned(Matrix.Rows);

    /// <summary>How many numbers u and v take, alignment included.</summary>
    public long Length => Alignment.Aligned(Matrix.Rows) + Alignment.Aligned(Matrix.Columns);
}

/// <summary>A network whose layers fit: the input of every later stage.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Input">The input shape.</param>
/// <param name="Layers">The layers, at least one.</param>
/// <param name="FlatLength">How many numbers its flat buffer has, alignment included.</param>
internal sealed record Network(NetworkDeclaration Declaration, Shape Input, EquatableArray<NetworkLayer> Layers, long FlatLength)
{
    public TypeName Type => Declaration.Type;

    /// <summary>The shape of a label's one-hot row; null in a network without classes.</summary>
    public Shape? Label => Declaration.Classes is { } classes ? Shape.Of(classes) : null;

    /// <summary>The shape of the sources; null in a network without them.</summary>
    public Shape? Source => Declaration.Source is { } source ? new Shape(source) : null;

    /// <summary>The shape of its condition; null where it has none.</summary>
    public Shape? Condition => Label ?? Source;

    /// <summary>Its condition, as a variable: <c>labels</c>.</summary>
    public string ConditionName => Source is null ? "labels" : "sources";

    /// <summary>The shapes that callers name: of what it takes and gives, and of one number a sample, which a game draws for it.</summary>
    public IEnumerable<Shape> Shapes
    {
        get
        {
            yield return Input;
            yield return Output;
            if (Condition is { } condition) yield return condition;
            foreach (var head in Heads) yield return head.Shape;
            if (Declaration.Role == Role.Discriminator) yield return Shape.Of(1);
        }
    }

    /// <summary>Its outputs besides the last layer's.</summary>
    public IReadOnlyList<NetworkHead> Heads => Networks.Heads.Of(Layers);

    public Shape Output => Layers[Layers.Count - 1].Output;

    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>How many numbers the running statistics take, alignment included.</summary>
    public long StatisticsLength => Layers.Sum(layer => layer.StatisticsLength);

    /// <summary>Whether each layer reads only the one before it.</summary>
    public bool IsChain => Layers.All(layer => layer.Sources.Count == 1 && layer.Sources[0] == layer.Index - 1);

    /// <summary>The smallest batch that it can be trained on: statistics over a batch need two values per channel.</summary>
    public int LeastBatch => Layers.Any(layer => layer.Layer.CouplesSamples && layer.Input.Elements == layer.Input.Channels) ? 2 : 1;

    /// <summary>The first layer that couples the samples of a batch, or null.</summary>
    public NetworkLayer? CouplingLayer => Layers.FirstOrDefault(layer => layer.Layer.CouplesSamples);

    /// <summary>
    /// The shapes from input to output, without those that do not change: (N, 100) → (N, 6272) → (N, 128, 7, 7); a continuation from a tap is noted.
    /// </summary>
    public string Chain
    {
        get
        {
            var (text, shape) = (Input.ToString(), Input);
            foreach (var layer in Layers)
            {
                if (layer.Layer is From from) text += $", from {from.TapName} {layer.Output}";
                else if (layer.Output != shape) text += $" → {layer.Output}";
                shape = layer.Output;
            }

            return text;
        }
    }
}
