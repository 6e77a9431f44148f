using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Tests.Programs;

internal static partial class VjpCases
{
    private static Shape Picture => Shape.Of(2, 2, 3);

    private static IEnumerable<VjpCase> Maps() =>
    [
        // Each expression, its first operand read in each way; the other two are read in others.
        .. from example in ScalarExamples.All
           where !example.Expression.All.Contains(L)
           from kind in Enum.GetValues<ReadingKind>()
           select OneOrTwo($"Map {example.Name} {kind}", (builder, batches) =>
               builder.Map(example.Expression, Extent.Of(batches, Picture), "output", Operands(builder, batches, kind))),

        // What is read twice gets the sum of both.
        OneOrTwo("Map reads one value twice", (builder, batches) =>
        {
            var x = builder.Input("x", Extent.Of(batches, Picture));
            return builder.Map(X(0) * Tanh(X(1)), x.Extent, "output", (x, Reading.Full), (x, Reading.Full));
        }),
        OneOrTwo("Map of flat samples", (builder, batches) =>
        {
            var extent = Extent.Of(batches, Shape.Of(4));
            return builder.Map(
                X(0) * X(1) * X(2),
                extent,
                "output",
                (builder.Input("x", extent), Reading.Full),
                (builder.Input("bias", Extent.Fixed(4)), Reading.Channel(extent)),
                (builder.Input("each", Extent.PerSample(batches)), Reading.Sample(extent)));
        }),
        new("Map of parameters", (builder, _) =>
        {
            var extent = Extent.Fixed(2, 3);
            return [builder.Map(
                X(0) / Sqrt(X(1) * X(1) + 1),
                extent,
                "output",
                (builder.Input("weight", extent), Reading.Full),
                (builder.Input("scale", Extent.Single), Reading.Single))];
        }, 1),

        // One cotangent, spread over values of several extents.
        OneOrTwo("Map spreads one value over several extents", (builder, batches) =>
        {
            var single = builder.Input("single", Extent.Single);
            Value Sum(string name, Extent extent) => builder.Reduce(
                Over.All, builder.Map(X(0) * X(1), extent, name, (builder.Input(name + "In", extent), Reading.Full), (single, Reading.Single)), name + "Sum");
            return builder.Map(
                X(0) * X(1),
                Extent.Single,
                "output",
                (Sum("wide", Extent.Of(batches, Picture)), Reading.Single),
                (Sum("flat", Extent.Of(batches, Shape.Of(5))), Reading.Single));
        }),
        OneOrTwo("Map spreads one sum over values of several extents", (builder, batches) =>
        {
            Value Sum(string name, Extent extent) => builder.Reduce(Over.All, builder.Input(name, extent), name + "Sum");
            return builder.Map(
                X(0) + X(1),
                Extent.Single,
                "output",
                (Sum("wide", Extent.Of(batches, Picture)), Reading.Full),
                (Sum("flat", Extent.Of(batches, Shape.Of(5))), Reading.Full));
        }),
    ];

    private static (Value Value, Reading Reading)[] Operands(ProgramBuilder builder, int batches, ReadingKind first)
    {
        var extent = Extent.Of(batches, Picture);
        return
        [
            .. Enumerable.Range(0, 3).Select(i => Operand((ReadingKind)(((int)first + i) % 4), $"x{Numbers.Plain(i)}")),
        ];

        (Value, Reading) Operand(ReadingKind kind, string name) => kind switch
        {
            ReadingKind.Full => (builder.Input(name, extent), Reading.Full),
            ReadingKind.Channel => (builder.Input(name, Extent.Fixed(extent.Channels)), Reading.Channel(extent)),
            ReadingKind.Sample => (builder.Input(name, Extent.PerSample(batches)), Reading.Sample(extent)),
            _ => (builder.Input(name, Extent.Single), Reading.Single),
        };
    }
}
