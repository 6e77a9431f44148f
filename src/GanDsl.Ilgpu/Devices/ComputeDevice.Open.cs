using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu;

public sealed partial class ComputeDevice
{
    private static readonly Lazy<ComputeDevice> SharedDevice = new(OpenDefault);

    /// <summary>The process's shared device, opened at its first use: the first of CUDA, else the first of OpenCL, GPUs before CPUs, else the
    /// emulation.</summary>
    public static ComputeDevice Default => SharedDevice.Value;

    /// <summary>The devices that can be opened, in the order in which <see cref="Default"/> looks for one; the emulation is the last.</summary>
    public static IReadOnlyList<AvailableDevice> All()
    {
        using var context = Create([]);
        return List(context);
    }

    /// <summary>Opens an NVIDIA GPU.</summary>
    /// <param name="index">Its index among them.</param>
    /// <exception cref="DeviceException">There is no such device, or it cannot be opened.</exception>
    public static ComputeDevice Cuda(int index = 0) => Open(DeviceKind.Cuda, index);

    /// <summary>Opens a device by OpenCL.</summary>
    /// <param name="index">Its index among those that can be used, GPUs first.</param>
    /// <exception cref="DeviceException">There is no such device, or it cannot be opened.</exception>
    public static ComputeDevice OpenCL(int index = 0) => Open(DeviceKind.OpenCL, index);

    /// <summary>Opens the CPU, by ILGPU's emulation: correct, but slow.</summary>
    public static ComputeDevice Cpu() => Open(DeviceKind.Cpu, 0);

    internal static ComputeDevice Open(DeviceKind kind, int index, bool shared = false)
    {
        var refused = new List<string>();
        var context = Create(refused);
        try
        {
            var devices = Devices(context, kind);
            if (index < 0 || index >= devices.Count) throw DeviceException.NoSuch(kind, index, List(context), refused);
            return new ComputeDevice(context, devices[index], shared, KernelStore.OfUser());
        }
        catch (Exception error)
        {
            context.Dispose();
            if (error is DeviceException) throw;
            throw DeviceException.CannotOpen(kind, index, error);
        }
    }

    /// <summary>Why an OpenCL device cannot run ILGPU's kernels, or null if it can.</summary>
    internal static string? Refusal(string name, bool genericAddressSpace, bool openCL2) =>
        genericAddressSpace && openCL2
            ? null
            : $"{name} lacks {(openCL2 ? "the generic address space" : "OpenCL C 2.0")}, which kernels need: a newer driver may have it "
                + "(for PoCL, version 5 or later)";

    private static ComputeDevice OpenDefault()
    {
        foreach (var device in All())
        {
            try
            {
                return Open(device.Kind, device.Index, shared: true);
            }
            catch (DeviceException) when (device.Kind != DeviceKind.Cpu)
            {
                // A driver that lists a device but cannot open it: try the next one.
            }
        }

        return Open(DeviceKind.Cpu, 0, shared: true);
    }

    // Missing drivers are not an error to ILGPU: they have no devices.
    private static Context Create(List<string> refused) => Context.Create(builder => builder
        .Optimize(OptimizationLevel.O2)
        .Cuda()
        .OpenCL(device => Accepts(device, refused))
        .CPU(new CPUDevice(2, 1, 1)));

    private static bool Accepts(CLDevice device, List<string> refused)
    {
        var refusal = Refusal(device.Name.Trim(), device.Capabilities.GenericAddressSpace, device.CLStdVersion >= CLBackend.MinimumVersion);
        if (refusal is not null) refused.Add(refusal);
        return refusal is null;
    }

    private static List<Device> Devices(Context context, DeviceKind kind) => kind switch
    {
        DeviceKind.Cuda => [.. context.GetCudaDevices()],
        DeviceKind.OpenCL => [.. ((List<CLDevice>)[.. context.GetCLDevices()]).OrderBy(device => device.DeviceType == CLDeviceType.CL_DEVICE_TYPE_GPU ? 0 : 1)],
        _ => [context.GetCPUDevice(0)],
    };

    private static List<AvailableDevice> List(Context context)
    {
        var list = new List<AvailableDevice>();
        foreach (var kind in Enum.GetValues<DeviceKind>())
        {
            foreach (var device in Devices(context, kind))
            {
                var name = kind == DeviceKind.Cpu ? "CPU" : device.Name.Trim();
                list.Add(new AvailableDevice(kind, list.Count(other => other.Kind == kind), name, BytesOf(device)));
            }
        }

        return list;
    }

    private static DeviceKind KindOf(Device device) => device.AcceleratorType switch
    {
        AcceleratorType.Cuda => DeviceKind.Cuda,
        AcceleratorType.OpenCL => DeviceKind.OpenCL,
        _ => DeviceKind.Cpu,
    };

    private static long BytesOf(Device device) =>
        device.AcceleratorType == AcceleratorType.CPU ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes : device.MemorySize;

    private static long LargestPieceOf(Device device) => device is CLDevice opencl
        ? CLAPI.CurrentAPI.GetDeviceInfo<long>(opencl.DeviceId, CLDeviceInfoType.CL_DEVICE_MAX_MEM_ALLOC_SIZE)
        : BytesOf(device);
}
