using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class MapKernelsTests
{
    public static TheoryData<string> All => Devices.Names;

    // Every operand, and every part of a place.
    private readonly struct Everything : IMap
    {
        public static float Apply(Place at, Operands operands) =>
            operands.A(at.Index) + (2 * operands.B(at.Channel)) + (4 * operands.C(at.Sample)) + (8 * operands.D(0)) +
            (16 * operands.E(at.Index)) + (32 * operands.F(at.Index)) + (64 * operands.G(at.Index)) + (128 * operands.H(at.Index)) + at.Index;
    }

    private readonly struct Twice : IMap
    {
        public static float Apply(Place at, Operands operands) => 2 * operands.A(at.Index);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnExpressionIsEvaluatedAtEveryPlace(string device)
    {
        foreach (var batch in new[] { 1, 3, 41 })
        {
            // One item, a few, as many as the device likes, and more than there are elements.
            foreach (var items in new[] { 1, 3, 0, 100_000 })
            {
                if (Devices.Get(device).Kind == DeviceKind.Cpu && items > 10) continue;
                EveryPlace<E1x1>(device, batch, items);
                EveryPlace<E1x7>(device, batch, items);
                EveryPlace<E67x1>(device, batch, items);
                EveryPlace<E5x35>(device, batch, items);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AValueMayBeWrittenOverItsOwnOperand(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        var a = arena.Put(1, 2, 3);
        arena.Device.Load<MapArguments>(MapKernels.Map<E1x1, Twice>).Launch(3, new(arena.View, a, 3, 3, new(arena.View, a)));
        Assert.Equal([2, 4, 6], arena.Read(a, 3));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ACopyIsTheSame(string device)
    {
        using var arena = new Arena(Devices.Get(device));
        foreach (var count in new[] { 1, 5, 1003 })
        {
            var values = Numbers.Normal(count, seed: count);
            var (source, target) = (arena.Put(values), arena.Room(count));
            var items = arena.Device.Items(count);
            arena.Device.Load<CopyArguments>(CopyKernels.Copy).Launch(items, new(arena.View, source, target, count, items));
            Numbers.Same(values, arena.Read(target, count));
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, MapArguments>(MapKernels.Map<E5x35, Everything>).Method);
        PtxGate.Check(new Action<Index1D, CopyArguments>(CopyKernels.Copy).Method);
    }

    private static void EveryPlace<TExtent>(string device, int batch, int items)
        where TExtent : struct, IExtent
    {
        using var arena = new Arena(Devices.Get(device), 1 << 17);
        var count = batch * TExtent.Channels * TExtent.Pixels;
        if (items == 0) items = arena.Device.Items(count);
        var values = Enumerable.Range(0, 8).Select(i => Numbers.Normal(count, i)).ToArray();
        var at = values.Select(operand => arena.Put(operand)).ToArray();
        var output = arena.Room(count);
        arena.Device.Load<MapArguments>(MapKernels.Map<TExtent, Everything>).Launch(
            items, new(arena.View, output, count, items, new(arena.View, at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7])));
        var expected = Enumerable.Range(0, count).Select(i =>
        {
            var channel = i / TExtent.Pixels % TExtent.Channels;
            var sample = i / (TExtent.Pixels * TExtent.Channels);
            return values[0][i] + (2.0 * values[1][channel]) + (4.0 * values[2][sample]) + (8.0 * values[3][0]) +
                (16.0 * values[4][i]) + (32.0 * values[5][i]) + (64.0 * values[6][i]) + (128.0 * values[7][i]) + i;
        });

        // Nine terms of up to 500 and an index of up to 7000, each rounded.
        Numbers.Near([.. expected], arena.Read(output, count), relative: 1e-6, absolute: 2e-4);
    }
}
