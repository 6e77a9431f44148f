using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class FunctionsTests
{
    // From subnormal to overflow, both signs, and around where forms change.
    private static readonly float[] Points =
    [
        .. new[]
        {
            0, 1e-30f, 1e-10f, 1e-6f, 1e-4f, 1e-3f, 0.01f, 0.1f, 0.3f, 0.5f, 0.9f, 0.999f, 1, 1.001f, 1.5f, 2, 3, 5, 8, 9.5f, 15, 20, 40, 80, 100, 1e4f, 1e30f
        }
            .SelectMany(x => new[] { x, -x }),
    ];

    public static TheoryData<string> All => Devices.Names;

    private readonly struct Every : IMap
    {
        public static float Apply(Place at, Operands operands)
        {
            var x = operands.A(at.Sample);
            return at.Channel switch
            {
                0 => Functions.Sigmoid(x),
                1 => Functions.Softplus(x),
                2 => Functions.Tanh(x),
                3 => Functions.Select(x, 3, 4),
                4 => Functions.Expm1(x),
                5 => Functions.Sqrt(MathF.Abs(x)),
                6 => Functions.Rsqrt(MathF.Abs(x) + 1),
                7 => Functions.Exp(x),
                8 => Functions.Log(MathF.Abs(x)),
                9 => Functions.Log1p(MathF.Min(MathF.Abs(x), 1)),
                _ => Functions.Erf(x),
            };
        }
    }

    private readonly struct Eleven : IExtent
    {
        public static int Channels => 11;

        public static int Pixels => 1;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void FunctionsAreRightEverywhere(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        var (a, output) = (arena.Put(Points), arena.Room(Points.Length * 11));
        var items = arena.Device.Items(Points.Length * 11);
        arena.Device.Load<MapArguments>(MapKernels.Map<Eleven, Every>).Launch(items, new(arena.View, output, Points.Length * 11, items, new(arena.View, a)));
        var actual = arena.Read(output, Points.Length * 11);
        for (var i = 0; i < Points.Length; i++)
        {
            var x = (double)Points[i];
            var size = Math.Abs(x);
            double[] expected =
            [
                1 / (1 + Math.Exp(-x)), Softplus(x), Math.Tanh(x), x > 0 ? 3 : 4, size > 1 ? Math.Exp(x) - 1 : Expm1(x),
                Math.Sqrt(size), 1 / Math.Sqrt(size + 1), Math.Exp(x), Math.Log(size), Log1p(Math.Min(size, 1)), Erf(x),
            ];
            for (var function = 0; function < 11; function++) Near(function, Points[i], expected[function], actual[(i * 11) + function]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NaNStaysNaNAndInfinityIsNoAccident(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        var (a, output) = (arena.Put(float.NaN, float.PositiveInfinity, float.NegativeInfinity), arena.Room(33));
        var items = arena.Device.Items(33);
        arena.Device.Load<MapArguments>(MapKernels.Map<Eleven, Every>).Launch(items, new(arena.View, output, 33, items, new(arena.View, a)));
        var actual = arena.Read(output, 33);
        foreach (var function in new[] { 0, 1, 2, 4, 5, 6, 7, 8, 10 }) Assert.True(float.IsNaN(actual[function]), $"function {function}: {actual[function]}");
        Assert.Equal([1, float.PositiveInfinity, 1], actual[11..14]);
        Assert.Equal([0, 0, -1], actual[22..25]);
        Assert.Equal([float.PositiveInfinity, 0], [actual[18], actual[29]]);
        Assert.Equal(float.PositiveInfinity, actual[19]);
        Assert.Equal([1, -1], [actual[21], actual[32]]);
    }

    [Fact]
    public void ExponentialAndLogarithmAreRightInBetween()
    {
        for (var x = -87.0; x < 88; x += 0.0137) Assert.InRange(Functions.Exp((float)x) / Math.Exp((float)x), 1 - 2e-7, 1 + 2e-7);
        for (var x = 1e-40; x < 1e38; x *= 1.0137) Assert.InRange(Functions.Log((float)x) / Math.Log((float)x), 1 - 2e-7, 1 + 2e-7);
        for (var x = -60.00001; x < 88; x += 0.00737) Assert.InRange(Functions.Expm1((float)x) / Expm1((float)x), 1 - 4e-7, 1 + 4e-7);
        for (var x = 1e-8; x < 1e8; x *= 1.0137) Assert.InRange(Functions.Pow((float)x, -1.5f) / Math.Pow((float)x, -1.5), 1 - 3e-6, 1 + 3e-6);
        for (var x = -5.0; x < 5; x += 0.00037) Assert.InRange(Functions.Erf((float)x) / Erf((float)x), 1 - 3e-7, 1 + 3e-7);
        for (var x = -20.0; x < 20; x += 0.00137) Assert.InRange(Functions.Tanh((float)x) / Math.Tanh((float)x), 1 - 3e-7, 1 + 3e-7);
    }

    /// <summary>Absolute, as what is made of them is: 10⁻⁷ to two turns, 2·10⁻⁷ to 600.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void AnglesAndFloorsAreRight(string device)
    {
        float[] points = [.. Enumerable.Range(-4000, 8001).Select(i => i * 0.00321f), .. Enumerable.Range(-900, 1801).Select(i => i * 4.1f), 0.5f, -0.5f, 7, -7,
            1e-30f, -1e-30f];
        using var arena = new Arena(Devices.Get(device));
        var (a, output) = (arena.Put(points), arena.Room(points.Length * 3));
        var items = arena.Device.Items(points.Length * 3);
        arena.Device.Load<MapArguments>(MapKernels.Map<Three, Turns>).Launch(items, new(arena.View, output, points.Length * 3, items, new(arena.View, a)));
        var actual = arena.Read(output, points.Length * 3);
        for (var i = 0; i < points.Length; i++)
        {
            var x = (double)points[i];
            var tolerance = Math.Abs(x) < 13 ? 1e-7 : 2e-7;
            Assert.InRange(actual[3 * i] - Math.Cos(x), -tolerance, tolerance);
            Assert.InRange(actual[(3 * i) + 1] - Math.Sin(x), -tolerance, tolerance);
            Assert.Equal(Math.Floor(x), actual[(3 * i) + 2]);
        }

        PtxGate.Check(new Action<Index1D, MapArguments>(MapKernels.Map<Three, Turns>).Method);
    }

    private readonly struct Turns : IMap
    {
        public static float Apply(Place at, Operands operands)
        {
            var x = operands.A(at.Sample);
            return at.Channel switch
            {
                0 => Functions.Cos(x),
                1 => Functions.Sin(x),
                _ => Functions.Floor(x),
            };
        }
    }

    private readonly struct Three : IExtent
    {
        public static int Channels => 3;

        public static int Pixels => 1;
    }

    [Fact]
    public void FunctionsStayInRegistersOnCuda() => PtxGate.Check(new Action<Index1D, MapArguments>(MapKernels.Map<Eleven, Every>).Method);

    // Relative 10⁻⁶, but for what is below float32's normal numbers, which devices may flush to 0, and above its largest.
    private static void Near(int function, float x, double expected, float actual)
    {
        var rounded = (float)expected;
        if (float.IsInfinity(rounded))
        {
            Assert.Equal(rounded, actual);
            return;
        }

        Assert.True(
            Math.Abs(actual - expected) <= (1e-6 * Math.Abs(expected)) + 1.2e-38, $"function {function} at {x:g9}: {actual:g9} instead of {expected:g9}");
    }

    // Simpson's rule over the integral that it is; from 7 on it is 1.
    private static double Erf(double x)
    {
        const int Steps = 2000;
        if (Math.Abs(x) > 7) return Math.Sign(x);
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
        {
            var t = x * i / Steps;
            sum += (i == 0 || i == Steps ? 1 : i % 2 == 0 ? 2 : 4) * Math.Exp(-t * t);
        }

        return 2 / Math.Sqrt(Math.PI) * sum * x / Steps / 3;
    }

    // 2·sinh(x/2)·e^(x/2): nothing cancels.
    private static double Expm1(double x) => 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    private static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    // log(1 + x) without losing x: the rounding of 1 + x cancels in the quotient (Goldberg 1991).
    private static double Log1p(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
