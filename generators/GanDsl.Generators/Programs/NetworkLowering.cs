using GanDsl.Generators.Ir;
using GanDsl.Generators.Layers;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Programs;

/// <summary>Lowers a network: a forward pass becomes the operations of its layers.</summary>
/// <param name="Builder">The program so far.</param>
/// <param name="Network">0 for the generator, 1 for the discriminator; 2 and 3 in the second pair.</param>
/// <param name="Version">How often the network was updated so far in this program.</param>
/// <param name="Training">Whether the network trains.</param>
/// <param name="Prefix">The prefix of its values' names: <c>d</c>.</param>
/// <param name="Layer">The layer at its position.</param>
/// <param name="StatisticsAt">The offset of its running statistics in its network's.</param>
internal sealed record NetworkLowering(
    ProgramBuilder Builder, int Network, int Version, bool Training, string Prefix, NetworkLayer Layer, long StatisticsAt)
    : Lowering(Builder, Training, Layer.Input, Layer.Output)
{
    /// <summary>A forward pass; a network with classes takes labels as one-hot rows, as many as samples, one of pairs takes sources.</summary>
    public static Value Apply(
        ProgramBuilder builder, Network network, int number, int version, bool training, string prefix, Value input, Value? condition = null) =>
        ApplyWithHeads(builder, network, number, version, training, prefix, input, condition).Output;

    /// <summary>Like <see cref="Apply"/>, but also returns the network's heads, in source order.</summary>
    public static (Value Output, IReadOnlyList<Value> Heads) ApplyWithHeads(
        ProgramBuilder builder, Network network, int number, int version, bool training, string prefix, Value input, Value? condition = null)
    {
        var (outputs, statisticsAt) = (new List<Value>(), 0L);
        foreach (var layer in network.Layers)
        {
            builder.Note = $"{NetworkNumbers.Symbol(number)} {layer.Place.Name} {layer.Description}";
            var at = new NetworkLowering(builder, number, version, training, prefix, layer, statisticsAt);
            outputs.Add(layer.Layer is Junction junction ? junction.Lower(at, Read(0), Read(1)) : layer.Layer.Lower(at, Read(0)));
            statisticsAt += layer.StatisticsLength;

            Value Read(int which) => layer.Sources[which] switch
            {
                Signal.Input => input,
                Signal.Condition => condition!,
                var source => outputs[source],
            };
        }

        builder.Note = "";
        return (outputs[outputs.Count - 1], [.. network.Heads.Select(head => outputs[head.Layer])]);
    }

    public override string Name(string what = "") => $"{Prefix}{Layer.Place.Id}{what}";

    public override Value? Parameter(string name)
    {
        if (Layer.SpectralWeights.FirstOrDefault(weight => weight.Name == name) is { } normalised)
        {
            return Normalised(Parameter(SpectralNorm.Original(name))!, normalised, Layer.Spectral!);
        }

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
            return placed.Parameter.Gain == 1
                ? read
                : Builder.Map(placed.Parameter.Gain * Scalar.X(0), read.Extent, Name("Scaled" + what), (read, Reading.Full));
        }

        return null;
    }

    public override Operation.Statistic Statistic(int which) => new(
        Network, $"{Layer.Place.Name}.{(which == 0 ? "running_mean" : "running_var")}", StatisticsAt + (which * Alignment.Aligned(Input.Channels)));

    /// <summary>W / σ, σ = Σ W · u vᵀ.</summary>
    private Value Normalised(Value weight, SpectralWeight of, SpectralNorm spectral)
    {
        var u = new Operation.Statistic(Network, $"{Layer.Place.Name}.{of.Name}_u", StatisticsAt + of.U);
        var v = new Operation.Statistic(Network, $"{Layer.Place.Name}.{of.Name}_v", StatisticsAt + of.V);
        var what = of.Name == "weight" ? "" : Layers.Parameter.Capital(of.Name);
        var iterations = Training ? spectral.PowerIterations : 0;
        var outer = Builder.Add(new Operation.PowerIteration(iterations, spectral.Eps, of.Matrix, u, v), [weight], weight.Extent, Name(what + "Singular"));
        var terms = Builder.Map(Scalar.X(0) * Scalar.X(1), weight.Extent, Name(what + "SigmaTerms"), (weight, Reading.Full), (outer, Reading.Full));
        var sigma = Builder.Reduce(Over.All, terms, Name(what + "Sigma"));
        return Builder.Map(Scalar.X(0) / Scalar.X(1), weight.Extent, Name(what + "Weight"), (weight, Reading.Full), (sigma, Reading.Single));
    }
}
