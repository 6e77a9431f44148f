using GanDsl.Ilgpu.Kernels;
using ILGPU;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class ComputeDeviceTests
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

    private static void Unsupported(Index1D item, ContractionArguments arguments)
    {
        if (item > 1000) throw new InvalidOperationException(arguments.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AKernelRunsWithItsStrategy(string device)
    {
        var on = Devices.Get(device);
        using var memory = new DeviceMemory(on, 12);
        memory.Upload(0, [1, 2, 3, 4, 10, 20, 30, 40, 0, 0, 0, 0]);
        var launches = on.Launches;
        on.Load<ContractionArguments>(Probe<PlusOne>).Launch(4, new(memory.View, small: 0, large: 8, weight: 0, batch: 1, operands: new(memory.View, a: 4)));
        Assert.Equal(launches + 1, on.Launches);
        var sums = new float[4];
        memory.Read(8, sums);
        Assert.Equal([12f, 23, 34, 45], sums);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EqualMethodsShareAKernel(string device)
    {
        var on = Devices.Get(device);
        Assert.Same(on.Load<ContractionArguments>(Probe<PlusOne>), on.Load<ContractionArguments>(Probe<PlusOne>));
        Assert.NotSame(on.Load<ContractionArguments>(Probe<PlusOne>), on.Load<ContractionArguments>(Probe<Plain>));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ThreadsMayLaunchAtTheSameTime(string device)
    {
        var on = Devices.Get(device);
        using var memory = new DeviceMemory(on, 1024);
        var view = memory.View;
        Parallel.For(0, 4, thread =>
        {
            for (var round = 0; round < 50; round++)
            {
                on.Load<ContractionArguments>(Probe<PlusOne>)
                    .Launch(8, new(view, small: thread * 64, large: thread * 64, weight: 0, batch: 1, operands: new(view, a: 1000)));
            }
        });
        var values = new float[256];
        memory.Read(0, values);
        Assert.All(values.Chunk(64), chunk => Assert.Equal(Enumerable.Repeat(50f, 8), chunk[..8]));
    }

    [OracleFact<Pocl>]
    public void ALaunchOnOpenCLAllocatesNothing()
    {
        var on = Devices.Get("PoCL");
        using var memory = new DeviceMemory(on, 64);
        var kernel = on.Load<ContractionArguments>(Probe<PlusOne>);
        var arguments = new ContractionArguments(memory.View, 0, 0, 0, 1, operands: new(memory.View));
        for (var i = 0; i < 100; i++) kernel.Launch(4, arguments);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) kernel.Launch(4, arguments);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        on.Synchronize();
    }

    [Fact]
    public void AKernelThatCannotBeCompiledSaysWhichAndWhy()
    {
        // A device of its own: ILGPU compiles nothing more after a failure.
        using var on = ComputeDevice.Cpu();
        using var memory = new DeviceMemory(on, 64);
        var kernel = on.Load<ContractionArguments>(Unsupported);
        var error = Assert.Throws<DeviceException>(() => kernel.Launch(4, new(memory.View, 0, 0, 0, 1)));
        Assert.Contains($"ComputeDeviceTests.Unsupported cannot be compiled for {on.Description}: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WaitsAreCounted(string device)
    {
        var on = Devices.Get(device);
        using var memory = new DeviceMemory(on, 64);
        var before = on.Synchronizations;
        on.Synchronize();
        memory.Read(0, new float[1]);
        Assert.Equal(before + 2, on.Synchronizations);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ItemsAreAtMostWhatFillsTheDevice(string device)
    {
        var on = Devices.Get(device);
        Assert.Equal(1, on.Items(1));
        Assert.Equal(on.MaxItems, on.Items(long.MaxValue));
    }

    [Fact]
    public void TheCpuIsAlwaysThere()
    {
        Assert.Contains(ComputeDevice.All(), device => device is { Kind: DeviceKind.Cpu, Index: 0, Bytes: > 0 });
        using var device = ComputeDevice.Cpu();
        Assert.Equal((DeviceKind.Cpu, "CPU (emulated)"), (device.Kind, device.Description));
    }

    [Fact]
    public void TheDefaultDeviceIsTheFirstAndStaysOpen()
    {
        var device = ComputeDevice.Default;
        Assert.Equal(ComputeDevice.All()[0].Kind, device.Kind);
        device.Dispose();
        using var memory = new DeviceMemory(device, 64);
        memory.Upload(0, [1]);
        Assert.Same(device, ComputeDevice.Default);
    }

    [Fact]
    public void AMissingDeviceIsNamedWithThoseThatThereAre()
    {
        var error = Assert.Throws<DeviceException>(() => ComputeDevice.Cuda(99));
        Assert.StartsWith("There is no Cuda device 99. There is ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cpu 0: CPU (emulated), ", error.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceException>(() => ComputeDevice.OpenCL(-1));
    }

    [Fact]
    public void ADeviceThatLacksACapabilityIsRefusedWithTheReason()
    {
        Assert.Null(ComputeDevice.Refusal("Arc", genericAddressSpace: true, openCL2: true));
        var refusal = ComputeDevice.Refusal("pthread", genericAddressSpace: false, openCL2: true)!;
        Assert.StartsWith("pthread lacks the generic address space, which kernels need", refusal, StringComparison.Ordinal);
        Assert.StartsWith("old lacks OpenCL C 2.0", ComputeDevice.Refusal("old", genericAddressSpace: false, openCL2: false), StringComparison.Ordinal);
        Assert.EndsWith(
            $" Not usable: {refusal}.", DeviceException.NoSuch(DeviceKind.OpenCL, 0, ComputeDevice.All(), [refusal]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALostDeviceSaysWhatItWasDoing()
    {
        var error = DeviceException.Lost(Devices.Get("CPU"), "waiting for what was queued", new CLException(CLError.CL_DEVICE_NOT_AVAILABLE));
        Assert.Equal(
            "CPU (emulated) failed while waiting for what was queued: CL_DEVICE_NOT_AVAILABLE. What is on the device is lost; "
                + "open it again and continue from the last checkpoint.",
            error.Message);
    }

    [Fact]
    public void DriversErrorsThatMeanOutOfMemoryAreKnown()
    {
        Assert.True(DeviceException.MeansOutOfMemory(new CLException(CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE)));
        Assert.True(DeviceException.MeansOutOfMemory(new InsufficientMemoryException()));
        Assert.False(DeviceException.MeansOutOfMemory(new CLException(CLError.CL_DEVICE_NOT_AVAILABLE)));
    }

    [Fact]
    public void ADeviceThatDoesNotOpenSaysWhy()
    {
        var error = DeviceException.CannotOpen(DeviceKind.Cuda, 1, new InvalidOperationException("driver too old."));
        Assert.Equal("Cuda device 1 does not open: driver too old. Another device may: ComputeDevice.All() lists them.", error.Message);
    }
}
