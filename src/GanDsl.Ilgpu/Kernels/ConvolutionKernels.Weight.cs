using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

public static partial class ConvolutionKernels
{
    // Lanes hold runs of four taps of a kernel row: the pixels read for a run are in one row of the picture, too.
    // A kernel row whose length is not a multiple of four ends in a run with extra taps, which are summed but not stored.
    private const int Run = 4;

    /// <summary>
    /// PyTorch: <c>torch.nn.grad.conv2d_weight(large, weight.shape, small)</c>, and the gradient of conv_transpose2d's weight.
    /// weight[s, l, i, j] = epilogue(Σ_n,y,x small[n, s, y, x] · large[n, l, y·stride − padding + i·dilation, …]); slices cut the batch.
    /// </summary>
    /// <param name="item">The work item, below <see cref="Conv2dWeightItems{TShape}"/>: 8 small channels × 8 taps.</param>
    /// <param name="arguments">The operands.</param>
    public static void Conv2dWeight<TShape, TEpilogue>(Index1D item, ContractionArguments arguments)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var channels = TShape.SmallChannels / TShape.Groups;
        int rest = item;
        var lanes = new TileSpan(rest % TileSpan.Tiles(Runs<TShape>() * Run), Runs<TShape>() * Run);
        rest /= TileSpan.Tiles(Runs<TShape>() * Run);
        var rows = new TileSpan(rest % TileSpan.Tiles(channels), channels);
        rest /= TileSpan.Tiles(channels);
        var group = rest % TShape.Groups;
        var slice = rest / TShape.Groups;

        var channel = group * channels + rows.Start;
        var sums = WeightSums<TShape>(arguments, group, channel, rows.Last, lanes.Start / Run, new TileSlice(slice, arguments.Slices, arguments.Batch));

        var filter = TShape.LargeChannels / TShape.Groups * TShape.KernelHeight * TShape.KernelWidth;
        if (arguments.Slices <= 1)
        {
            WriteTaps<TShape, TEpilogue>(sums, channel, rows, lanes, arguments.Weight, arguments.Operands);
            return;
        }

        var to = arguments.Weight.SubView((long)slice * TShape.SmallChannels * filter);
        if (TShape.KernelWidth % Run == 0 && rows.Last == Tile.Side - 1 && lanes.Last == Tile.Side - 1)
            sums.Write(to.SubView(channel * filter + lanes.Start), filter);
        else WriteTaps<TShape, Plain>(sums, channel, rows, lanes, to, default);
    }

    /// <summary>How many work items <see cref="Conv2dWeight"/> takes.</summary>
    public static int Conv2dWeightItems<TShape>(int batch, int slices = 1)
        where TShape : struct, IConvolution =>
        TileSpan.Tiles(Runs<TShape>() * Run) * TileSpan.Tiles(TShape.SmallChannels / TShape.Groups) * TShape.Groups * slices;

    private static int RunsARow<TShape>()
        where TShape : struct, IConvolution => (TShape.KernelWidth + Run - 1) / Run;

    // The runs of a filter: (large channels of a group, kernel height, runs per row).
    private static int Runs<TShape>()
        where TShape : struct, IConvolution => TShape.LargeChannels / TShape.Groups * TShape.KernelHeight * RunsARow<TShape>();

    private static Tile WeightSums<TShape>(ContractionArguments arguments, int group, int channel, int lastRow, int run, TileSlice terms)
        where TShape : struct, IConvolution
    {
        var nextRun = Math.Min(run + 1, Runs<TShape>() - 1);
        var topA = run / RunsARow<TShape>() % TShape.KernelHeight * TShape.DilationHeight - TShape.PaddingHeight;
        var topB = nextRun / RunsARow<TShape>() % TShape.KernelHeight * TShape.DilationHeight - TShape.PaddingHeight;
        var leftA = run % RunsARow<TShape>() * Run * TShape.DilationWidth - TShape.PaddingWidth;
        var leftB = nextRun % RunsARow<TShape>() * Run * TShape.DilationWidth - TShape.PaddingWidth;
        var pixels = TShape.LargeHeight * TShape.LargeWidth;
        var pictureA = (group * (TShape.LargeChannels / TShape.Groups) + run / (RunsARow<TShape>() * TShape.KernelHeight)) * pixels;
        var pictureB = (group * (TShape.LargeChannels / TShape.Groups) + nextRun / (RunsARow<TShape>() * TShape.KernelHeight)) * pixels;

        var sums = new Tile();
        for (var n = terms.From; n < terms.To; n++)
        {
            var large = arguments.Large.SubView(n * TShape.LargeChannels * pixels);
            var small = arguments.Small.SubView((n * TShape.SmallChannels + channel) * TShape.SmallHeight * TShape.SmallWidth);
            for (var y = 0; y < TShape.SmallHeight; y++)
            {
                var yA = y * TShape.StrideHeight + topA;
                var yB = y * TShape.StrideHeight + topB;
                for (var x = 0; x < TShape.SmallWidth; x++)
                {
                    var lanes = ConvolutionRead.Runs<TShape>(
                        large, pictureA, yA, x * TShape.StrideWidth + leftA, pictureB, yB, x * TShape.StrideWidth + leftB);
                    sums = sums.Plus(TileLanes.Read(small.SubView(y * TShape.SmallWidth + x), TShape.SmallHeight * TShape.SmallWidth, lastRow), lanes);
                }
            }
        }

        return sums;
    }

    private static void WriteTaps<TShape, TEpilogue>(Tile sums, int channel, TileSpan rows, TileSpan lanes, ArrayView<float> to, Operands operands)
        where TShape : struct, IConvolution
        where TEpilogue : struct, IEpilogue
    {
        var filter = TShape.LargeChannels / TShape.Groups * TShape.KernelHeight * TShape.KernelWidth;
        for (var row = 0; row <= rows.Last; row++)
        {
            var taps = sums.R0;
            for (var lane = 0; lane <= lanes.Last; lane++)
            {
                var run = (lanes.Start + lane) / Run;
                var j = run % RunsARow<TShape>() * Run + lane % Run;
                if (row >= rows.First && lane >= lanes.First && j < TShape.KernelWidth)
                {
                    var at = (channel + row) * filter + run / RunsARow<TShape>() * TShape.KernelWidth + j;
                    to[at] = TEpilogue.Apply(taps.V0, new Place(at, 0, 0), operands);
                }

                taps = taps.Rotated;
            }

            sums = sums.Rotated;
        }
    }
}
