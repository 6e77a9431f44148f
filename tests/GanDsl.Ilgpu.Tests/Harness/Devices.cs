// A row of any theory that names a device which is not there is skipped, or fails, but is never left out.
global using TheoryAttribute = GanDsl.Ilgpu.Tests.DeviceTheoryAttribute;

using GanDsl.Ilgpu.Testing;

namespace GanDsl.Ilgpu.Tests;

/// <summary>
/// The devices that every kernel is tested on, each opened once: the CPU accelerator, and PoCL. Theories have rows for both; those of PoCL are skipped where it
/// is not installed.
/// </summary>
internal static class Devices
{
    private static readonly Lazy<ComputeDevice> Emulated = new(() => ComputeDevice.Cpu());

    private static readonly Lazy<ComputeDevice?> Compiled = new(() => PoclDevice.TryOpen());

    public static TheoryData<string> Names => ["CPU", "PoCL"];

    /// <summary>
    /// Where whole games are played; PoCL takes half a second to compile a kernel, and every kernel is tested there by itself. A game is played on both where
    /// it is the one that stands for its kind (how moves alternate, lazy penalties, conditions, heads, two pairs, augmentation) or for kernels that no other
    /// game of them launches. <c>PoclTests</c> fails where a kernel is in none of them.
    /// </summary>
    public static TheoryData<string> Emulation => ["CPU"];

    public static bool HasPocl => Compiled.Value is not null;

    public static ComputeDevice Get(string name) => name switch
    {
        "CPU" => Emulated.Value,
        "PoCL" => Compiled.Value ?? throw new InvalidOperationException($"{Pocl.Name} is not there: {Pocl.Remedy}."),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such device"),
    };
}

/// <summary>PoCL, which runs our kernels compiled.</summary>
internal sealed class Pocl : IOracle
{
    public static string Name => "PoCL";

    public static string? Remedy => "apt-get install pocl-opencl-icd ocl-icd-opencl-dev";

    public static bool IsThere => Devices.HasPocl;
}

/// <summary>A theory, of which rows on PoCL need it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DeviceTheoryAttribute : OracleTheoryAttribute
{
    public override Absence? AbsenceFor(IReadOnlyList<object?> row) => row.Contains("PoCL") ? Absence.Of<Pocl>() : null;
}

/// <summary>Tests that count launches, waits or buffers run alone.</summary>
[CollectionDefinition(nameof(Devices), DisableParallelization = true)]
public class DevicesCollection;
