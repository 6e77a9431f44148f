using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class ResampleKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    private readonly struct Uneven : IUpsample
    {
        public static int Channels => 3;

        public static int Height => 5;

        public static int Width => 7;

        public static int ScaleHeight => 2;

        public static int ScaleWidth => 3;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void PixelsAreRepeatedAndBlocksSummed(string device)
    {
        foreach (var batch in new[] { 1, 5 })
        {
            var x = Numbers.Normal(batch * 3 * 5 * 7, 1);
            var y = Numbers.Normal(batch * 3 * 10 * 21, 2);
            var large = new float[y.Length];
            var sums = new double[x.Length];
            for (var i = 0; i < y.Length; i++)
            {
                var (plane, row, column) = (i / 210, i / 21 % 10, i % 21);
                var source = (((plane * 5) + (row / 2)) * 7) + (column / 3);
                large[i] = x[source];
                sums[source] += y[i];
            }

            Numbers.Same(large, Pictures.Run(device, ResampleKernels.UpsampleNearest<Uneven>, x, y.Length));
            Numbers.Near(sums, Pictures.Run(device, ResampleKernels.BlockSum<Uneven>, y, x.Length), relative: 1e-6, absolute: 1e-6);
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, PictureArguments>(ResampleKernels.UpsampleNearest<Uneven>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(ResampleKernels.BlockSum<Uneven>).Method);
    }
}
