using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

public static partial class ConvolutionKernels
{
    /// <summary>
    /// PyTorch: <c>torch.nn.functional.conv_transpose2d(small, weight)</c>, and the gradient of conv2d's input.
    /// large[n, l, Y, X] = epilogue(Σ_s,i,j small[n, s, y, x] · weight[s, l, i, j]) over the taps with y·stride − padding + i·dilation = Y, and so for X;
    /// slices cut s.
    /// </summary>
    /// <param name="item">The work item, below <see cref="ConvTranspose2dItems{TShape}"/>: 8 channels × 8 pixels of a row that are a stride apart.</param>
    /// <param name="arguments">The operands.</param>
    public static void ConvTranspose2d<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var channels = TShape.LargeChannels / TShape.Groups;
        int rest = item;
        // Pixels that are a stride apart share their taps: a phase. The first phases have one pixel more where the stride does not divide the width.
        var phase = rest % TShape.StrideWidth;
        rest /= TShape.StrideWidth;
        var tile = rest % TileSpan.Tiles(PhaseWidth<TShape>());
        rest /= TileSpan.Tiles(PhaseWidth<TShape>());
        var y = rest % TShape.LargeHeight;
        rest /= TShape.LargeHeight;
        var rows = new TileSpan(rest % TileSpan.Tiles(channels), channels);
        rest /= TileSpan.Tiles(channels);
        var group = rest % TShape.Groups;
        rest /= TShape.Groups;
        var n = rest % arguments.Batch;
        var slice = rest / arguments.Batch;

        var width = (TShape.LargeWidth - phase + TShape.StrideWidth - 1) / TShape.StrideWidth;
        if (tile * Tile.Side >= width) return;
        var lanes = new TileSpan(tile, width);
        var x = phase + lanes.Start * TShape.StrideWidth;
        var channel = rows.Start;
        var sums = TransposeSums<TShape>(
            arguments, n, group, channel, rows.Last, y, x, lanes.Last, new TileSlice(slice, arguments.Slices, TShape.SmallChannels / TShape.Groups));

        var pixels = TShape.LargeHeight * TShape.LargeWidth;
        channel += group * channels;
        var output = new TileOutput((n * TShape.LargeChannels + channel) * pixels + y * TShape.LargeWidth + x, pixels, TShape.StrideWidth)
        {
            Channel = channel,
            ChannelRowStep = 1,
            Sample = n,
        };
        var size = arguments.Batch * TShape.LargeChannels * pixels;
        if (arguments.Slices > 1) output.WriteSlice(sums, rows, lanes, arguments.Large.SubView((long)slice * size));
        else output.Write<TEpilogue>(sums, rows, lanes, arguments.Large, arguments.Operands);
    }

    /// <summary>How many work items <see cref="ConvTranspose2d"/> takes.</summary>
    public static int ConvTranspose2dItems<TShape>(int batch, int slices = 1)
        where TShape : struct, IConvolution =>
        TShape.StrideWidth * TileSpan.Tiles(PhaseWidth<TShape>()) * TShape.LargeHeight * TileSpan.Tiles(TShape.LargeChannels / TShape.Groups) * TShape.Groups
        * batch * slices;

    // Pixels of the widest phase.
    private static int PhaseWidth<TShape>()
        where TShape : struct, IConvolution => (TShape.LargeWidth + TShape.StrideWidth - 1) / TShape.StrideWidth;

    private static Tile TransposeSums<TShape>(
        ContractionArguments arguments, int n, int group, int channel, int lastRow, int y, int x, int lastLane, TileSlice terms)
        where TShape : struct, IConvolution
    {
        var width = TShape.LargeChannels / TShape.Groups;
        var depth = TShape.SmallChannels / TShape.Groups;
        var taps = TShape.KernelHeight * TShape.KernelWidth;
        var small = arguments.Small;
        var size = (long)arguments.Batch * TShape.SmallChannels * TShape.SmallHeight * TShape.SmallWidth;

        // The first tap that meets this row, and how far it is to the next such tap and its small row; so for columns.
        var i0 = FirstTap(y + TShape.PaddingHeight, TShape.StrideHeight, TShape.DilationHeight, TShape.KernelHeight);
        var j0 = FirstTap(x + TShape.PaddingWidth, TShape.StrideWidth, TShape.DilationWidth, TShape.KernelWidth);
        var iStep = TapStep(TShape.StrideHeight, TShape.DilationHeight);
        var jStep = TapStep(TShape.StrideWidth, TShape.DilationWidth);

        var sums = new Tile();
        for (var s = terms.From; s < terms.To; s++)
        {
            var picture = (n * TShape.SmallChannels + group * depth + s) * TShape.SmallHeight * TShape.SmallWidth;
            var kernel = ((group * depth + s) * width + channel) * taps;
            var smallY = (y + TShape.PaddingHeight - i0 * TShape.DilationHeight) / TShape.StrideHeight;
            for (var i = i0; i < TShape.KernelHeight; i += iStep)
            {
                if (smallY >= 0 && smallY < TShape.SmallHeight)
                {
                    var smallX = (x + TShape.PaddingWidth - j0 * TShape.DilationWidth) / TShape.StrideWidth;
                    for (var j = j0; j < TShape.KernelWidth; j += jStep)
                    {
                        sums = sums.Plus(
                            TileLanes.Read(arguments.Weight.SubView(kernel + i * TShape.KernelWidth + j), taps, lastRow),
                            ConvolutionRead.Row(small, size, picture + smallY * TShape.SmallWidth, smallX, 1, TShape.SmallWidth, lastLane));
                        smallX -= jStep * TShape.DilationWidth / TShape.StrideWidth;
                    }
                }

                smallY -= iStep * TShape.DilationHeight / TShape.StrideHeight;
            }
        }

        return sums;
    }

    // The smallest tap with stride | at − tap · dilation; the kernel's size where there is none.
    private static int FirstTap(int at, int stride, int dilation, int kernel)
    {
        var tap = 0;
        while (tap < kernel && (at - tap * dilation) % stride != 0) tap++;
        return tap;
    }

    // The smallest step with stride | step · dilation.
    private static int TapStep(int stride, int dilation)
    {
        var step = 1;
        while (step * dilation % stride != 0) step++;
        return step;
    }
}
