namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class BatchTests
{
    public static TheoryData<string> All => Devices.Names;

    private readonly struct S2x3 : IShape
    {
        private static readonly int[] Sizes = [2, 3];

        public static ReadOnlySpan<int> Dimensions => Sizes;

        public static int Elements => 6;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SamplesComeBackAsTheyWere(string device)
    {
        float[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        using var batch = Batch<S2x3>.From(new HostBatch<S2x3>(values), Devices.Get(device));
        Assert.Equal(2, batch.Count);
        Assert.Same(Devices.Get(device), batch.Device);
        Assert.Equal(values, batch.ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SamplesGoToAGamesMemoryAndBackOnTheDevice(string device)
    {
        var on = Devices.Get(device);
        float[] values = [1, 2, 3, 4, 5, 6];
        using var batch = Batch<S2x3>.From(new HostBatch<S2x3>(values), on);
        using var other = new Batch<S2x3>(1, on);
        using var memory = new DeviceMemory(on, stateLength: 64);
        var synchronizations = on.Synchronizations;
        memory.CopyFrom(10, batch);
        memory.CopyTo(10, other);
        Assert.Equal(synchronizations, on.Synchronizations);
        Assert.Equal(values, other.ToArray());
    }

    [Fact]
    public void ABatchOfAnotherDeviceIsRefused()
    {
        using var elsewhere = ComputeDevice.Cpu();
        using var batch = new Batch<S2x3>(1, elsewhere);
        using var memory = new DeviceMemory(Devices.Get("CPU"), stateLength: 64);
        var error = Assert.Throws<ArgumentException>(() => memory.CopyFrom(0, batch));
        Assert.Contains("take them over host memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchThatWasNeverMadeHoldsNothing()
    {
        var batch = default(Batch<S2x3>);
        Assert.Equal(0, batch.Count);
        batch.Dispose();
        Assert.Contains("make one with From", Assert.Throws<ArgumentException>(() => batch.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATooLargeBatchIsRefused()
    {
        var error = Assert.Throws<DeviceException>(() => new Batch<S2x3>(400_000_000, Devices.Get("CPU")));
        Assert.Contains("a batch of S2x3 has 2400000000 elements", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void DisposedBatchesLeaveNothingBehind(string device)
    {
        var before = DeviceMemory.LiveBuffers;
        var batch = new Batch<S2x3>(1, Devices.Get(device));
        Assert.Equal(before + 1, DeviceMemory.LiveBuffers);
        batch.Dispose();
        batch.Dispose();
        Assert.Equal(before, DeviceMemory.LiveBuffers);
    }
}
