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

    /// <summary>Queues the kernel; may return before it has run.</summary>
    /// <param name="items">How many work items there are, at least 1.</param>
    /// <param name="arguments">What the kernel is given.</param>
    /// <exception cref="DeviceException">The kernel cannot be compiled for the device, or the device failed.</exception>
    public void Launch(int items, TArguments arguments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        try
        {
            lock (device.Gate)
            {
                launcher ??= Compile();
                launcher(device.Accelerator.DefaultStream, items, arguments);
                device.CountLaunch();
            }
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(device, $"running {DeviceException.Describe(method.Method)}", error);
        }
    }

    private Action<AcceleratorStream, Index1D, TArguments> Compile()
    {
        try
        {
            return device.Compile(method);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw DeviceException.CannotCompile(device, method.Method, error);
        }
    }
}
