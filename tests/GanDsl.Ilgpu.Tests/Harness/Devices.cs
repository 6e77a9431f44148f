using GanDsl.Ilgpu.Testing;

namespace GanDsl.Ilgpu.Tests;

/// <summary>The devices that every kernel is tested on, each opened once: the CPU accelerator, and PoCL where it is installed.</summary>
internal static class Devices
{
    private static readonly Dictionary<string, ComputeDevice> Opened = Open();

    public static TheoryData<string> Names => [.. Opened.Keys];

    /// <summary>
    /// Where whole games are played; PoCL takes half a second to compile a kernel, and every kernel is tested there by itself. A game is played on both where it is the one that stands for its kind
    /// (how moves alternate, lazy penalties, conditions, heads, two pairs, augmentation) or for kernels that no other game of them launches. <c>PoclTests</c> fails where a kernel is in none of them.
    /// </summary>
    public static TheoryData<string> Emulation => ["CPU"];

    /// <summary>PoCL, or null where it is not installed.</summary>
    public static ComputeDevice? Pocl => Opened.GetValueOrDefault("PoCL");

    public static bool Has(string name) => Opened.ContainsKey(name);

    public static ComputeDevice Get(string name) => Opened[name];

    private static Dictionary<string, ComputeDevice> Open()
    {
        var devices = new Dictionary<string, ComputeDevice> { ["CPU"] = ComputeDevice.Cpu() };
        if (PoclDevice.TryOpen() is { } pocl) devices["PoCL"] = pocl;
        return devices;
    }
}

/// <summary>Tests that count launches, waits or buffers run one class after another.</summary>
[CollectionDefinition(nameof(Devices), DisableParallelization = true)]
public class DevicesCollection;
