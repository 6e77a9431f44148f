using ILGPU;

namespace GanDsl.Ilgpu;

/// <summary>
/// A game's memory on a device, in one piece: first the state, whose length is fixed and which starts as 0, then a workspace that grows with the batch.
/// Offsets and lengths count numbers (float32).
/// </summary>
public sealed class DeviceMemory : IDisposable
{
    private const int Alignment = 64;
    private DeviceBuffer buffer;

    /// <summary>Allocates the state, without a workspace.</summary>
    /// <param name="device">The memory's device; it must outlive the memory.</param>
    /// <param name="stateLength">How many numbers the state has, at least 1.</param>
    /// <exception cref="DeviceException">The device has not enough memory for it.</exception>
    public DeviceMemory(ComputeDevice device, long stateLength)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentOutOfRangeException.ThrowIfLessThan(stateLength, 1);
        Device = device;
        StateLength = stateLength;
        Workspace = Align(stateLength);
        buffer = new DeviceBuffer(device, Workspace, "the state of a game");
    }

    /// <summary>How many buffers of device memory the process holds, batches included, for leak tests.</summary>
    public static long LiveBuffers => DeviceBuffer.Live;

    /// <summary>The memory's device.</summary>
    public ComputeDevice Device { get; }

    /// <summary>How many numbers the state has.</summary>
    public long StateLength { get; }

    /// <summary>Where the workspace begins: the state's length, rounded up to a multiple of 64 (256 bytes).</summary>
    public long Workspace { get; }

    /// <summary>How many numbers there are in all.</summary>
    public long Length => View.Length;

    /// <summary>All of the memory, for kernels' arguments; a new one after <see cref="Reserve"/> has grown the workspace.</summary>
    public ArrayView<float> View => buffer.View;

    /// <summary>How many elements a value of a batch has.</summary>
    /// <param name="what">The value's name in the error: <c>the output of layer 3</c>.</param>
    /// <param name="batch">How many samples there are.</param>
    /// <param name="elements">How many elements a sample has.</param>
    /// <exception cref="DeviceException">They are more than kernels can number, <see cref="int.MaxValue"/>.</exception>
    public static int Elements(string what, int batch, long elements)
    {
        var count = (Int128)batch * elements;
        return count <= int.MaxValue ? (int)count : throw DeviceException.TooLarge(what, (long)Int128.Min(count, long.MaxValue));
    }

    /// <summary>Grows the workspace, and never shrinks it. The contents of a smaller workspace are lost, the state stays; new memory is 0.</summary>
    /// <param name="workspaceLength">How many numbers the workspace must hold.</param>
    /// <exception cref="DeviceException">The device has not enough memory for it, besides the present one; nothing has changed then.</exception>
    public void Reserve(long workspaceLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workspaceLength);
        if (workspaceLength <= Length - Workspace) return;
        var length = workspaceLength > long.MaxValue - Workspace ? long.MaxValue : Workspace + workspaceLength;
        var larger = new DeviceBuffer(Device, length, "the workspace of a batch of this size");
        try
        {
            larger.CopyFrom(buffer, from: 0, to: 0, StateLength);
            Device.Synchronize();
        }
        catch
        {
            larger.Dispose();
            throw;
        }

        buffer.Dispose();
        buffer = larger;
    }

    /// <summary>Copies numbers from host memory, which may be reused afterwards. Waits for the device.</summary>
    /// <param name="offset">Where they go.</param>
    /// <param name="values">The numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">They reach beyond the memory.</exception>
    /// <exception cref="DeviceException">The device failed.</exception>
    public void Upload(long offset, ReadOnlySpan<float> values) => buffer.Upload(offset, values);

    /// <summary>Copies numbers to host memory. Waits for the device.</summary>
    /// <param name="offset">Where they are.</param>
    /// <param name="values">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">They reach beyond the memory.</exception>
    /// <exception cref="DeviceException">The device failed.</exception>
    public void Read(long offset, Span<float> values) => buffer.Read(offset, values);

    /// <summary>Copies a batch into the memory, on the device.</summary>
    /// <param name="offset">Where it goes.</param>
    /// <param name="batch">The samples, on the same device.</param>
    /// <exception cref="ArgumentException">The batch is on another device, or a default one.</exception>
    public void CopyFrom<TShape>(long offset, Batch<TShape> batch)
        where TShape : struct, IShape =>
        buffer.CopyFrom(batch.Buffer, from: 0, to: offset, batch.Buffer.View.Length);

    /// <summary>Copies a range of the memory to a batch, on the device.</summary>
    /// <param name="offset">Where the samples are, row by row.</param>
    /// <param name="batch">Where they go, on the same device; all of it is written.</param>
    /// <exception cref="ArgumentException">The batch is on another device, or a default one.</exception>
    public void CopyTo<TShape>(long offset, Batch<TShape> batch)
        where TShape : struct, IShape =>
        batch.Buffer.CopyFrom(buffer, from: offset, to: 0, batch.Buffer.View.Length);

    /// <summary>Releases the memory.</summary>
    public void Dispose() => buffer.Dispose();

    private static long Align(long length) => checked(length + Alignment - 1) / Alignment * Alignment;
}
