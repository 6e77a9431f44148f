using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Where a tile's sums go, and the <see cref="Place"/> of each.</summary>
/// <param name="index">The number of the output element under row 0, lane 0.</param>
/// <param name="rowStep">From a row to the next, in output elements.</param>
/// <param name="laneStep">From a lane to the next.</param>
internal readonly struct TileOutput(int index, int rowStep, int laneStep)
{
    private readonly int index = index, rowStep = rowStep, laneStep = laneStep;

    /// <summary>The channel of row 0, lane 0.</summary>
    public int Channel { get; init; }

    /// <summary>Channels from a row to the next.</summary>
    public int ChannelRowStep { get; init; }

    /// <summary>Channels from a lane to the next.</summary>
    public int ChannelLaneStep { get; init; }

    /// <summary>The sample of row 0.</summary>
    public int Sample { get; init; }

    /// <summary>Samples from a row to the next.</summary>
    public int SampleRowStep { get; init; }

    /// <summary>Stores the sums that are the tile's own, each through the epilogue.</summary>
    public void Write<TEpilogue>(Tile tile, TileSpan rows, TileSpan lanes, ArrayView<float> to, Operands operands)
        where TEpilogue : struct, IEpilogue
    {
        for (var row = 0; row <= rows.Last; row++)
        {
            if (row >= rows.First) Write<TEpilogue>(tile.R0, row, 0, lanes, to, operands);
            tile = tile.Rotated;
        }
    }

    /// <summary>Stores the sums that are the tile's own, each through the epilogue.</summary>
    public void Write<TEpilogue>(WideTile tile, TileSpan rows, TileSpan lanes, ArrayView<float> to, Operands operands)
        where TEpilogue : struct, IEpilogue
    {
        for (var row = 0; row <= rows.Last; row++)
        {
            if (row >= rows.First)
            {
                Write<TEpilogue>(tile.R0.Low, row, 0, lanes, to, operands);
                Write<TEpilogue>(tile.R0.High, row, TileLanes.Count, lanes, to, operands);
            }

            tile = tile.Rotated;
        }
    }

    private void Write<TEpilogue>(TileLanes sums, int row, int from, TileSpan lanes, ArrayView<float> to, Operands operands)
        where TEpilogue : struct, IEpilogue
    {
        var last = Math.Min(lanes.Last, from + TileLanes.Count - 1);
        for (var lane = from; lane <= last; lane++)
        {
            if (lane >= lanes.First)
            {
                var at = index + row * rowStep + lane * laneStep;
                var place = new Place(at, Channel + row * ChannelRowStep + lane * ChannelLaneStep, Sample + row * SampleRowStep);
                to[at] = TEpilogue.Apply(sums.V0, place, operands);
            }

            sums = sums.Rotated;
        }
    }

    /// <summary>Stores the plain sums of one slice.</summary>
    public void WriteSlice(Tile tile, TileSpan rows, TileSpan lanes, ArrayView<float> to)
    {
        // A whole tile is stored by rows, including its overlap with its neighbour: both store the same bits.
        if (laneStep == 1 && rows.Last == Tile.Side - 1 && lanes.Last == Tile.Side - 1) tile.Write(to.SubView(index), rowStep);
        else Write<Plain>(tile, rows, lanes, to, default);
    }

    /// <summary>Stores the plain sums of one slice.</summary>
    public void WriteSlice(WideTile tile, TileSpan rows, TileSpan lanes, ArrayView<float> to)
    {
        if (laneStep == 1 && rows.Last == WideTile.Rows - 1 && lanes.Last == WideLanes.Count - 1) tile.Write(to.SubView(index), rowStep);
        else Write<Plain>(tile, rows, lanes, to, default);
    }
}
