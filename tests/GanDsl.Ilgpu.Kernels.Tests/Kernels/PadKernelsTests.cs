using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class PadKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    private interface IMode
    {
        static abstract PaddingMode Mode { get; }
    }


    private readonly struct Zeros : IMode
    {
        public static PaddingMode Mode => PaddingMode.Zeros;
    }

    private readonly struct Reflect : IMode
    {
        public static PaddingMode Mode => PaddingMode.Reflect;
    }

    private readonly struct Replicate : IMode
    {
        public static PaddingMode Mode => PaddingMode.Replicate;
    }

    private readonly struct Circular : IMode
    {
        public static PaddingMode Mode => PaddingMode.Circular;
    }

    // The widest borders that reflection takes.
    private readonly struct Wide<TMode> : IPad
        where TMode : struct, IMode
    {
        public static int Channels => 3;

        public static int Height => 4;

        public static int Width => 5;

        public static int Top => 3;

        public static int Bottom => 3;

        public static int Left => 4;

        public static int Right => 4;

        public static PaddingMode Mode => TMode.Mode;
    }

    private readonly struct Uneven<TMode> : IPad
        where TMode : struct, IMode
    {
        public static int Channels => 2;

        public static int Height => 7;

        public static int Width => 3;

        public static int Top => 0;

        public static int Bottom => 2;

        public static int Left => 1;

        public static int Right => 0;

        public static PaddingMode Mode => TMode.Mode;
    }

    private readonly struct Pixel<TMode> : IPad
        where TMode : struct, IMode
    {
        public static int Channels => 1;

        public static int Height => 1;

        public static int Width => 1;

        public static int Top => 1;

        public static int Bottom => 1;

        public static int Left => 1;

        public static int Right => 1;

        public static PaddingMode Mode => TMode.Mode;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BordersAreTorchs(string device)
    {
        AllOf<Zeros>(device);
        AllOf<Reflect>(device);
        AllOf<Replicate>(device);
        AllOf<Circular>(device);
        Check<Pixel<Zeros>>(device, 1);
        Check<Pixel<Replicate>>(device, 2);
        Check<Pixel<Circular>>(device, 3);
    }

    // torch.nn.functional.pad(torch.tensor([[[[1., 2, 3]]]]), (2, 2, 0, 0), mode).
    [Theory]
    [InlineData(PaddingMode.Zeros, new[] { 0f, 0, 1, 2, 3, 0, 0 })]
    [InlineData(PaddingMode.Reflect, new[] { 3f, 2, 1, 2, 3, 2, 1 })]
    [InlineData(PaddingMode.Replicate, new[] { 1f, 1, 1, 2, 3, 3, 3 })]
    [InlineData(PaddingMode.Circular, new[] { 2f, 3, 1, 2, 3, 1, 2 })]
    public void TheReferenceIsTorchs(PaddingMode mode, float[] expected) =>
        Assert.Equal(expected, Enumerable.Range(-2, 7).Select(at => Behind(at, 3, mode) is { } source ? source + 1f : 0));

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, PictureArguments>(PadKernels.Pad<Wide<Reflect>>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(PadKernels.PadAdjoint<Wide<Reflect>>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(PadKernels.PadAdjoint<Wide<Circular>>).Method);
    }

    private static void AllOf<TMode>(string device)
        where TMode : struct, IMode
    {
        foreach (var batch in new[] { 1, 5 })
        {
            Check<Wide<TMode>>(device, batch);
            Check<Uneven<TMode>>(device, batch);
        }
    }

    private static void Check<TPad>(string device, int batch)
        where TPad : struct, IPad
    {
        var (rows, columns) = (TPad.Top + TPad.Height + TPad.Bottom, TPad.Left + TPad.Width + TPad.Right);
        var planes = batch * TPad.Channels;
        var x = Numbers.Normal(planes * TPad.Height * TPad.Width, 1);
        var y = Numbers.Normal(planes * rows * columns, 2);
        var padded = new float[y.Length];
        var folded = new double[x.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var row = Behind((i / columns % rows) - TPad.Top, TPad.Height, TPad.Mode);
            var column = Behind((i % columns) - TPad.Left, TPad.Width, TPad.Mode);
            if (row is null || column is null) continue;
            var source = (int)((((i / columns / rows * TPad.Height) + row) * TPad.Width) + column);
            padded[i] = x[source];
            folded[source] += y[i];
        }

        Numbers.Same(padded, Pictures.Run(device, PadKernels.Pad<TPad>, x, y.Length));
        Numbers.Near(folded, Pictures.Run(device, PadKernels.PadAdjoint<TPad>, y, x.Length), relative: 1e-6, absolute: 1e-6);
    }

    private static int? Behind(int at, int size, PaddingMode mode) => mode switch
    {
        PaddingMode.Zeros => at >= 0 && at < size ? at : null,
        PaddingMode.Reflect => at < 0 ? -at : at < size ? at : (2 * size) - 2 - at,
        PaddingMode.Replicate => Math.Clamp(at, 0, size - 1),
        _ => ((at % size) + size) % size,
    };
}
