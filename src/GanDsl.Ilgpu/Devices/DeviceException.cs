using System.Globalization;
using System.Reflection;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GanDsl.Ilgpu;

/// <summary>A device is missing, too small, unsuitable, or failed. The message says which, the numbers, and what to do.</summary>
public sealed class DeviceException : Exception
{
    internal DeviceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>No device with this index.</summary>
    internal static DeviceException NoSuch(DeviceKind kind, int index, IReadOnlyList<AvailableDevice> available, IReadOnlyList<string> refused)
    {
        var list = string.Join(
            "; ", available.Select(device => string.Create(CultureInfo.InvariantCulture, $"{device.Kind} {device.Index}: {device.Description}")));
        var why = refused.Count == 0 ? string.Empty : $" Not usable: {string.Join("; ", refused)}.";
        return new DeviceException(string.Create(CultureInfo.InvariantCulture, $"There is no {kind} device {index}. There is {list}.{why}"));
    }

    /// <summary>A device is listed but does not open.</summary>
    internal static DeviceException CannotOpen(DeviceKind kind, int index, Exception error) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture, $"{kind} device {index} does not open: {Reason(error)}. Another device may: ComputeDevice.All() lists them."),
            error);

    /// <summary>An allocation was refused, or would be.</summary>
    internal static DeviceException OutOfMemory(string device, string what, long bytes, long total, long largest, Exception? error = null) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{device} has no room for {what}: {Size(bytes)} in one piece, of {Size(total)} in all")
            + (largest < total ? $" and at most {Size(largest)} in one piece" : string.Empty)
            + $"{(error is null ? string.Empty : $" ({Reason(error)})")}. Use a smaller batch or network, close what else uses the device, "
            + "or compile with Backends.Torch.",
            error);

    /// <summary>A value has more elements than kernels can number.</summary>
    internal static DeviceException TooLarge(string what, long elements) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} has {elements} elements; kernels number at most {int.MaxValue}. Use a smaller batch."));

    /// <summary>The device failed while it worked.</summary>
    internal static DeviceException Lost(ComputeDevice device, string doing, Exception error) =>
        new(
            $"{device.Description} failed while {doing}: {Reason(error)}. What is on the device is lost; open it again and continue from the last checkpoint.",
            error);

    /// <summary>A kernel cannot be built for the device; ILGPU then builds nothing more in its context.</summary>
    internal static DeviceException CannotCompile(ComputeDevice device, MethodInfo method, Exception error) =>
        new($"{Describe(method)} cannot be compiled for {device.Description}: {Reason(error)}. Use another device, or compile with Backends.Torch.", error);

    /// <summary>A kernel's name with its strategies.</summary>
    internal static string Describe(MethodInfo method)
    {
        var strategies = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : string.Empty;
        return $"{method.DeclaringType?.Name}.{method.Name}{strategies}";
    }

    internal static bool MeansOutOfMemory(Exception error) => error switch
    {
        OutOfMemoryException => true,
        CLException opencl => opencl.Error is CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES
            or CLError.CL_OUT_OF_HOST_MEMORY or CLError.CL_INVALID_BUFFER_SIZE,
        CudaException cuda => cuda.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY),
        _ => false,
    };

    // ILGPU's messages for OpenCL leave the error out.
    private static string Reason(Exception error) => error switch
    {
        CLException opencl => opencl.Error.ToString(),
        CudaException cuda => $"{cuda.Error}, {cuda.Message}".TrimEnd('.'),
        { InnerException: AcceleratorException inner } => Reason(inner),
        { InnerException: { } inner } => $"{error.Message.TrimEnd('.')}: {inner.Message.TrimEnd('.')}",
        _ => error.Message.TrimEnd('.'),
    };

    private static string Size(long bytes) => bytes < 10L << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB");
}
