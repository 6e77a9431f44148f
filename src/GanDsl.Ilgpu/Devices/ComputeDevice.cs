using GanDsl.Ilgpu.Kernels;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu;

/// <summary>A device for games. Members may be called from several threads; what they queue runs in the order of the calls.</summary>
public sealed partial class ComputeDevice : IDisposable
{
    private readonly Context context;
    private readonly int groupSize;
    private readonly Dictionary<System.Reflection.MethodInfo, object> kernels = [];
    private readonly Dictionary<string, object> kernelsByIdentity = new(StringComparer.Ordinal);
    private readonly KernelTranslator translator;
    private readonly bool shared, contiguous;
    private readonly (int Items, int Terms) slicing;

    internal ComputeDevice(Context context, Device device, bool shared = false, KernelStore? store = null)
    {
        this.context = context;
        this.shared = shared;
        Kind = KindOf(device);
        Accelerator = device.CreateAccelerator(context);
        (groupSize, MaxItems) = Sizes(device);
        translator = new KernelTranslator(Accelerator, groupSize, store);
        slicing = SlicesOf(device);
        contiguous = device is CPUDevice or CLDevice { DeviceType: CLDeviceType.CL_DEVICE_TYPE_CPU };
        Bytes = BytesOf(device);
        LargestPiece = LargestPieceOf(device);
    }

    /// <summary>The device's name, from its driver.</summary>
    public string Name => Kind == DeviceKind.Cpu ? "CPU" : Accelerator.Name.Trim();

    /// <summary>How kernels reach the device.</summary>
    public DeviceKind Kind { get; }

    /// <summary>The device in words: <c>NVIDIA H100 (CUDA)</c>.</summary>
    public string Description => Describe(Kind, Name);

    /// <summary>How many work items a kernel that walks over its elements is launched with at most: enough to fill the device, and no more.</summary>
    public int MaxItems { get; }

    /// <summary>How many kernels were launched so far.</summary>
    public long Launches { get; private set; }

    /// <summary>How many times the host waited for the device so far.</summary>
    public long Synchronizations { get; private set; }

    internal Accelerator Accelerator { get; }

    /// <summary>Receives each kernel before the driver compiles it.</summary>
    internal Action<CompiledKernel>? Translated { get; init; }

    /// <summary>The kernels requested so far, compiled or not.</summary>
    internal IReadOnlyCollection<System.Reflection.MethodInfo> Methods => kernels.Keys;

    /// <summary>How many distinct kernels those are.</summary>
    internal int DistinctKernels => kernels.Values.Distinct().Count();

    /// <summary>How many kernels ILGPU has translated, rather than found in the store.</summary>
    internal int Translations => translator.Translations;

    /// <summary>The device's memory, in bytes.</summary>
    internal long Bytes { get; }

    /// <summary>The largest guaranteed allocation, in bytes.</summary>
    internal long LargestPiece { get; }

    /// <summary>Held while anything is queued: drivers' kernels store their arguments from one call to the next.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>How many work items to launch for a number of elements.</summary>
    /// <param name="count">The elements, at least 1.</param>
    public int Items(long count) => (int)Math.Min(count, MaxItems);

    /// <summary>Sums in a given number of slices, split as suits the device.</summary>
    public Slicing SlicesFor(int slices) => new(slices, contiguous && slices > 1);

    /// <summary>How to split sums, so that they fill the device: at most <see cref="Slicing.Limit"/> / outputs slices, at least 1.</summary>
    /// <param name="outputs">How many sums there are, at least 1.</param>
    /// <param name="terms">How many terms each has.</param>
    public Slicing Slices(int outputs, long terms)
    {
        var count = Math.Min(slicing.Items / outputs, terms / slicing.Terms);
        return new Slicing((int)Math.Max(count, 1), contiguous);
    }

    /// <summary>A kernel, compiled at its first launch; the same object for the same method, and for methods with equivalent strategies.</summary>
    /// <param name="method">A static method of the kernel library, with its strategies.</param>
    public Kernel<TArguments> Load<TArguments>(Action<Index1D, TArguments> method)
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(method);
        lock (Gate)
        {
            if (kernels.TryGetValue(method.Method, out var kernel)) return (Kernel<TArguments>)kernel;
            var identity = KernelIdentity.Of(method.Method);
            if (identity is null || !kernelsByIdentity.TryGetValue(identity, out kernel)) kernel = new Kernel<TArguments>(this, method, identity);
            if (identity is not null) kernelsByIdentity.TryAdd(identity, kernel);
            kernels.Add(method.Method, kernel);
            return (Kernel<TArguments>)kernel;
        }
    }

    /// <summary>Waits until all that was queued has run.</summary>
    /// <exception cref="DeviceException">The device failed.</exception>
    public void Synchronize()
    {
        try
        {
            lock (Gate)
            {
                Accelerator.DefaultStream.Synchronize();
                Synchronizations++;
            }
        }
        catch (AcceleratorException error)
        {
            throw DeviceException.Lost(this, "waiting for what was queued", error);
        }
    }

    /// <summary>Releases the device with the memory on it; the shared <see cref="Default"/> stays open.</summary>
    public void Dispose()
    {
        if (shared) return;
        Accelerator.Dispose();
        context.Dispose();
    }

    internal static string Describe(DeviceKind kind, string name) => kind switch
    {
        DeviceKind.Cuda => $"{name} (CUDA)",
        DeviceKind.OpenCL => $"{name} (OpenCL)",
        _ => $"{name} (emulated)",
    };

    // The driver's compiler, which takes most of the time, works on several kernels.
    internal Action<AcceleratorStream, Index1D, TArguments> Compile<TArguments>(Action<Index1D, TArguments> method, string? identity)
        where TArguments : struct
    {
        var translated = translator.Translate(method.Method, identity);
        Translated?.Invoke(translated);
        return Accelerator.LoadImplicitlyGroupedKernel(translated, groupSize).CreateLauncherDelegate<Action<AcceleratorStream, Index1D, TArguments>>();
    }

    /// <summary>Counts a launch; the gate is held.</summary>
    internal void CountLaunch() => Launches++;

    /// <summary>Counts a wait; the gate is held.</summary>
    internal void CountSynchronization() => Synchronizations++;

    // GPUs: all resident threads once. A CPU under OpenCL: one item per element, since its compiler vectorises over items (16 times as fast).
    // The emulation: one operating system thread per item and a group of two.
    private static (int Group, int MaxItems) Sizes(Device device) => device switch
    {
        { AcceleratorType: AcceleratorType.CPU } => (device.MaxNumThreadsPerGroup, 2 * device.MaxNumThreadsPerGroup),
        CLDevice { DeviceType: CLDeviceType.CL_DEVICE_TYPE_CPU } => (64, 1 << 30),
        CLDevice => (128, Math.Max(65536, device.NumMultiprocessors * 2048)),
        _ => (128, Math.Max(65536, device.NumMultiprocessors * device.MaxNumThreadsPerMultiprocessor)),
    };

    // How many work items a sum is split into, and how many terms are worth an item.
    private static (int Items, int Terms) SlicesOf(Device device) => device switch
    {
        { AcceleratorType: AcceleratorType.CPU } => (2 * device.MaxNumThreadsPerGroup, 1024),
        CLDevice { DeviceType: CLDeviceType.CL_DEVICE_TYPE_CPU } => (Math.Min(device.NumMultiprocessors * 128, Slicing.Limit), 256),
        _ => (Slicing.Limit, 32),
    };
}
