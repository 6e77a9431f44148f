using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Torch;

/// <summary>Float32 numbers between tensors and host memory, row by row.</summary>
internal static class HostMemory
{
    /// <summary>Copies a tensor's numbers, on any device and with any strides. Waits for the device.</summary>
    public static float[] Read(Tensor tensor)
    {
        using var values = tensor.detach();
        using var host = values.cpu();
        using var rows = host.contiguous();
        return MemoryMarshal.Cast<byte, float>(rows.bytes).ToArray();
    }

    /// <summary>Copies numbers to a new tensor, on the CPU if the device is null.</summary>
    public static Tensor Upload(ReadOnlySpan<float> values, long[] sizes, Device? device)
    {
        var host = empty(sizes, ScalarType.Float32);
        values.CopyTo(MemoryMarshal.Cast<byte, float>(host.bytes));
        if (device is null || device.type == DeviceType.CPU) return host;
        using (host) return host.to(device);
    }
}
