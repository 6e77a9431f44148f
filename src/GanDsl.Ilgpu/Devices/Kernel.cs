using ILGPU;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu;

/// <summary>A kernel on a device, compiled at its first launch.</summary>
/// <typeparam name="TArguments">What a launch is given.</typeparam>
public sealed class Kernel<TArguments>
    where TArguments : struct
{
    private readonly ComputeDevice device;
    private readonly Action<Index1D, TArguments> method;
    private Action<AcceleratorStream, Index1D, TArguments>? launcher;

    internal Kernel(ComputeDevice device, Action<Index1D, TArguments> method)
    {
        this.device = device;
        this.method = method;
    }

    /// <summary>Queues the kernel; returns before it has run.</summary>
    /// <param name="items">How many work items there are, at least 1.</param>
    /// <param name="arguments">What the kernel is given.</param>
    public void Launch(int items, TArguments arguments)
    {
        launcher ??= device.Compile(method);
        launcher(device.Accelerator.DefaultStream, items, arguments);
    }
}
