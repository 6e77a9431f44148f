using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class RandomKernelsTests
{
    private const int Many = 200_000;

    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void NumbersAreTheHosts(string device)
    {
        foreach (var count in new[] { 1, 2, 3, 4, 5, 1003 })
        {
            var random = new IlgpuRandom(-7) { Calls = 1L << 33 };
            var expected = new float[count];
            random.FillNormal(expected, 0.5, 2);

            // Devices differ in the last bits, where they take a·b + c as one operation.
            Numbers.Near(
                [.. expected.Select(value => (double)value)], Draw(device, RandomKernels.Normal, count, seed: -7, call: 1L << 33, shift: 0.5f, scale: 2),
                relative: 2e-6, absolute: 4e-6);
            random.FillUniform(expected, 0.25);
            Numbers.Near(
                [.. expected.Select(value => (double)value)],
                Draw(device, RandomKernels.Uniform, count, seed: -7, call: (1L << 33) + 1, shift: -0.25f, scale: 0.5f),
                relative: 0,
                absolute: 3e-8);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NormalsAreNormal(string device)
    {
        var values = Draw(device, RandomKernels.Normal, Many);
        var mean = values.Average(value => (double)value);
        var variance = values.Average(value => (value - mean) * (value - mean));

        // Five standard errors: 1/√n and √(2/n).
        Assert.InRange(mean, -5 / Math.Sqrt(Many), 5 / Math.Sqrt(Many));
        Assert.InRange(variance, 1 - (5 * Math.Sqrt(2.0 / Many)), 1 + (5 * Math.Sqrt(2.0 / Many)));
        Assert.True(Distribution.KolmogorovSmirnov(values, Distribution.Normal) < Distribution.Bound(Many));

        // Neighbours of one quad are independent: their products average to 0.
        for (var lag = 1; lag < 4; lag++)
        {
            var product = values.Zip(values.Skip(lag), (a, b) => (double)a * b).Average();
            Assert.InRange(product, -5 / Math.Sqrt(Many), 5 / Math.Sqrt(Many));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void UniformsAreUniform(string device)
    {
        var values = Draw(device, RandomKernels.Uniform, Many);
        Assert.All(values, value => Assert.InRange(value, 0, 1 - MathF.Pow(2, -24)));
        Assert.True(Distribution.KolmogorovSmirnov(values, x => x) < Distribution.Bound(Many));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OnesComeWithTheirProbability(string device)
    {
        foreach (var probability in new[] { 0, 0.3f, 1 })
        {
            var values = Draw(device, RandomKernels.Bernoulli, Many, probability: probability);
            Assert.All(values, value => Assert.True(value is 0 or 1));
            Assert.InRange(
                values.Average(),
                probability - (5 * MathF.Sqrt(probability * (1 - probability) / Many)),
                probability + (5 * MathF.Sqrt(probability * (1 - probability) / Many)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OtherSeedsCallsAndStreamsGiveOtherNumbers(string device)
    {
        var values = Draw(device, RandomKernels.Normal, 100, seed: 7, call: 3, stream: 1);
        Numbers.Same(values, Draw(device, RandomKernels.Normal, 100, seed: 7, call: 3, stream: 1));
        foreach (var (seed, call, stream) in new[] { (8L, 3L, 1), (7 + (1L << 32), 3, 1), (7, 4, 1), (7, 3 + (1L << 32), 1), (7, 3, 2) })
        {
            var others = Draw(device, RandomKernels.Normal, 100, seed, call, stream);
            Assert.DoesNotContain(values.PairedWith(others), pair => pair.First == pair.Second);
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, RandomArguments>(RandomKernels.Normal).Method);
        PtxGate.Check(new Action<Index1D, RandomArguments>(RandomKernels.Uniform).Method);
        PtxGate.Check(new Action<Index1D, RandomArguments>(RandomKernels.Bernoulli).Method);
    }

    private static float[] Draw(
        string device,
        Action<Index1D, RandomArguments> kernel,
        int count,
        long seed = 1,
        long call = 0,
        int stream = 0,
        float shift = 0,
        float scale = 1,
        float probability = 0.5f)
    {
        using var arena = new Arena(Devices.Get(device), count + 100);
        var output = arena.Room(count);
        var items = arena.Device.Items(RandomKernels.Quads(count));
        arena.Device.Load(kernel).Launch(items, new(arena.View, output, count, items, seed, call, stream, shift, scale, probability));
        return arena.Read(output, count);
    }
}
