using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GanDsl.Ilgpu;

/// <summary>A device that games are played on.</summary>
public sealed class ComputeDevice : IDisposable
{
    private readonly Context context;
    private readonly int groupSize;

    internal ComputeDevice(Context context, Device device)
    {
        this.context = context;
        Accelerator = device.CreateAccelerator(context);
        groupSize = device.AcceleratorType == AcceleratorType.CPU ? device.MaxNumThreadsPerGroup : 64;
    }

    /// <summary>The device as a person knows it.</summary>
    public string Name => Accelerator.Name;

    internal Accelerator Accelerator { get; }

    /// <summary>The CPU, by ILGPU's emulation: right, and slow.</summary>
    public static ComputeDevice Cpu()
    {
        var context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2).CPU(new CPUDevice(2, 1, 1)));
        return new ComputeDevice(context, context.GetCPUDevice(0));
    }

    /// <summary>A kernel, compiled at its first launch.</summary>
    /// <param name="method">A static method of the kernel library, with its strategies.</param>
    public Kernel<TArguments> Load<TArguments>(Action<Index1D, TArguments> method)
        where TArguments : struct => new(this, method);

    /// <summary>Releases the device.</summary>
    public void Dispose()
    {
        Accelerator.Dispose();
        context.Dispose();
    }

    internal Action<AcceleratorStream, Index1D, TArguments> Compile<TArguments>(Action<Index1D, TArguments> method)
        where TArguments : struct => Accelerator.LoadImplicitlyGroupedKernel(method, groupSize);
}
