using ILGPU;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu;

/// <summary>A contiguous buffer of numbers on a device, zero at first, for memory and batches.</summary>
internal sealed class DeviceBuffer : IDisposable
{
    private static long live;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> memory;
    private int disposed;

    /// <summary>Allocates, and sets to 0: some drivers only notice then that there is not enough memory.</summary>
    public DeviceBuffer(ComputeDevice device, long length, string what)
    {
        Device = device;
        memory = Allocate(device, length, what);
        Interlocked.Increment(ref live);
    }

    /// <summary>The number of buffers that are not disposed.</summary>
    public static long Live => Interlocked.Read(ref live);

    public ComputeDevice Device { get; }

    public ArrayView<float> View
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed != 0, this);
            return memory.View.BaseView;
        }
    }

    /// <summary>Copies from host memory; the span may be reused afterwards. Waits for the device.</summary>
    public void Upload(long offset, ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) return;
        var target = Range(offset, values.Length);
        try
        {
            lock (Device.Gate)
            {
                target.CopyFromCPU(Device.Accelerator.DefaultStream, values);
                Device.CountSynchronization();
            }
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(Device, "copying from host memory", error);
        }
    }

    /// <summary>Copies to host memory. Waits for the device.</summary>
    public void Read(long offset, Span<float> values)
    {
        if (values.IsEmpty) return;
        var source = Range(offset, values.Length);
        try
        {
            lock (Device.Gate)
            {
                source.CopyToCPU(Device.Accelerator.DefaultStream, values);
                Device.CountSynchronization();
            }
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(Device, "copying to host memory", error);
        }
    }

    /// <summary>Copies from another buffer on the same device.</summary>
    public void CopyFrom(DeviceBuffer source, long from, long to, long length)
    {
        if (source.Device != Device)
        {
            throw new ArgumentException(
                $"The numbers are on {source.Device.Description}, and wanted on {Device.Description}; take them over host memory: ToArray, From.",
                nameof(source));
        }

        if (length == 0) return;
        var target = Range(to, length);
        var values = source.Range(from, length);
        try
        {
            lock (Device.Gate) target.CopyFrom(Device.Accelerator.DefaultStream, values);
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(Device, "copying on the device", error);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        lock (Device.Gate) memory.Dispose();
        Interlocked.Decrement(ref live);
    }

    private ArrayView<float> Range(long offset, long length)
    {
        var view = View;
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, view.Length - length);
        return view.SubView(offset, length);
    }

    private static MemoryBuffer1D<float, Stride1D.Dense> Allocate(ComputeDevice device, long length, string what)
    {
        var bytes = length > long.MaxValue / sizeof(float) ? long.MaxValue : length * sizeof(float);
        if (bytes > device.Bytes) throw DeviceException.OutOfMemory(device.Description, what, bytes, device.Bytes, device.LargestPiece);
        MemoryBuffer1D<float, Stride1D.Dense>? memory = null;
        try
        {
            lock (device.Gate)
            {
                memory = device.Accelerator.Allocate1D<float>(length);
                memory.MemSetToZero(device.Accelerator.DefaultStream);
                device.Accelerator.DefaultStream.Synchronize();
                return memory;
            }
        }
        catch (Exception error) when (error is AcceleratorException or OutOfMemoryException)
        {
            memory?.Dispose();
            if (DeviceException.MeansOutOfMemory(error))
                throw DeviceException.OutOfMemory(device.Description, what, bytes, device.Bytes, device.LargestPiece, error);
            throw DeviceException.Lost(device, $"allocating {what}", error);
        }
    }
}
