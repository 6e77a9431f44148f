using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The three contractions of a convolution. small is (batch, small channels, small height, small width), large likewise, weight (small channels, large
/// channels / groups, kernel height, kernel width). One work item owns 8 × 8 numbers of the result; no barriers, no atomics, so the same arguments give
/// the same bits. The offset of large is even: its pixels are read by pairs.
/// </summary>
public static partial class ConvolutionKernels
{
    /// <summary>
    /// PyTorch: <c>torch.nn.functional.conv2d(large, weight)</c>, and the gradient of conv_transpose2d's input.
    /// small[n, s, y, x] = epilogue(Σ_l,i,j large[n, l, y·stride − padding + i·dilation, …] · weight[s, l, i, j]); slices cut l.
    /// </summary>
    /// <param name="item">The work item, below <see cref="Conv2dItems{TShape}"/>: 8 channels × 8 pixels of a row.</param>
    /// <param name="arguments">The operands.</param>
    public static void Conv2d<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var channels = TShape.SmallChannels / TShape.Groups;
        int rest = item;
        var lanes = new TileSpan(rest % TileSpan.Tiles(TShape.SmallWidth), TShape.SmallWidth);
        rest /= TileSpan.Tiles(TShape.SmallWidth);
        var y = rest % TShape.SmallHeight;
        rest /= TShape.SmallHeight;
        var rows = new TileSpan(rest % TileSpan.Tiles(channels), channels);
        rest /= TileSpan.Tiles(channels);
        var group = rest % TShape.Groups;
        rest /= TShape.Groups;
        var n = rest % arguments.Batch;
        var slice = rest / arguments.Batch;

        var channel = group * channels + rows.Start;
        var sums = Conv2dSums<TShape>(
            arguments, n, group, channel, rows.Last, y, lanes.Start, lanes.Last, new TileSlice(slice, arguments.Slices, TShape.LargeChannels / TShape.Groups));

        var pixels = TShape.SmallHeight * TShape.SmallWidth;
        var output = new TileOutput((n * TShape.SmallChannels + channel) * pixels + y * TShape.SmallWidth + lanes.Start, pixels, 1)
        {
            Channel = channel,
            ChannelRowStep = 1,
            Sample = n,
        };
        var size = arguments.Batch * TShape.SmallChannels * pixels;
        if (arguments.Slices > 1) output.WriteSlice(sums, rows, lanes, arguments.Small.SubView((long)slice * size));
        else output.Write<TEpilogue>(sums, rows, lanes, arguments.Small, arguments.Operands);
    }

    /// <summary>How many work items <see cref="Conv2d"/> takes.</summary>
    public static int Conv2dItems<TShape>(int batch, int slices = 1)
        where TShape : struct, IConvolution =>
        TileSpan.Tiles(TShape.SmallWidth) * TShape.SmallHeight * TileSpan.Tiles(TShape.SmallChannels / TShape.Groups) * TShape.Groups * batch * slices;

    private static Tile Conv2dSums<TShape>(
        ContractionArguments arguments, int n, int group, int channel, int lastRow, int y, int x, int lastLane, TileSlice terms)
        where TShape : struct, IConvolution
    {
        var depth = TShape.LargeChannels / TShape.Groups;
        var taps = TShape.KernelHeight * TShape.KernelWidth;
        var large = arguments.Large;
        var size = (long)arguments.Batch * TShape.LargeChannels * TShape.LargeHeight * TShape.LargeWidth;

        var sums = new Tile();
        for (var l = terms.From; l < terms.To; l++)
        {
            var picture = (n * TShape.LargeChannels + group * depth + l) * TShape.LargeHeight * TShape.LargeWidth;
            var kernel = (channel * depth + l) * taps;
            for (var i = 0; i < TShape.KernelHeight; i++)
            {
                var largeY = y * TShape.StrideHeight - TShape.PaddingHeight + i * TShape.DilationHeight;
                if (largeY < 0 || largeY >= TShape.LargeHeight) continue;
                for (var j = 0; j < TShape.KernelWidth; j++)
                {
                    var largeX = x * TShape.StrideWidth - TShape.PaddingWidth + j * TShape.DilationWidth;
                    sums = sums.Plus(
                        TileLanes.Read(arguments.Weight.SubView(kernel + i * TShape.KernelWidth + j), depth * taps, lastRow),
                        ConvolutionRead.Row(large, size, picture + largeY * TShape.LargeWidth, largeX, TShape.StrideWidth, TShape.LargeWidth, lastLane));
                }
            }
        }

        return sums;
    }
}
