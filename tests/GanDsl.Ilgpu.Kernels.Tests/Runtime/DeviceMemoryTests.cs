namespace GanDsl.Ilgpu.Tests;

[Collection(nameof(Devices))]
public class DeviceMemoryTests
{
    public static TheoryData<string> All => Devices.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void StateStartsAsZeroAndTheWorkspaceOnAMultipleOf64(string device)
    {
        using var memory = new DeviceMemory(Devices.Get(device), stateLength: 65);
        Assert.Equal((65, 128, 128), (memory.StateLength, memory.Workspace, memory.Length));
        var values = Enumerable.Repeat(7f, 65).ToArray();
        memory.Read(0, values);
        Assert.All(values, value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WhatIsUploadedIsReadBack(string device)
    {
        using var memory = new DeviceMemory(Devices.Get(device), stateLength: 100);
        memory.Upload(30, [1, 2, 3]);
        memory.Upload(33, [4]);
        var values = new float[5];
        memory.Read(29, values);
        Assert.Equal([0, 1, 2, 3, 4], values);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AGrowingWorkspaceKeepsTheState(string device)
    {
        using var memory = new DeviceMemory(Devices.Get(device), stateLength: 3);
        memory.Upload(0, [1, 2, 3]);
        memory.Reserve(10);
        memory.Upload(memory.Workspace + 9, [9]);
        memory.Reserve(1000);
        Assert.Equal(64 + 1000, memory.Length);
        memory.Reserve(5);
        Assert.Equal(64 + 1000, memory.Length);
        var state = new float[3];
        memory.Read(0, state);
        Assert.Equal([1, 2, 3], state);
        var last = new float[1];
        memory.Read(memory.Length - 1, last);
        Assert.Equal([0], last);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OutOfMemorySaysWhatAndLeavesTheStateWhole(string device)
    {
        using var memory = new DeviceMemory(Devices.Get(device), stateLength: 3);
        memory.Upload(0, [1, 2, 3]);
        var before = DeviceMemory.LiveBuffers;
        var error = Assert.Throws<DeviceException>(() => memory.Reserve(1L << 50));
        Assert.Contains(
            $"{Devices.Get(device).Description} has no room for the workspace of a batch of this size: 4294967296 MiB in one piece",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("smaller batch", error.Message, StringComparison.Ordinal);
        Assert.Throws<DeviceException>(() => memory.Reserve(long.MaxValue));
        Assert.Equal(before, DeviceMemory.LiveBuffers);
        var state = new float[3];
        memory.Read(0, state);
        Assert.Equal([1, 2, 3], state);
    }

    [OracleFact<Pocl>]
    public void ADriverThatRefusesAnAllocationIsOutOfMemoryToo()
    {
        // OpenCL gives no single piece as large as the device; other devices have no such limit.
        var device = Devices.Get("PoCL");
        Assert.True(device.LargestPiece < device.Bytes);
        using var memory = new DeviceMemory(device, stateLength: 3);
        var error = Assert.Throws<DeviceException>(() => memory.Reserve((device.LargestPiece / sizeof(float)) + 1_000_000));
        Assert.Contains("MiB in one piece (CL_INVALID_BUFFER_SIZE)", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.InnerException);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NothingReachesBeyondTheMemory(string device)
    {
        using var memory = new DeviceMemory(Devices.Get(device), stateLength: 64);
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Upload(63, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Read(-1, new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Read(0, new float[65]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void DisposingReleasesOnce(string device)
    {
        var before = DeviceMemory.LiveBuffers;
        var memory = new DeviceMemory(Devices.Get(device), stateLength: 64);
        memory.Reserve(100);
        Assert.Equal(before + 1, DeviceMemory.LiveBuffers);
        memory.Dispose();
        memory.Dispose();
        Assert.Equal(before, DeviceMemory.LiveBuffers);
        Assert.Throws<ObjectDisposedException>(() => memory.Upload(0, [1]));
    }

    [Fact]
    public void AValueOfTooManyElementsIsRefused()
    {
        Assert.Equal(2_147_450_880, DeviceMemory.Elements("the output of layer 1", 65535, 32768));
        var error = Assert.Throws<DeviceException>(() => DeviceMemory.Elements("the output of layer 1", 65536, 32768));
        Assert.Equal("the output of layer 1 has 2147483648 elements; kernels number at most 2147483647. Use a smaller batch.", error.Message);
        Assert.Throws<DeviceException>(() => DeviceMemory.Elements("the output of layer 1", 65536, long.MaxValue));
    }
}
