using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

internal static partial class VjpCases
{
    private static Scalar[] Terms => [X(0) * X(1), Tanh(X(0)) * X(2), X(0) * X(0) * X(3), Sqrt((X(0) * X(0)) + 1)];

    private static IEnumerable<VjpCase> Reductions() =>
    [
        .. from over in Enum.GetValues<Over>()
           select OneOrTwo($"Reduce over {over}", (builder, batches) => builder.Reduce(over, builder.Input("x", Extent.Of(batches, Picture)), "output")),
        .. from over in Enum.GetValues<Over>()
           from count in new[] { 1, 2, 4 }
           select new VjpCase(
               $"Reduce over {over}, {Numbers.Plain(count)} terms", (builder, batches) => Reduce(builder, over, count, Extent.Of(batches, Picture)), 1, 2),

        // Cotangents of some outputs only: the others are zero.
        .. from term in Enumerable.Range(0, 4)
           select OneOrTwo(
               $"Reduce, term {Numbers.Plain(term)} of 4", (builder, batches) => Reduce(builder, Over.Channel, 4, Extent.Of(batches, Picture))[term]),
        .. from shape in new[] { Shape.Of(3), Shape.Of(2, 2, 2) }
           from output in Enumerable.Range(0, 3)
           select OneOrTwo(
               $"Moments of {shape}, output {Numbers.Plain(output)}", (builder, batches) => Moments(builder, Extent.Of(batches, shape), 1e-5)[output]),
        new("Moments, all outputs", (builder, batches) => Moments(builder, Extent.Of(batches, Picture), 0.1), 1, 2),
        OneOrTwo("Moments, normalising", (builder, batches) =>
        {
            var extent = Extent.Of(batches, Picture);
            var moments = Moments(builder, extent, 1e-5);
            var channel = Reading.Channel(extent);
            return builder.Map(
                (X(0) - X(1)) * X(2), extent, "output", (builder.Input("x", extent), Reading.Full), (moments[0], channel), (moments[2], channel));
        }),
    ];

    private static EquatableArray<Value> Reduce(ProgramBuilder builder, Over over, int terms, Extent extent)
    {
        var left = over switch
        {
            Over.Channel => Extent.Fixed(extent.Channels),
            Over.Sample => Extent.PerSample(extent.Batches),
            _ => Extent.Single,
        };
        var operands = Operands(builder, extent.Batches, ReadingKind.Full);
        var x3 = (Value: builder.Input("x3", Extent.Single), Reading: Reading.Single);
        return builder.Add(
            new Operation.Reduce(over, Terms.Take(terms).ToEquatableArray(), extent, operands.Append(x3).Select(operand => operand.Reading).ToEquatableArray()),
            [.. operands.Append(x3).Select(operand => operand.Value)],
            [.. Enumerable.Repeat(left, terms)],
            [.. Enumerable.Range(0, terms).Select(term => $"sum{Numbers.Plain(term)}")]);
    }

    private static EquatableArray<Value> Moments(ProgramBuilder builder, Extent extent, double eps)
    {
        var channels = Extent.Fixed(extent.Channels);
        return builder.Add(
            new Operation.Moments(eps, 0.1, null, null), [builder.Input("x", extent)], [channels, channels, channels], ["mean", "variance", "inverseStd"]);
    }
}
