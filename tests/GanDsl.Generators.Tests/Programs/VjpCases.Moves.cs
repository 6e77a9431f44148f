using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Tests.Programs;

internal static partial class VjpCases
{
    private static IEnumerable<VjpCase> Moves() =>
    [
        .. from bands in new (string Name, Band Rows, Band Columns)[]
           {
               ("up and down", Fir([0.5, 1, -2, 0.25], 2, 1, 2, 3, 6), Fir([1, 2, 1], 1, 2, 1, 4, 2)),
               ("of a triangle and as it is", Band.Fir.Triangle(3, 4, 6), Band.Fir.Shift(0, 2, 2)),
               ("moved", Band.Fir.Shift(2, 3, 7), Band.Fir.Shift(-1, 4, 2)),
               ("means", new Band.Means(5, 3, IsAdjoint: false), new Band.Means(3, 4, IsAdjoint: false)),
               ("shares", new Band.Means(3, 5, IsAdjoint: true), new Band.Means(4, 4, IsAdjoint: true)),
               ("beyond both ends", Fir([1, 3, 3, 1], 3, 1, 5, 2, 9), Fir([2, 1, 4], 1, 3, -4, 3, 2)),
           }
           from item in (VjpCase[])
           [
               OneOrTwo($"Resample {bands.Name}", (builder, batches) =>
                   builder.Resample(Pictures(builder, batches, bands.Rows, bands.Columns), bands.Rows, bands.Columns, "output")),
               OneOrTwo($"Resample {bands.Name}, back", (builder, batches) =>
                   builder.Resample(
                       Pictures(builder, batches, bands.Rows.Transposed, bands.Columns.Transposed), bands.Rows.Transposed, bands.Columns.Transposed, "output")),
           ]
           select item,
        .. from pool in new (Window Window, Shape Large, Shape Small)[]
           {
               (new(new Pair(2, 2), new Pair(2, 2), default, new Pair(1, 1), 1), Shape.Of(2, 4, 5), Shape.Of(2, 2, 2)),
               (new(new Pair(3, 2), new Pair(2, 1), new Pair(1, 1), new Pair(1, 1), 1), Shape.Of(2, 3, 3), Shape.Of(2, 2, 4)),
           }
           from item in (VjpCase[])
           [
               OneOrTwo($"MaxPool {pool.Window}", (builder, batches) =>
                   builder.MaxPool(builder.Input("x", Extent.Of(batches, pool.Large)), pool.Window, pool.Small, "output")),
               OneOrTwo($"TakeLargest {pool.Window}", (builder, batches) => builder.Add(
                   new Operation.TakeLargest(pool.Window),
                   [builder.Input("x", Extent.Of(batches, pool.Large)), builder.Input("by", Extent.Of(batches, pool.Large))], Extent.Of(batches, pool.Small),
                   "output")),
               OneOrTwo($"GiveLargest {pool.Window}", (builder, batches) => builder.Add(
                   new Operation.GiveLargest(pool.Window),
                   [builder.Input("x", Extent.Of(batches, pool.Small)), builder.Input("by", Extent.Of(batches, pool.Large))], Extent.Of(batches, pool.Large),
                   "output")),
           ]
           select item,
        .. from order in new (int[] Dimensions, int[] Order)[] { ([3, 4], [1, 0]), ([2, 3, 2], [2, 0, 1]), ([1, 2, 3, 2, 1], [0, 3, 1, 4, 2]) }
           select OneOrTwo($"Permute {string.Join("×", order.Dimensions)}", (builder, batches) => builder.Permute(
               builder.Input("x", Extent.Of(batches, Shape.Of(12))), order.Dimensions.ToEquatableArray(), order.Order.ToEquatableArray(), Shape.Of(12),
               "output")),
        .. from first in new[] { false, true }
           from second in new[] { false, true }
           select OneOrTwo($"Product {first} {second}", (builder, batches) => builder.BatchMatMul(
               new(2, 3, 4, first, second),
               builder.Input("x", Extent.Of(batches, first ? Shape.Of(3, 2) : Shape.Of(2, 3))),
               builder.Input("y", Extent.Of(batches, second ? Shape.Of(4, 3) : Shape.Of(3, 4))),
               "output")),
        OneOrTwo("Softmax", (builder, batches) => builder.Softmax(builder.Input("x", Extent.Of(batches, Shape.Of(5))), "output")),
        .. from most in new[] { 1, 2, 3, 9 }
           select OneOrTwo($"GroupMean {Numbers.Plain(most)}", (builder, batches) =>
               builder.Add(new Operation.GroupMean(most), [builder.Input("x", Extent.Of(batches, Picture))], Extent.Of(batches, Picture), "output")),
    ];

    private static Band.Fir Fir(double[] taps, int up, int down, int before, int inputs, int outputs) =>
        new(taps.ToEquatableArray(), up, down, before, inputs, outputs);

    private static Value Pictures(ProgramBuilder builder, int batches, Band rows, Band columns) =>
        builder.Input("x", Extent.Of(batches, Shape.Of(2, rows.Inputs, columns.Inputs)));
}
