using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The sizes of a product of two matrices, (rows × inner) · (inner × columns), and whether each is stored transposed.</summary>
public interface IBatchMatMul
{
    /// <summary>Rows of the product.</summary>
    static abstract int Rows { get; }

    /// <summary>The inner dimension.</summary>
    static abstract int Inner { get; }

    /// <summary>Columns of the product.</summary>
    static abstract int Columns { get; }

    /// <summary>Whether the first matrix is stored as (inner, rows).</summary>
    static abstract bool TransposesFirst { get; }

    /// <summary>Whether the second matrix is stored as (columns, inner).</summary>
    static abstract bool TransposesSecond { get; }
}

/// <summary>Matrices per sample, for attention. Item k computes the elements k, k + items, … of the output, or those tiles.</summary>
public static class MatrixKernels
{
    /// <summary>The product of two matrices of each sample. PyTorch equivalent: <c>torch.bmm</c>.</summary>
    public static void BatchMatMul<TBatchMatMul>(Index1D item, BatchMatMulArguments arguments)
        where TBatchMatMul : struct, IBatchMatMul
    {
        var first = arguments.First;
        var second = arguments.Second;
        var output = arguments.Output;
        var (firstStep, secondStep) = (TBatchMatMul.TransposesFirst ? TBatchMatMul.Rows : 1, TBatchMatMul.TransposesSecond ? 1 : TBatchMatMul.Columns);
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TBatchMatMul.Columns;
            var column = i - (line * TBatchMatMul.Columns);
            var sample = line / TBatchMatMul.Rows;
            var row = line - (sample * TBatchMatMul.Rows);
            var a = (sample * TBatchMatMul.Rows * TBatchMatMul.Inner) + (TBatchMatMul.TransposesFirst ? row : row * TBatchMatMul.Inner);
            var b = (sample * TBatchMatMul.Inner * TBatchMatMul.Columns) + (TBatchMatMul.TransposesSecond ? column * TBatchMatMul.Inner : column);
            var sum = 0f;
            for (var k = 0; k < TBatchMatMul.Inner; k++)
            {
                sum += first[a] * second[b];
                a += firstStep;
                b += secondStep;
            }

            output[i] = sum;
        }
    }

    /// <summary>
    /// Rows as columns: matrices of (channels × pixels) to (pixels × channels), in tiles of 8 × 8. PyTorch equivalent: <c>x.mT.contiguous()</c>.
    /// Tiles of a ragged side overlap; both store the same bits.
    /// </summary>
    public static void Transpose<TExtent>(Index1D item, PictureArguments arguments)
        where TExtent : struct, IExtent
    {
        var across = TileSpan.Tiles(TExtent.Pixels);
        var tilesOfSample = TileSpan.Tiles(TExtent.Channels) * across;
        var tiles = arguments.Count / (TExtent.Channels * TExtent.Pixels) * tilesOfSample;
        for (var i = (int)item; (uint)i < (uint)tiles; i += arguments.Items)
        {
            var sample = i / tilesOfSample;
            var tile = i - (sample * tilesOfSample);
            var rows = new TileSpan(tile / across, TExtent.Channels);
            var lanes = new TileSpan(tile - (tile / across * across), TExtent.Pixels);
            var start = sample * TExtent.Channels * TExtent.Pixels;
            Tile.Read(arguments.Input.SubView(start + (rows.Start * TExtent.Pixels) + lanes.Start), TExtent.Pixels, rows.Last, lanes.Last)
                .Transposed.Write(arguments.Output.SubView(start + (lanes.Start * TExtent.Channels) + rows.Start), TExtent.Channels, lanes.Last, rows.Last);
        }
    }

    /// <summary>How many tiles <see cref="Transpose"/> has to do.</summary>
    public static int TransposeTiles<TExtent>(int samples = 1)
        where TExtent : struct, IExtent => samples * TileSpan.Tiles(TExtent.Channels) * TileSpan.Tiles(TExtent.Pixels);

    /// <summary>The largest number of each sample. PyTorch equivalent: <c>x.flatten(1).amax(1)</c>, without NaN.</summary>
    public static void Largest<TExtent>(Index1D item, PictureArguments arguments)
        where TExtent : struct, IExtent
    {
        var input = arguments.Input;
        var output = arguments.Output;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var start = i * TExtent.Channels * TExtent.Pixels;
            var largest = input[start];
            for (var k = 1; k < TExtent.Channels * TExtent.Pixels; k++) largest = MathF.Max(largest, input[start + k]);
            output[i] = largest;
        }
    }
}
