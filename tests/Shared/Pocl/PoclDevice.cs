using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu.Testing;

/// <summary>
/// PoCL runs OpenCL kernels on the CPU: a compiled device on machines without a GPU. PoCL 3.1 does not announce the generic address space that ILGPU asks for,
/// though its compiler takes it under another name; both are put right here, for tests and benchmarks only. And its compiler reads 18,000 lines of declarations
/// with each kernel, which takes longer than the kernel: <see cref="PoclDeclarations"/> stand in for them.
/// </summary>
internal static class PoclDevice
{
    private const string BuildFlags = "POCL_EXTRA_BUILD_FLAGS";

    /// <summary>The device, or null where PoCL is not installed.</summary>
    /// <param name="store">Where it looks for kernels of earlier processes; nowhere if null.</param>
    public static ComputeDevice? TryOpen(KernelStore? store = null)
    {
        // The C library's environment: PoCL reads it there, and .NET's own setter does not reach it.
        SetEnvironment(BuildFlags, $"-D__generic=__attribute__((opencl_generic)) {PoclDeclarations.InPlaceOfTheDriversOwn}", overwrite: 1);
        Context context;
        try
        {
            context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2).OpenCL(Accepts));
        }
        catch (DllNotFoundException)
        {
            return null;
        }

        if (context.GetCLDevices().Count > 0) return new ComputeDevice(context, context.GetCLDevice(0), store: store) { Translated = Declare };
        context.Dispose();
        return null;
    }

    private static bool Accepts(CLDevice device)
    {
        if (!device.PlatformName.Contains("Portable Computing Language", StringComparison.Ordinal)) return false;
        Set(device, nameof(CLDevice.DeviceVersion), CLDeviceVersion.CL20);
        Set(device.Capabilities, nameof(CLCapabilityContext.GenericAddressSpace), true);
        return true;
    }

    private static void Declare(CompiledKernel kernel) =>
        Set(kernel, nameof(CLCompiledKernel.Source), PoclDeclarations.Text + ((CLCompiledKernel)kernel).Source);

    private static void Set(object target, string property, object value)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is { } field)
            {
                field.SetValue(target, value);
                return;
            }
        }

        throw new MissingFieldException(target.GetType().Name, property);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment(
        [MarshalAs(UnmanagedType.LPStr)] string name, [MarshalAs(UnmanagedType.LPStr)] string value, int overwrite);
}
