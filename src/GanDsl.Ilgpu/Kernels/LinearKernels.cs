using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The three contractions of a dense layer. small is (batch, outputs), large (batch, inputs), weight (outputs, inputs). One work item owns 64 numbers of
/// the result; no barriers, no atomics, so the same arguments give the same bits.
/// </summary>
public static class LinearKernels
{
    /// <summary>
    /// PyTorch: <c>torch.nn.functional.linear(large, weight)</c>. small[n, o] = epilogue(Σ_i large[n, i] · weight[o, i]); slices cut i.
    /// </summary>
    /// <param name="item">The work item, below <see cref="LinearItems{TShape}"/>.</param>
    /// <param name="arguments">The operands.</param>
    public static void Linear<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var across = TileSpan.Tiles(TShape.Outputs);
        var down = TileSpan.Tiles(arguments.Batch);
        int slice = item / (across * down);
        var rows = new TileSpan(item / across % down, arguments.Batch);
        var lanes = new TileSpan(item % across, TShape.Outputs);
        var terms = new TileSlice(slice, arguments.Slices, TShape.Inputs);

        // A row's distance is constant where the batch fills a tile; clamped rows have a separate loop.
        var large = arguments.Large.SubView(rows.Start * TShape.Inputs);
        var weight = arguments.Weight.SubView(lanes.Start * TShape.Inputs);
        var sums = rows.Last == Tile.Side - 1
            ? LinearSums<TShape>(large, weight, Tile.Side - 1, lanes.Last, terms)
            : LinearSums<TShape>(large, weight, rows.Last, lanes.Last, terms);

        var output = new TileOutput(rows.Start * TShape.Outputs + lanes.Start, TShape.Outputs, 1)
        {
            Channel = lanes.Start,
            ChannelLaneStep = 1,
            Sample = rows.Start,
            SampleRowStep = 1,
        };
        var size = arguments.Batch * TShape.Outputs;
        if (arguments.Slices > 1) output.WriteSlice(sums, rows, lanes, arguments.Small.SubView((long)slice * size));
        else output.Write<TEpilogue>(sums, rows, lanes, arguments.Small, arguments.Operands);
    }

    /// <summary>
    /// PyTorch: <c>small @ weight</c>, the gradient of linear's input. large[n, i] = epilogue(Σ_o small[n, o] · weight[o, i]); slices cut o.
    /// </summary>
    /// <param name="item">The work item, below <see cref="LinearTransposeItems{TShape}"/>.</param>
    /// <param name="arguments">The operands.</param>
    public static void LinearTranspose<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var across = TileSpan.Tiles(TShape.Inputs, WideLanes.Count);
        var down = TileSpan.Tiles(arguments.Batch, WideTile.Rows);
        int slice = item / (across * down);
        var rows = new TileSpan(item / across % down, arguments.Batch, WideTile.Rows);
        var lanes = new TileSpan(item % across, TShape.Inputs, WideLanes.Count);
        var terms = new TileSlice(slice, arguments.Slices, TShape.Outputs);

        var small = arguments.Small.SubView(rows.Start * TShape.Outputs);
        var weight = arguments.Weight.SubView(lanes.Start);
        var sums = new WideTile();
        for (var o = terms.From; o < terms.To; o++)
        {
            var row = WideLanes.Read(weight.SubView(o * TShape.Inputs), lanes.Last);
            sums = sums.Plus(small.SubView(o), TShape.Outputs, rows.Last, row);
        }

        var output = new TileOutput(rows.Start * TShape.Inputs + lanes.Start, TShape.Inputs, 1)
        {
            Channel = lanes.Start,
            ChannelLaneStep = 1,
            Sample = rows.Start,
            SampleRowStep = 1,
        };
        var size = arguments.Batch * TShape.Inputs;
        if (arguments.Slices > 1) output.WriteSlice(sums, rows, lanes, arguments.Large.SubView((long)slice * size));
        else output.Write<TEpilogue>(sums, rows, lanes, arguments.Large, arguments.Operands);
    }

    /// <summary>
    /// PyTorch: <c>small.T @ large</c>, the gradient of linear's weight. weight[o, i] = epilogue(Σ_n small[n, o] · large[n, i]); slices cut the batch.
    /// </summary>
    /// <param name="item">The work item, below <see cref="LinearWeightItems{TShape}"/>.</param>
    /// <param name="arguments">The operands.</param>
    public static void LinearWeight<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, ILinear
        where TEpilogue : struct, IEpilogue
    {
        var across = TileSpan.Tiles(TShape.Inputs);
        var down = TileSpan.Tiles(TShape.Outputs);
        int slice = item / (across * down);
        var rows = new TileSpan(item / across % down, TShape.Outputs);
        var lanes = new TileSpan(item % across, TShape.Inputs);
        var terms = new TileSlice(slice, arguments.Slices, arguments.Batch);

        var sums = new Tile();
        for (var n = terms.From; n < terms.To; n++)
        {
            sums = sums.Plus(
                TileLanes.Read(arguments.Small.SubView(n * TShape.Outputs + rows.Start), 1, rows.Last),
                TileLanes.Read(arguments.Large.SubView(n * TShape.Inputs + lanes.Start), 1, lanes.Last));
        }

        var output = new TileOutput(rows.Start * TShape.Inputs + lanes.Start, TShape.Inputs, 1);
        if (arguments.Slices > 1) output.WriteSlice(sums, rows, lanes, arguments.Weight.SubView((long)slice * TShape.Outputs * TShape.Inputs));
        else output.Write<TEpilogue>(sums, rows, lanes, arguments.Weight, arguments.Operands);
    }

    /// <summary>How many work items <see cref="Linear"/> takes.</summary>
    public static int LinearItems<TShape>(int batch, int slices = 1)
        where TShape : struct, ILinear => TileSpan.Tiles(batch) * TileSpan.Tiles(TShape.Outputs) * slices;

    /// <summary>How many work items <see cref="LinearTranspose"/> takes.</summary>
    public static int LinearTransposeItems<TShape>(int batch, int slices = 1)
        where TShape : struct, ILinear => TileSpan.Tiles(batch, WideTile.Rows) * TileSpan.Tiles(TShape.Inputs, WideLanes.Count) * slices;

    /// <summary>How many work items <see cref="LinearWeight"/> takes.</summary>
    public static int LinearWeightItems<TShape>(int batch, int slices = 1)
        where TShape : struct, ILinear => TileSpan.Tiles(TShape.Outputs) * TileSpan.Tiles(TShape.Inputs) * slices;

    private static Tile LinearSums<TShape>(ArrayView<float> large, ArrayView<float> weight, int lastRow, int lastLane, TileSlice terms)
        where TShape : struct, ILinear
    {
        var sums = new Tile();
        for (var i = terms.From; i < terms.To; i++)
        {
            sums = sums.Plus(
                TileLanes.Read(large.SubView(i), TShape.Inputs, lastRow),
                TileLanes.Read(weight.SubView(i), TShape.Inputs, lastLane));
        }

        return sums;
    }
}
