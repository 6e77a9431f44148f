using GanDsl.Ilgpu.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu.Tests;

public class DeviceTests
{
    public static TheoryData<string> All => Devices.Names;

    private readonly struct PlusOne : IEpilogue
    {
        public static float Apply(float sum, Place at, Operands operands) => sum + operands.A(at.Index) + 1;
    }

    private static void Probe<TEpilogue>(Index1D item, ContractionArguments arguments)
        where TEpilogue : struct, IEpilogue
    {
        arguments.Large[item] = TEpilogue.Apply(arguments.Small[item], new Place(item, 0, 0), arguments.Operands);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AKernelRunsWithItsStrategy(string device)
    {
        var on = Devices.Get(device);
        using var memory = on.Accelerator.Allocate1D<float>(12);
        memory.CopyFromCPU([1, 2, 3, 4, 10, 20, 30, 40, 0, 0, 0, 0]);
        on.Load<ContractionArguments>(Probe<PlusOne>).Launch(4, new(memory.View, small: 0, large: 8, weight: 0, batch: 1, operands: new(memory.View, a: 4)));
        Assert.Equal([12f, 23, 34, 45], memory.GetAsArray1D()[8..]);
    }
}
