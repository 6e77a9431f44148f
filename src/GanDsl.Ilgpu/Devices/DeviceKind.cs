namespace GanDsl.Ilgpu;

/// <summary>How kernels reach a device.</summary>
public enum DeviceKind
{
    /// <summary>An NVIDIA GPU, by PTX.</summary>
    Cuda,

    /// <summary>A device with OpenCL 2.0's generic address space: GPUs of AMD, Intel and others; PoCL's CPU where it is new enough.</summary>
    OpenCL,

    /// <summary>ILGPU's emulation on the CPU: correct everywhere, but slow.</summary>
    Cpu,
}
