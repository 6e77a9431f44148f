using GanDsl.Ilgpu.Kernels;
using ILGPU;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class GatherKernelsTests
{
    private const int Rows = 11;

    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void RowsAreLookedUpAndTheirGradientsSummed(string device)
    {
        foreach (var (batch, width) in new[] { (1, 1), (1, 5), (37, 1), (37, 13) })
        {
            using var arena = new Arena(Devices.Get(device));
            float[] table = Numbers.Normal(Rows * width, 1), gradients = Numbers.Normal(batch * width, 2);

            // Some rows often, row 10 never.
            int[] rows = [.. Enumerable.Range(0, batch).Select(sample => sample * sample % 10)];
            var indices = arena.Put([.. rows.Select(row => (float)row)]);
            var (from, values, summed) = (arena.Put(table), arena.Room(batch * width), arena.Room(Rows * width));
            var items = arena.Device.Items(batch * width);
            arena.Device.Load<GatherArguments>(GatherKernels.Gather).Launch(items, new(arena.View, from, indices, values, batch, Rows, width, items));
            Numbers.Same([.. rows.SelectMany(row => table[(row * width)..((row + 1) * width)])], arena.Read(values, batch * width));

            items = arena.Device.Items(Rows * width);
            var given = arena.Put(gradients);
            arena.Device.Load<GatherArguments>(GatherKernels.ScatterAdd).Launch(items, new(arena.View, summed, indices, given, batch, Rows, width, items));
            var expected = new double[Rows * width];
            for (var i = 0; i < gradients.Length; i++) expected[(rows[i / width] * width) + (i % width)] += gradients[i];
            Numbers.Near(expected, arena.Read(summed, Rows * width), relative: 1e-6, absolute: 1e-6);
        }
    }

    [Fact]
    public void KernelsStayInRegistersOnCuda()
    {
        PtxGate.Check(new Action<Index1D, GatherArguments>(GatherKernels.Gather).Method);
        PtxGate.Check(new Action<Index1D, GatherArguments>(GatherKernels.ScatterAdd).Method);
    }
}
