using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

/// <summary>Numbers in another order, means over groups of samples, and filters, each against its definition in float64.</summary>
[Collection(nameof(Devices))]
public class MoveKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    // (2, 3, 4) as (4, 2, 3).
    private readonly struct Turned : IPermutation
    {
        public static int Size0 => 1;

        public static int Size1 => 1;

        public static int Size2 => 4;

        public static int Size3 => 2;

        public static int Size4 => 3;

        public static int Stride0 => 0;

        public static int Stride1 => 0;

        public static int Stride2 => 1;

        public static int Stride3 => 12;

        public static int Stride4 => 4;
    }

    private readonly struct UpByTwo : IFir
    {
        public static int Inputs => 4;

        public static int Outputs => 7;

        public static int Up => 2;

        public static int Down => 1;

        public static int Before => 2;

        public static int Taps => 4;

        public static float Tap(int k) => k + 1;
    }

    private readonly struct DownByThree : IFir
    {
        public static int Inputs => 8;

        public static int Outputs => 4;

        public static int Up => 1;

        public static int Down => 3;

        public static int Before => -1;

        public static int Taps => 2;

        public static float Tap(int k) => (2 * k) - 3;
    }

    private readonly struct FiveToThree : ILengths
    {
        public static int Inputs => 5;

        public static int Outputs => 3;
    }

    private readonly struct ThreeToFive : ILengths
    {
        public static int Inputs => 3;

        public static int Outputs => 5;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void DimensionsAreTurned(string device)
    {
        var x = Numbers.Normal(5 * 24, 1);
        var turned = Pictures.Run(device, PermuteKernels.Permute<Turned>, x, x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            var (n, a, b, c) = (i / 24, i / 12 % 2, i / 4 % 3, i % 4);
            Assert.Equal(x[i], turned[(((((n * 4) + c) * 2) + a) * 3) + b]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void MeansAreTakenOverGroups(string device)
    {
        foreach (var (batch, group, width) in new[] { (6, 3, 5), (8, 4, 33), (7, 1, 3), (5, 5, 1) })
        {
            using var arena = new Arena(Devices.Get(device));
            var x = Numbers.Normal(batch * width, 1);
            var (from, to) = (arena.Put(x), arena.Room(x.Length));
            var items = arena.Device.Items(x.Length);
            arena.Device.Load<GroupArguments>(GroupKernels.Mean).Launch(items, new(arena.View, from, to, batch, group, width, items));
            var groups = batch / group;
            var expected = x.Select((_, i) =>
                Enumerable.Range(0, batch).Where(sample => sample % groups == i / width % groups).Average(sample => (double)x[(sample * width) + (i % width)]));
            Numbers.Near([.. expected], arena.Read(to, x.Length), relative: 1e-6, absolute: 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void PicturesAreFiltered(string device)
    {
        Check<Fir<UpByTwo>, Fir<DownByThree>>(device);
        Check<Means<FiveToThree>, Shares<ThreeToFive>>(device);
        Check<Shares<ThreeToFive>, Means<ThreeToFive>>(device);
    }

    [Fact]
    public void SharesAreTheTransposeOfMeans()
    {
        for (var mean = 0; mean < 3; mean++)
        {
            for (var pixel = 0; pixel < 5; pixel++) Assert.Equal(Entry<Means<FiveToThree>>(pixel, mean), Entry<Shares<ThreeToFive>>(mean, pixel));
        }
    }

    [Fact]
    public void AFilterReadsWhatItsDefinitionReads()
    {
        // Output 0 lies on places −2 to 1 of x₀ 0 x₁ 0 …, output 1 on places −1 to 2, with taps 1 to 4.
        Assert.Equal([3, 0, 0, 0], Row<Fir<UpByTwo>>(0));
        Assert.Equal([2, 4, 0, 0], Row<Fir<UpByTwo>>(1));
        Assert.Equal([0, 1, 3, 0], Row<Fir<UpByTwo>>(4));

        // Output 0 begins at place 1, output 1 three places on, with taps −3 and −1.
        Assert.Equal([0, -3, -1, 0, 0, 0, 0, 0], Row<Fir<DownByThree>>(0));
        Assert.Equal([0, 0, 0, 0, -3, -1, 0, 0], Row<Fir<DownByThree>>(1));
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, PictureArguments>(PermuteKernels.Permute<Turned>).Method);
        PtxGate.Check(new Action<Index1D, GroupArguments>(GroupKernels.Mean).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(ResampleKernels.Resample<Fir<UpByTwo>, Fir<DownByThree>>).Method);
        PtxGate.Check(new Action<Index1D, PictureArguments>(ResampleKernels.Resample<Means<FiveToThree>, Shares<ThreeToFive>>).Method);
    }

    private static void Check<TRows, TColumns>(string device)
        where TRows : struct, IBand
        where TColumns : struct, IBand
    {
        const int Planes = 6;
        var x = Numbers.Normal(Planes * TRows.Inputs * TColumns.Inputs, 1);
        var expected = new double[Planes * TRows.Outputs * TColumns.Outputs];
        for (var i = 0; i < expected.Length; i++)
        {
            var (plane, row, column) = (i / TColumns.Outputs / TRows.Outputs, i / TColumns.Outputs % TRows.Outputs, i % TColumns.Outputs);
            for (var y = 0; y < TRows.Inputs; y++)
            {
                for (var u = 0; u < TColumns.Inputs; u++)
                    expected[i] += (double)Entry<TRows>(y, row) * Entry<TColumns>(u, column) * x[(((plane * TRows.Inputs) + y) * TColumns.Inputs) + u];
            }
        }

        Numbers.Near(expected, Pictures.Run(device, ResampleKernels.Resample<TRows, TColumns>, x, expected.Length), relative: 1e-6, absolute: 1e-5);
    }

    private static float[] Row<TBand>(int output)
        where TBand : struct, IBand => [.. Enumerable.Range(0, TBand.Inputs).Select(input => Entry<TBand>(input, output))];

    private static float Entry<TBand>(int input, int output)
        where TBand : struct, IBand => input >= TBand.First(output) && input <= TBand.Last(output) ? TBand.Weight(input, output) : 0;
}
