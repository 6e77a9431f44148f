namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// What a tile covers of a dimension. The last tile of a ragged dimension is shifted back until it fits, so that no sum needs a bounds check; its overlap
/// with the tile before it is summed twice and stored once. A dimension shorter than a tile repeats its last element.
/// </summary>
internal readonly struct TileSpan(int tile, int count, int side = Tile.Side)
{
    /// <summary>The element under the tile's first row or lane.</summary>
    public int Start { get; } = Math.Max(Math.Min(tile * side, count - side), 0);

    /// <summary>The first row or lane to store.</summary>
    public int First => tile * side - Start;

    /// <summary>The last row or lane with its own element.</summary>
    public int Last { get; } = Math.Min(side, count) - 1;

    /// <summary>How many tiles cover a dimension.</summary>
    public static int Tiles(int count, int side = Tile.Side) => (count + side - 1) / side;
}
