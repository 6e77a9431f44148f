using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class PoolKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    // Windows side by side, that leave a row and a column over.
    private readonly struct Halves : IPool
    {
        public static int Channels => 3;

        public static int Height => 7;

        public static int Width => 9;

        public static int KernelHeight => 2;

        public static int KernelWidth => 2;

        public static int StrideHeight => 2;

        public static int StrideWidth => 2;

        public static int PaddingHeight => 0;

        public static int PaddingWidth => 0;
    }

    // Windows that overlap, of unequal sides, with a border.
    private readonly struct Overlapping : IPool
    {
        public static int Channels => 2;

        public static int Height => 5;

        public static int Width => 8;

        public static int KernelHeight => 3;

        public static int KernelWidth => 4;

        public static int StrideHeight => 2;

        public static int StrideWidth => 1;

        public static int PaddingHeight => 1;

        public static int PaddingWidth => 2;
    }

    // Windows with pixels between them.
    private readonly struct Sparse : IPool
    {
        public static int Channels => 1;

        public static int Height => 8;

        public static int Width => 8;

        public static int KernelHeight => 1;

        public static int KernelWidth => 2;

        public static int StrideHeight => 3;

        public static int StrideWidth => 3;

        public static int PaddingHeight => 0;

        public static int PaddingWidth => 1;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void PoolsAndTheirGradientsAreTorchs(string device)
    {
        foreach (var batch in new[] { 1, 5 })
        {
            Check<Halves>(device, batch);
            Check<Overlapping>(device, batch);
            Check<Sparse>(device, batch);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OfEqualMaximaTheFirstHasTheGradient(string device)
    {
        var ones = Enumerable.Repeat(1f, 3 * 7 * 9).ToArray();
        var gradients = Pictures.Run(device, PoolKernels.MaxGradient<Halves>, [.. Enumerable.Repeat(1f, 3 * 3 * 4)], ones.Length, ones);
        for (var i = 0; i < gradients.Length; i++)
        {
            var (row, column) = (i / 9 % 7, i % 9);
            Assert.Equal(row < 6 && column < 8 && row % 2 == 0 && column % 2 == 0 ? 1 : 0, gradients[i]);
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, PictureArguments>(PoolKernels.Average<Overlapping>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(PoolKernels.AverageGradient<Overlapping>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(PoolKernels.Max<Overlapping>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(PoolKernels.MaxGradient<Overlapping>).Method);
    }

    private static void Check<TPool>(string device, int batch)
        where TPool : struct, IPool
    {
        var (rows, columns) = (PoolKernels.Rows<TPool>(), PoolKernels.Columns<TPool>());
        var planes = batch * TPool.Channels;
        var x = Numbers.Normal(planes * TPool.Height * TPool.Width, 1);
        var y = Numbers.Normal(planes * rows * columns, 2);
        double[] average = new double[y.Length], averageGradient = new double[x.Length], maxGradient = new double[x.Length];
        var max = new float[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var window = Window<TPool>(i / columns / rows, i / columns % rows, i % columns);
            var share = 1.0 / (TPool.KernelHeight * TPool.KernelWidth);
            var winner = window.MaxBy(at => x[at]);
            max[i] = x[winner];
            maxGradient[winner] += y[i];
            foreach (var at in window)
            {
                average[i] += x[at] * share;
                averageGradient[at] += y[i] * share;
            }
        }

        Numbers.Near(average, Pictures.Run(device, PoolKernels.Average<TPool>, x, y.Length), relative: 1e-6, absolute: 1e-6);
        Numbers.Near(averageGradient, Pictures.Run(device, PoolKernels.AverageGradient<TPool>, y, x.Length), relative: 1e-6, absolute: 1e-6);
        Numbers.Same(max, Pictures.Run(device, PoolKernels.Max<TPool>, x, y.Length, x));
        Numbers.Near(maxGradient, Pictures.Run(device, PoolKernels.MaxGradient<TPool>, y, x.Length, x), relative: 1e-6, absolute: 1e-6);
    }

    private static List<int> Window<TPool>(int plane, int row, int column)
        where TPool : struct, IPool
    {
        var window = new List<int>();
        for (var i = 0; i < TPool.KernelHeight; i++)
        {
            for (var j = 0; j < TPool.KernelWidth; j++)
            {
                var (y, x) = ((row * TPool.StrideHeight) - TPool.PaddingHeight + i, (column * TPool.StrideWidth) - TPool.PaddingWidth + j);
                if (y >= 0 && y < TPool.Height && x >= 0 && x < TPool.Width) window.Add((((plane * TPool.Height) + y) * TPool.Width) + x);
            }
        }

        return window;
    }
}
