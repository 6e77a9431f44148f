extern alias generators;

using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using static GanDsl.Generators.Scalars.Scalar;
using BorderMode = generators::GanDsl.PaddingMode;

namespace GanDsl.Generators.Tests.Programs;

internal static partial class VjpCases
{
    private static IEnumerable<VjpCase> Shapes() =>
    [
        OneOrTwo("Reshape", (builder, batches) => builder.Reshape(builder.Input("x", Extent.Of(batches, Picture)), Shape.Of(12), "output")),
        new("Reshape to several shapes", (builder, batches) =>
        {
            var x = builder.Input("x", Extent.Of(batches, Picture));
            return [builder.Reshape(x, Shape.Of(12), "flat"), builder.Reshape(x, Shape.Of(3, 2, 2), "turned")];
        }, 1, 2),
        new("Join", (builder, _) => [Join(builder, Picture)], 1),
        new("Join, squared", (builder, _) =>
        {
            var both = Join(builder, Picture);
            return [builder.Map(X(0) * X(0), both.Extent, "output", (both, Reading.Full))];
        }, 1),
        new("Half 0", (builder, _) => [Half(builder, builder.Input("x", Extent.Of(2, Picture)), 0)], 1),
        new("Half 1", (builder, _) => [Half(builder, builder.Input("x", Extent.Of(2, Picture)), 1)], 1),
        new("Half, both", (builder, _) =>
        {
            var x = builder.Input("x", Extent.Of(2, Picture));
            return [Half(builder, x, 0), Half(builder, x, 1)];
        }, 1),
        new("Half of several extents", (builder, _) =>
            [Half(builder, builder.Input("x", Extent.Of(2, Picture)), 0), Half(builder, builder.Input("y", Extent.Of(2, Shape.Of(5))), 1)], 1),
        .. from shape in new[] { Shape.Of(3), Shape.Of(2, 3), Picture }
           from item in (VjpCase[])
           [
               OneOrTwo($"Concat {shape}", (builder, batches) =>
                   builder.Concat([Part(builder, "x", batches, shape, 2), Part(builder, "y", batches, shape, 1)], "output")),
               OneOrTwo($"Concat {shape}, three and one twice", (builder, batches) =>
               {
                   var x = Part(builder, "x", batches, shape, 1);
                   var all = builder.Concat([x, Part(builder, "y", batches, shape, 3), x], "all");
                   return builder.Map(X(0) * X(0), all.Extent, "output", (all, Reading.Full));
               }),
               .. from first in Enumerable.Range(0, 3)
                  select OneOrTwo($"Slice {shape} from {Text.Numbers.Plain(first)}", (builder, batches) =>
                      builder.Slice(Part(builder, "x", batches, shape, 3), first, 1, "output")),
               OneOrTwo($"Slice {shape}, all", (builder, batches) => builder.Slice(Part(builder, "x", batches, shape, 3), 0, 3, "output")),
               OneOrTwo($"Slice {shape}, overlapping", (builder, batches) =>
               {
                   var x = Part(builder, "x", batches, shape, 4);
                   var (a, b) = (builder.Slice(x, 0, 3, "a"), builder.Slice(x, 1, 3, "b"));
                   return builder.Map(X(0) * X(1), a.Extent, "output", (a, Reading.Full), (b, Reading.Full));
               }),
           ]
           select item,
        .. from scale in new[] { new Pair(2, 2), new Pair(1, 3) }
           let large = Shape.Of(Picture.Channels, Picture.Height * scale.Height, Picture.Width * scale.Width)
           from item in (VjpCase[])
           [
               OneOrTwo($"Upsample {scale}", (builder, batches) =>
                   builder.Add(new Operation.Upsample(scale), [builder.Input("x", Extent.Of(batches, Picture))], Extent.Of(batches, large), "output")),
               OneOrTwo($"BlockSum {scale}", (builder, batches) =>
                   builder.Add(new Operation.BlockSum(scale), [builder.Input("x", Extent.Of(batches, large))], Extent.Of(batches, Picture), "output")),
           ]
           select item,
        .. from item in new (string Name, Operation Operation)[]
           {
               ("Shift", new Operation.Shift(1, new Pair(1, 2), IsAdjoint: false)),
               ("Shift back", new Operation.Shift(0, new Pair(2, 0), IsAdjoint: true)),
               ("Cut", new Operation.Cutout(1, new Pair(2, 1))),
               ("Cut all", new Operation.Cutout(0, new Pair(9, 9))),
           }
           select OneOrTwo(item.Name, (builder, batches) => builder.Add(
               item.Operation, [builder.Input("x", Extent.Of(batches, Picture)), builder.Input("draws", Extent.Of(batches, Shape.Of(3)))],
               Extent.Of(batches, Picture), "output")),
        .. from back in new[] { false, true }
           select OneOrTwo($"Warp{(back ? " back" : "")}", (builder, batches) => builder.Add(
               new Operation.Warp(1, back),
               [builder.Input("x", Extent.Of(batches, Picture)), builder.Draw(Distribution.Normal, Extent.Of(batches, Shape.Of(8)), "changes")],
               Extent.Of(batches, Picture), "output")),
        OneOrTwo("Compute", (builder, batches) =>
        {
            var (x, one) = (builder.Draw(Distribution.Normal, Extent.Of(batches, Shape.Of(2)), "x"), builder.Draw(Distribution.Normal, Extent.Single, "one"));
            var lines = new FormulaLines(2, 1);
            var product = lines.Let("product", lines.Input(0, 0) * lines.Input(1, 0));
            var computed = builder.Add(
                new Operation.Compute(lines.Giving(lines.Let("sum", product + lines.Input(0, 1)), product)), [x, one], x.Extent, "computed");
            return builder.Map(X(0) * X(1), x.Extent, "output", (builder.Input("y", x.Extent), Reading.Full), (computed, Reading.Full));
        }),
        .. from pool in new (Window Window, Shape Large, Shape Small)[]
           {
               (new(new Pair(2, 2), new Pair(2, 2), default, new Pair(1, 1), 1), Shape.Of(2, 4, 5), Shape.Of(2, 2, 2)),
               (new(new Pair(3, 2), new Pair(2, 1), new Pair(1, 1), new Pair(1, 1), 1), Shape.Of(2, 3, 3), Shape.Of(2, 2, 4)),
           }
           from item in (VjpCase[])
           [
               OneOrTwo($"Average {pool.Window}", (builder, batches) =>
                   builder.Add(
                       new Operation.AvgPool(pool.Window), [builder.Input("x", Extent.Of(batches, pool.Large))], Extent.Of(batches, pool.Small), "output")),
               OneOrTwo($"Share {pool.Window}", (builder, batches) =>
                   builder.Add(
                       new Operation.AvgPoolAdjoint(pool.Window),
                       [builder.Input("x", Extent.Of(batches, pool.Small))],
                       Extent.Of(batches, pool.Large),
                       "output")),
           ]
           select item,
        .. from mode in Enum.GetValues<BorderMode>()
           from amount in new[] { new Pair(1, 1), new Pair(0, 2), new Pair(1, 0) }
           let large = Shape.Of(Picture.Channels, Picture.Height + (2 * amount.Height), Picture.Width + (2 * amount.Width))
           from item in new[]
           {
               OneOrTwo($"Pad {mode} {amount}", (builder, batches) =>
                   builder.Add(new Operation.Pad(mode, amount), [builder.Input("x", Extent.Of(batches, Picture))], Extent.Of(batches, large), "output")),
               OneOrTwo($"Fold {mode} {amount}", (builder, batches) =>
                   builder.Add(new Operation.PadAdjoint(mode, amount), [builder.Input("x", Extent.Of(batches, large))], Extent.Of(batches, Picture), "output")),
           }
           select item,
    ];

    private static Value Part(ProgramBuilder builder, string name, int batches, Shape shape, int channels) =>
        builder.Input(name, Extent.Of(batches, Shape.Of([channels, .. shape.Dimensions.Skip(1)])));

    private static Value Join(ProgramBuilder builder, Shape shape) =>
        builder.Add(
            new Operation.Join(), [builder.Input("first", Extent.Of(1, shape)), builder.Input("second", Extent.Of(1, shape))], Extent.Of(2, shape), "both");

    private static Value Half(ProgramBuilder builder, Value both, int which) =>
        builder.Add(new Operation.Half(which), [both], both.Extent with { Batches = 1 }, $"{both.Name}Half");
}
