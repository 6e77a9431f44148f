using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class SumKernelsTests
{
    // Interleaved and contiguous, some with more slices than terms.
    private static readonly Slicing[] Cuts =
        [new(1), new(3), new(3, contiguous: true), new(16), new(16, contiguous: true), new(250), new(250, contiguous: true)];

    public static TheoryData<string> All => Devices.Names;

    private readonly struct One : ITerms
    {
        public static int Count => 1;

        public static Sums Apply(Place at, Operands operands) => new(operands.A(at.Index));
    }

    private readonly struct Four : ITerms
    {
        public static int Count => 4;

        public static Sums Apply(Place at, Operands operands)
        {
            var a = operands.A(at.Index);
            return new(a, a * operands.B(at.Index), a * operands.C(at.Channel), a * operands.D(at.Sample));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SumsByChannelAreRight(string device)
    {
        foreach (var batch in new[] { 1, 2, 37 })
        {
            foreach (var cut in Cuts)
            {
                Channels<E1x1, One>(device, batch, cut);
                Channels<E67x1, Four>(device, batch, cut);
                Channels<E5x35, Four>(device, batch, cut);
                Channels<E1x7, One>(device, batch, cut);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SumsBySampleAreRight(string device)
    {
        foreach (var batch in new[] { 1, 2, 37 })
        {
            foreach (var cut in Cuts)
            {
                Samples<E1x1, One>(device, batch, cut);
                Samples<E67x1, Four>(device, batch, cut);
                Samples<E5x35, Four>(device, batch, cut);
                Samples<E1x7, One>(device, batch, cut);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EqualRunsGiveEqualBits(string device)
    {
        var first = Channels<E5x35, Four>(device, 37, 16);
        Numbers.Same(first, Channels<E5x35, Four>(device, 37, 16));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ALongSumInOneSliceLosesLittle(string device)
    {
        const int Count = 300_000;
        using var arena = new Arena(Devices.Get(device), Count + 100);
        var values = Numbers.Normal(Count, seed: 1, mean: 1, std: 0.1);
        var (a, sum) = (arena.Put(values), arena.Room(1));
        arena.Device.Load<SumArguments>(SumKernels.ToChannels<E1x1, One>).Launch(1, new(arena.View, 0, sum, Count, 1, new(arena.View, a)));

        // One after the other they would be 10⁻⁴ off or more.
        Numbers.Near([values.Sum(value => (double)value)], arena.Read(sum, 1), relative: 1e-5);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ADevicesCutFillsItAndNoMore(string device)
    {
        var on = Devices.Get(device);
        Assert.Equal(1, on.Slices(1, 1).Count);
        Assert.Equal(1, on.Slices(Slicing.Limit + 1, 1L << 40).Count);
        Assert.InRange(on.Slices(7, 1L << 40).Count, 1, Slicing.Limit / 7);
        Channels<E5x35, Four>(device, 37, on.Slices(5, 37 * 35));
    }

    [Fact]
    public void EverySliceTogetherHasEveryTermOnce()
    {
        foreach (var terms in new[] { 1, 2, 63, 64, 65, 1000 })
        {
            foreach (var cut in Cuts)
            {
                var seen = new List<int>();
                for (var slice = 0; slice < cut.Count; slice++)
                {
                    for (var at = cut.First(slice, terms); at < cut.End(slice, terms); at += cut.Step) seen.Add(at);
                }

                Assert.Equal(Enumerable.Range(0, terms), seen.Order());
            }
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, SumArguments>(SumKernels.ToChannels<E5x35, Four>).Method);
        PtxGate.Check(new Action<Index1D, SumArguments>(SumKernels.ToChannels<E67x1, One>).Method);
        PtxGate.Check(new Action<Index1D, SumArguments>(SumKernels.ToSamples<E5x35, Four>).Method);
        PtxGate.Check(new Action<Index1D, MergeArguments>(SumKernels.Merge).Method);
    }

    private static float[] Channels<TExtent, TTerms>(string device, int batch, Slicing cut)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        using var arena = new Arena(Devices.Get(device), 1 << 17);
        var expected = Expected<TExtent, TTerms>(arena, batch, out var operands, (channel, _) => channel, TExtent.Channels);
        var (arguments, merge, outputs) = Arguments<TTerms>(arena, batch, cut, TExtent.Channels, operands);
        arena.Device.Load<SumArguments>(SumKernels.ToChannels<TExtent, TTerms>).Launch(SumKernels.ToChannelsItems<TExtent>(batch, cut), arguments);
        if (cut.Count > 1) arena.Device.Load<MergeArguments>(SumKernels.Merge).Launch(merge.Items, merge);
        return Compare(arena, outputs, TExtent.Channels, expected);
    }

    private static void Samples<TExtent, TTerms>(string device, int batch, Slicing cut)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        using var arena = new Arena(Devices.Get(device), 1 << 17);
        var expected = Expected<TExtent, TTerms>(arena, batch, out var operands, (_, sample) => sample, batch);
        var (arguments, merge, outputs) = Arguments<TTerms>(arena, batch, cut, batch, operands);
        arena.Device.Load<SumArguments>(SumKernels.ToSamples<TExtent, TTerms>).Launch(SumKernels.ToSamplesItems<TExtent>(batch, cut), arguments);
        if (cut.Count > 1) arena.Device.Load<MergeArguments>(SumKernels.Merge).Launch(merge.Items, merge);
        Compare(arena, outputs, batch, expected);
    }

    private static (SumArguments Arguments, MergeArguments Merge, long[] Outputs) Arguments<TTerms>(
        Arena arena, int batch, Slicing cut, int length, Operands operands)
        where TTerms : struct, ITerms
    {
        var partials = cut.Count > 1 ? arena.Room(TTerms.Count * cut.Count * length) : 0;
        var outputs = Enumerable.Range(0, TTerms.Count).Select(_ => arena.Room(length)).ToArray();
        var at = outputs.Concat(new long[3]).ToArray();
        return (
            new SumArguments(arena.View, partials, at[0], batch, cut, operands, at[1], at[2], at[3]),
            new MergeArguments(arena.View, partials, at[0], length, TTerms.Count, cut.Count, at[1], at[2], at[3]),
            outputs);
    }

    private static double[][] Expected<TExtent, TTerms>(Arena arena, int batch, out Operands operands, Func<int, int, int> output, int outputs)
        where TExtent : struct, IExtent
        where TTerms : struct, ITerms
    {
        var count = batch * TExtent.Channels * TExtent.Pixels;
        float[] a = Numbers.Normal(count, 1), b = Numbers.Normal(count, 2), c = Numbers.Normal(TExtent.Channels, 3), d = Numbers.Normal(batch, 4);
        operands = new Operands(arena.View, arena.Put(a), arena.Put(b), arena.Put(c), arena.Put(d));
        var sums = Enumerable.Range(0, TTerms.Count).Select(_ => new double[outputs]).ToArray();
        for (var i = 0; i < count; i++)
        {
            var channel = i / TExtent.Pixels % TExtent.Channels;
            var sample = i / TExtent.Pixels / TExtent.Channels;
            double[] terms = [a[i], (double)a[i] * b[i], (double)a[i] * c[channel], (double)a[i] * d[sample]];
            for (var term = 0; term < TTerms.Count; term++) sums[term][output(channel, sample)] += terms[term];
        }

        return sums;
    }

    private static float[] Compare(Arena arena, long[] outputs, int length, double[][] expected)
    {
        var actual = outputs.Select(output => arena.Read(output, length)).ToArray();

        // Up to 1300 terms of N(0, 1): sums of about 36 that cancelled from about 1000.
        for (var term = 0; term < outputs.Length; term++) Numbers.Near(expected[term], actual[term], relative: 1e-5, absolute: 1e-4);
        return [.. actual.SelectMany(values => values)];
    }
}
