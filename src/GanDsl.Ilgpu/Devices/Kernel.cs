using ILGPU;
using ILGPU.Runtime;

namespace GanDsl.Ilgpu;

/// <summary>A kernel on a device, compiled at its first launch.</summary>
/// <typeparam name="TArguments">The arguments of a launch.</typeparam>
public sealed class Kernel<TArguments>
    where TArguments : struct
{
    private readonly ComputeDevice device;
    private readonly Action<Index1D, TArguments> method;
    private readonly string? identity;
    private readonly Lock compiling = new();
    private volatile Action<AcceleratorStream, Index1D, TArguments>? launcher;

    internal Kernel(ComputeDevice device, Action<Index1D, TArguments> method, string? identity)
    {
        this.device = device;
        this.method = method;
        this.identity = identity;
    }

    /// <summary>Queues the kernel; may return before it has run.</summary>
    /// <param name="items">How many work items there are, at least 1.</param>
    /// <param name="arguments">The kernel's arguments.</param>
    /// <exception cref="DeviceException">The kernel cannot be compiled for the device, or the device failed.</exception>
    public void Launch(int items, TArguments arguments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        try
        {
            var launch = launcher ?? Compile();
            lock (device.Gate)
            {
                launch(device.Accelerator.DefaultStream, items, arguments);
                device.CountLaunch();
            }
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(device, $"running {DeviceException.Describe(method.Method)}", error);
        }
    }

    // Outside the device's gate: meanwhile other threads launch what is compiled, and compile other kernels.
    private Action<AcceleratorStream, Index1D, TArguments> Compile()
    {
        try
        {
            lock (compiling) return launcher ??= device.Compile(method, identity);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw DeviceException.CannotCompile(device, method.Method, error);
        }
    }
}
