using System.Globalization;

namespace GanDsl.Ilgpu;

/// <summary>A device that can be opened.</summary>
/// <param name="Kind">How kernels reach it.</param>
/// <param name="Index">Its index among the devices of its kind.</param>
/// <param name="Name">Its name, from its driver.</param>
/// <param name="Bytes">Its memory, in bytes.</param>
public sealed record AvailableDevice(DeviceKind Kind, int Index, string Name, long Bytes)
{
    /// <summary>The device in words.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{ComputeDevice.Describe(Kind, Name)}, {Bytes >> 20} MiB");

    /// <summary>Opens the device.</summary>
    /// <exception cref="DeviceException">It is gone, or cannot be opened.</exception>
    public ComputeDevice Open() => ComputeDevice.Open(Kind, Index);
}
