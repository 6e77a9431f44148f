extern alias generators;

using GanDsl.Generators.Ir;
using GanDsl.Generators.Programs;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Generators.Tests.Programs.Harness;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;
using BorderMode = generators::GanDsl.PaddingMode;

namespace GanDsl.Generators.Tests.Programs;

/// <summary>Programs as people read them. The order of the lines is the order in which they run.</summary>
public class ProgramTextTests
{
    private readonly ProgramBuilder builder = new();

    [Fact]
    public Task ADiscriminatorsGradient()
    {
        var network = Declared.Discriminator(
            "1, 4, 4", "[Conv2d(2, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)] [Conv2d(3, kernel: 2, bias: false), Tanh] [Flatten, Dense(1)]");
        var reals = builder.Input("reals", Extent.Of(1, network.Input));
        var logits = NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", reals);
        var seed = builder.Map(Softplus(-X(0)).Derivative(X(0)), logits.Extent, "seed", (logits, Reading.Full));
        Learn(1, logits, seed);

        return Verify();
    }

    [Fact]
    public Task AGeneratorsGradient()
    {
        var network = Declared.Generator(
            2, "[Dense(8), BatchNorm, ReLU, Dropout(0.5)] [Reshape(2, 2, 2)] [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]");
        var z = builder.Draw(Distribution.Normal, Extent.Of(1, network.Input), "z");
        var fakes = NetworkLowering.Apply(builder, network, 0, 0, training: true, "g", z);
        Learn(0, fakes, builder.Input("fakesCotangent", fakes.Extent));

        return Verify();
    }

    [Fact]
    public Task AGradientPenalty()
    {
        var network = Declared.Discriminator("3", "[Dense(2), Tanh, Dense(1)]");
        var x = builder.Input("x", Extent.Of(1, network.Input));
        var logits = NetworkLowering.Apply(builder, network, 1, 0, training: true, "d", x);
        var slope = Differentiate.Run(builder, [(logits, builder.Map(1, logits.Extent, "ones"))], [x]).Single()!;
        var penalty = builder.Reduce(Over.All, builder.Map(X(0) * X(0), slope.Extent, "squares", (slope, Reading.Full)), "penalty");
        Learn(1, penalty, builder.Map(1, Extent.Single, "one"));

        return Verify();
    }

    [Fact]
    public Task WhatOnlyPassesWrite()
    {
        var extent = Extent.Of(1, Shape.Of(2, 2, 2));
        var both = builder.Add(new Operation.Join(), [builder.Input("reals", extent), builder.Input("fakes", extent)], extent with { Batches = 2 }, "both");
        var weight = builder.Add(new Operation.Parameter(1, "0.weight", 0, 1), [], Extent.Fixed(2, 1, 1, 1), "weight");
        var bias = builder.Add(new Operation.Parameter(1, "0.bias", 64, 1), [], Extent.Fixed(2), "bias");
        var form = new Trilinear.Convolution(extent.Shape, extent.Shape, new Window(new Pair(1, 1), new Pair(1, 1), default, new Pair(1, 1), 2));
        var fused = new Operation.Contract(form, Side.Small, Leaky(X(0) + X(1), -0.2), EquatableArray.Of(Reading.Channel(both.Extent)));
        var d0 = builder.Add(fused, [both, weight, bias], both.Extent, "d0");
        var each = builder.Draw(Distribution.Uniform, Extent.PerSample(2), "each");
        var kept = builder.Draw(Distribution.Bernoulli, d0.Extent, "kept", 0.75);
        var two = new Operation.Reduce(Over.Channel, EquatableArray.Of(X(0) * X(1), X(0) * X(2) * new SampleIndex()), d0.Extent, EquatableArray.Of(
            Reading.Full, Reading.Sample(d0.Extent), Reading.Full));
        var sums = builder.Add(two, [d0, each, kept], [Extent.Fixed(2), Extent.Fixed(2)], ["sum", "product"]);
        var half = builder.Add(new Operation.Half(1), [d0], extent, "half");
        var pad = builder.Add(new Operation.Pad(BorderMode.Reflect, new Pair(1, 0)), [half], Extent.Of(1, Shape.Of(2, 4, 2)), "pad");
        var padAdjoint = builder.Add(new Operation.PadAdjoint(BorderMode.Reflect, new Pair(1, 0)), [pad], extent, "fold");
        var mean = builder.Map(
            X(0) * X(1) / X(2),
            padAdjoint.Extent,
            "mean",
            (padAdjoint, Reading.Full),
            (builder.BatchShare(), Reading.Single),
            (builder.BatchSize(), Reading.Single));
        builder.Do(new Operation.Report("loss"), sums[0]);
        builder.Do(new Operation.Update(0));
        builder.Do(new Operation.Result("mean"), mean);

        return Verify();
    }

    private void Learn(int network, Value of, Value seed)
    {
        var parameters = Declared.Parameters(builder, network);
        foreach (var (parameter, gradient) in parameters.PairedWith(Differentiate.Run(builder, [(of, seed)], parameters)))
        {
            var leaf = (Operation.Parameter)builder.Nodes.Single(node => node.Outputs.Contains(parameter)).Operation;
            if (gradient is not null) builder.Do(new Operation.Gradient(network, leaf.Name, leaf.Offset), gradient);
        }

        builder.Do(new Operation.Update(network));
    }

    private SettingsTask Verify() => Verifier.Verify(HostileCulture.Run(() => builder.ToProgram().ToString()));
}
