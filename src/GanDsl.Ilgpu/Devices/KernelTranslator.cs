using System.Globalization;
using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.IR.Types;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu;

/// <summary>
/// Kernels in the language of a device's driver: translated by ILGPU, or, where the language is OpenCL C, read from the store where an earlier process has put
/// them. ILGPU takes some 40 ms for a kernel and a store 0.1.
/// </summary>
/// <param name="accelerator">The device.</param>
/// <param name="groupSize">How many work items a group has.</param>
/// <param name="store">The store, or null for none.</param>
internal sealed class KernelTranslator(Accelerator accelerator, int groupSize, KernelStore? store)
{
    // How ILGPU passes a view to OpenCL: an address and a length.
    private const int FieldsOfAView = 2;

    private readonly Lock translating = new();
    private readonly Lazy<string> surroundings = new(() => Surroundings((CLAccelerator)accelerator, groupSize));
    private readonly Lazy<TypeInformationManager> types = new();

    /// <summary>How many kernels ILGPU has translated.</summary>
    public int Translations { get; private set; }

    /// <summary>The kernel, for the driver to compile.</summary>
    /// <param name="method">A static method of the kernel library, with its strategies.</param>
    /// <param name="identity">What it computes, as text (<see cref="KernelIdentity"/>); null where it is only equal to itself, and is not stored.</param>
    public CompiledKernel Translate(MethodInfo method, string? identity)
    {
        var entry = EntryPointDescription.FromImplicitlyGroupedKernel(method);
        var specialization = new KernelSpecialization(groupSize, null);
        if (accelerator is not CLAccelerator opencl) return Translate(entry, specialization);
        var key = store is null || identity is null ? null : $"{surroundings.Value}\n{identity}";
        if (key is null || store!.Find(key) is not { } text)
        {
            text = KernelText.Renumber(((CLCompiledKernel)Translate(entry, specialization)).Source);
            if (key is not null) store!.Add(key, text);
        }

        lock (translating)
        {
            var withoutSharedMemory = new SharedMemorySpecification(0, false);
            var point = new SeparateViewEntryPoint(entry, withoutSharedMemory, specialization, types.Value, FieldsOfAView);
            return new CLCompiledKernel(opencl.Context, point, null, text, opencl.CLStdVersion);
        }
    }

    // ILGPU translates one kernel at a time.
    private CompiledKernel Translate(in EntryPointDescription entry, in KernelSpecialization specialization)
    {
        lock (translating)
        {
            Translations++;
            return accelerator.CompileKernel(entry, specialization);
        }
    }

    // What a text depends on, besides the kernel: who wrote it, and for which device.
    private static string Surroundings(CLAccelerator device, int groupSize)
    {
        var assemblies = new[] { typeof(KernelTranslator), typeof(IShape), typeof(Context), typeof(object) }.Select(type => type.Module.ModuleVersionId);
        var settings = device.Context.Properties;
        var capabilities = typeof(CLCapabilityContext).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.FlattenHierarchy)
            .Where(property => property.PropertyType == typeof(bool))
            .Select(property => $"{property.Name} {property.GetValue(device.Capabilities)}")
            .Order(StringComparer.Ordinal);
        return string.Join(
            '\n',
            [
                .. assemblies.Select(assembly => assembly.ToString()),
                $"{settings.OptimizationLevel} {settings.InliningMode} {settings.MathMode} {settings.StaticFieldMode} {settings.ArrayMode}",
                $"{settings.EnableAssertions} {settings.EnableIOOperations} {groupSize.ToString(CultureInfo.InvariantCulture)}",
                $"{device.PlatformName} {device.PlatformVersion} {device.Name} {device.Vendor} {device.CLStdVersion}",
                .. device.Device.Extensions,
                .. capabilities,
            ]);
    }
}
