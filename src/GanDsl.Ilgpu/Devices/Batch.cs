namespace GanDsl.Ilgpu;

/// <summary>Samples on a device, (N, …) row by row, whose shape is a type: <c>Batch&lt;S1x28x28&gt;</c> is (N, 1, 28, 28). It owns its memory.</summary>
/// <typeparam name="TShape">The shape of one sample.</typeparam>
public readonly struct Batch<TShape> : IDisposable
    where TShape : struct, IShape
{
    private readonly DeviceBuffer? buffer;

    /// <summary>Allocates a batch of zeros.</summary>
    /// <param name="count">N, at least 1.</param>
    /// <param name="device">The batch's device; <see cref="ComputeDevice.Default"/> if null. It must outlive the batch.</param>
    /// <exception cref="DeviceException">The device has not enough memory for it, or it has more than <see cref="int.MaxValue"/> elements.</exception>
    public Batch(int count, ComputeDevice? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var what = $"a batch of {typeof(TShape).Name}";
        var elements = DeviceMemory.Elements(what, count, TShape.Elements);
        buffer = new DeviceBuffer(device ?? ComputeDevice.Default, elements, what);
        Count = count;
    }

    /// <summary>N, the number of samples; 0 for a default batch.</summary>
    public int Count { get; }

    /// <summary>The batch's device.</summary>
    /// <exception cref="ArgumentException">The batch is a default one.</exception>
    public ComputeDevice Device => Buffer.Device;

    internal DeviceBuffer Buffer => buffer ?? throw new ArgumentException($"A default Batch<{typeof(TShape).Name}> holds no samples; make one with From.");

    /// <summary>Copies samples from host memory.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="device">The batch's device; <see cref="ComputeDevice.Default"/> if null. It must outlive the batch.</param>
    /// <exception cref="DeviceException">The device has not enough memory for it, or failed.</exception>
    public static Batch<TShape> From(HostBatch<TShape> samples, ComputeDevice? device = null) => From(samples.Values.Span, samples.Count, device);

    internal static Batch<TShape> From(ReadOnlySpan<float> values, int count, ComputeDevice? device)
    {
        var batch = new Batch<TShape>(count, device);
        try
        {
            batch.Buffer.Upload(0, values);
            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    /// <summary>Copies the numbers to host memory, row by row. Waits for the device.</summary>
    /// <exception cref="DeviceException">The device failed.</exception>
    public float[] ToArray()
    {
        var values = new float[Buffer.View.Length];
        Buffer.Read(0, values);
        return values;
    }

    /// <summary>Releases the memory.</summary>
    public void Dispose() => buffer?.Dispose();
}
