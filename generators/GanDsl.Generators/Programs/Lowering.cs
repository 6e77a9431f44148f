using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Programs;

/// <summary>What a layer is lowered with: where it writes, and what it finds of itself there.</summary>
/// <param name="Builder">The program so far.</param>
/// <param name="Network">0 for the generator, 1 for the discriminator; of the second pair 2 and 3.</param>
/// <param name="Version">How often the network was moved so far in this program.</param>
/// <param name="Training">Whether the layer trains: Dropout drops, BatchNorm takes the batch's statistics, and the running ones follow.</param>
/// <param name="Prefix">What begins the names of its values: <c>d</c>.</param>
/// <param name="Layer">The layer in its place.</param>
/// <param name="StatisticsAt">Where its running statistics begin, among its network's.</param>
internal sealed record Lowering(
    ProgramBuilder Builder, int Network, int Version, bool Training, string Prefix, NetworkLayer Layer, long StatisticsAt)
{
    /// <summary>The name of the layer's value: <c>d3</c>, <c>d3Mean</c>.</summary>
    public string Name(string what = "") => $"{Prefix}{Layer.Place.Id}{what}";

    /// <summary>A parameter of the layer, or null if it has none of that name.</summary>
    public Value? Parameter(string name)
    {
        if (Layer.SpectralWeights.FirstOrDefault(weight => weight.Name == name) is { } normalised) return Normalised(Parameter(SpectralNorm.Original(name))!, normalised, Layer.Spectral!);
        foreach (var placed in Layer.Parameters)
        {
            if (placed.Parameter.Name != name) continue;
            var full = $"{Layer.Place.Name}.{name}";
            var what = Layers.Parameter.Capital(name);
            var read = Builder.Add(
                new Operation.Parameter(Network, full, placed.Offset, Version),
                [],
                new Extent(0, placed.Parameter.Shape),
                $"{NetworkNumbers.Prefix(Network)}{Layer.Place.Id}{what}");
            return placed.Parameter.Gain == 1 ? read : Builder.Map(placed.Parameter.Gain * Scalar.X(0), read.Extent, Name("Scaled" + what), (read, Reading.Full));
        }

        return null;
    }

    /// <summary>W / σ, σ = Σ W · u vᵀ.</summary>
    private Value Normalised(Value weight, SpectralWeight of, SpectralNorm spectral)
    {
        var u = new Operation.Statistic(Network, $"{Layer.Place.Name}.{of.Name}_u", StatisticsAt + of.U);
        var v = new Operation.Statistic(Network, $"{Layer.Place.Name}.{of.Name}_v", StatisticsAt + of.V);
        var what = of.Name == "weight" ? "" : Layers.Parameter.Capital(of.Name);
        var outer = Builder.Add(new Operation.PowerIteration(Training ? spectral.PowerIterations : 0, spectral.Eps, of.Matrix, u, v), [weight], weight.Extent, Name(what + "Singular"));
        var terms = Builder.Map(Scalar.X(0) * Scalar.X(1), weight.Extent, Name(what + "SigmaTerms"), (weight, Reading.Full), (outer, Reading.Full));
        var sigma = Builder.Reduce(Over.All, terms, Name(what + "Sigma"));
        return Builder.Map(Scalar.X(0) / Scalar.X(1), weight.Extent, Name(what + "Weight"), (weight, Reading.Full), (sigma, Reading.Single));
    }

    /// <summary>A running statistic of the layer: 0 is the mean, 1 the variance.</summary>
    public Operation.Statistic Statistic(int which) => new(
        Network, $"{Layer.Place.Name}.{(which == 0 ? "running_mean" : "running_var")}", StatisticsAt + (which * Networks.NetworkCheck.Aligned(Layer.Input.Channels)));

    public Value Read(Operation.Statistic statistic, string name) => Builder.Add(statistic, [], Extent.Fixed(Layer.Input.Channels), name);

    /// <summary>A contraction with its bias.</summary>
    public Value Contract(Trilinear form, Side gives, Value input)
    {
        var sum = Builder.Contract(form, gives, input, Parameter("weight")!, Name("Sum"));
        return Parameter("bias") is { } bias
            ? Builder.Map(Scalar.X(0) + Scalar.X(1), sum.Extent, Name("Biased"), (sum, Reading.Full), (bias, Reading.Channel(sum.Extent)))
            : sum;
    }

    /// <summary>A function of each element.</summary>
    public Value Map(Scalar expression, Value input) => Builder.Map(expression, input.Extent, Name(), (input, Reading.Full));

    /// <summary>Passes through a network; labels come as one-hot rows, of as many samples, to one with classes, sources to one of pairs.</summary>
    public static Value Apply(ProgramBuilder builder, Network network, int number, int version, bool training, string prefix, Value input, Value? condition = null) =>
        ApplyWithHeads(builder, network, number, version, training, prefix, input, condition).Output;

    /// <summary>As <see cref="Apply"/>, with the network's heads, in source order, beside what its last layer gives.</summary>
    public static (Value Output, IReadOnlyList<Value> Heads) ApplyWithHeads(ProgramBuilder builder, Network network, int number, int version, bool training, string prefix, Value input, Value? condition = null)
    {
        var (outputs, statisticsAt) = (new List<Value>(), 0L);
        foreach (var layer in network.Layers)
        {
            builder.Note = $"{NetworkNumbers.Symbol(number)} {layer.Place.Name} {layer.Description}";
            var at = new Lowering(builder, number, version, training, prefix, layer, statisticsAt);
            outputs.Add(layer.Layer is Junction junction ? junction.Lower(at, Read(0), Read(1)) : layer.Layer.Lower(at, Read(0)));
            statisticsAt += layer.StatisticsLength;

            Value Read(int which) => layer.Sources[which] == Signal.Input ? input : layer.Sources[which] == Signal.Condition ? condition! : outputs[layer.Sources[which]];
        }

        builder.Note = "";
        return (outputs[outputs.Count - 1], [.. network.Heads.Select(head => outputs[head.Layer])]);
    }
}
