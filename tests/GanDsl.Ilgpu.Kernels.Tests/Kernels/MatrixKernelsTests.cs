using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class MatrixKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    private interface IFlags
    {
        static abstract bool First { get; }

        static abstract bool Second { get; }
    }

    private readonly struct Neither : IFlags
    {
        public static bool First => false;

        public static bool Second => false;
    }

    private readonly struct Both : IFlags
    {
        public static bool First => true;

        public static bool Second => true;
    }

    private readonly struct OnlyFirst : IFlags
    {
        public static bool First => true;

        public static bool Second => false;
    }

    private readonly struct OnlySecond : IFlags
    {
        public static bool First => false;

        public static bool Second => true;
    }

    private readonly struct Sizes<TFlags> : IBatchMatMul
        where TFlags : struct, IFlags
    {
        public static int Rows => 5;

        public static int Inner => 7;

        public static int Columns => 3;

        public static bool TransposesFirst => TFlags.First;

        public static bool TransposesSecond => TFlags.Second;
    }

    private readonly struct Picture3x13 : IExtent
    {
        public static int Channels => 3;

        public static int Pixels => 13;
    }

    private readonly struct Picture16x8 : IExtent
    {
        public static int Channels => 16;

        public static int Pixels => 8;
    }

    private readonly struct Picture1x9 : IExtent
    {
        public static int Channels => 1;

        public static int Pixels => 9;
    }

    private readonly struct Row : IExtent
    {
        public static int Channels => 1;

        public static int Pixels => 9;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ProductsOfMatricesOfEachSample(string device)
    {
        Check<Neither>(device);
        Check<Both>(device);
        Check<OnlyFirst>(device);
        Check<OnlySecond>(device);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheLargestOfEachSample(string device)
    {
        var x = Numbers.Normal(11 * 9, 1);
        Numbers.Same([.. x.Chunk(9).Select(row => row.Max())], Pictures.Run(device, MatrixKernels.Largest<Row>, x, 11));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void RowsBecomeColumns(string device)
    {
        CheckTranspose<Picture3x13>(device, samples: 2);
        CheckTranspose<Picture16x8>(device, samples: 1);
        CheckTranspose<Picture1x9>(device, samples: 3);
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, PictureArguments>(MatrixKernels.Transpose<Picture3x13>).Method);
        PtxGate.Check(new Action<Index1D, BatchMatMulArguments>(MatrixKernels.BatchMatMul<Sizes<OnlyFirst>>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(MatrixKernels.Largest<Row>).Method);
    }

    private static void CheckTranspose<TExtent>(string device, int samples)
        where TExtent : struct, IExtent
    {
        var (rows, columns) = (TExtent.Channels, TExtent.Pixels);
        var x = Numbers.Normal(samples * rows * columns, 1);
        var expected = from n in Enumerable.Range(0, samples)
                       from column in Enumerable.Range(0, columns)
                       from row in Enumerable.Range(0, rows)
                       select x[(((n * rows) + row) * columns) + column];
        using var arena = new Arena(Devices.Get(device));
        var (from, to) = (arena.Put(x), arena.Room(x.Length));

        // Fewer items than tiles: each does several.
        var items = Math.Max(1, MatrixKernels.TransposeTiles<TExtent>(samples) / 2);
        arena.Device.Load<PictureArguments>(MatrixKernels.Transpose<TExtent>).Launch(items, new(arena.View, from, to, x.Length, items));
        Numbers.Same([.. expected], arena.Read(to, x.Length));
    }

    private static void Check<TFlags>(string device)
        where TFlags : struct, IFlags
    {
        const int Samples = 4, Rows = 5, Inner = 7, Columns = 3;
        var (a, b) = (Numbers.Normal(Samples * Rows * Inner, 1), Numbers.Normal(Samples * Inner * Columns, 2));
        var expected = new double[Samples * Rows * Columns];
        for (var i = 0; i < expected.Length; i++)
        {
            var (n, row, column) = (i / Columns / Rows, i / Columns % Rows, i % Columns);
            for (var k = 0; k < Inner; k++)
            {
                var first = a[(n * Rows * Inner) + (TFlags.First ? (k * Rows) + row : (row * Inner) + k)];
                expected[i] += (double)first * b[(n * Inner * Columns) + (TFlags.Second ? (column * Inner) + k : (k * Columns) + column)];
            }
        }

        using var arena = new Arena(Devices.Get(device));
        var (from, with, to) = (arena.Put(a), arena.Put(b), arena.Room(expected.Length));
        var items = arena.Device.Items(expected.Length);
        arena.Device.Load<BatchMatMulArguments>(MatrixKernels.BatchMatMul<Sizes<TFlags>>)
            .Launch(items, new(arena.View, from, with, to, expected.Length, items));
        Numbers.Near(expected, arena.Read(to, expected.Length), relative: 1e-6, absolute: 1e-5);
    }
}
