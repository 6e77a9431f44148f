namespace GanDsl;

/// <summary>The backends that code can be generated for.</summary>
/// <remarks>
/// Code is generated for a backend when the project references its package and the marker does not leave it out:
/// <c>[Generator(latent: 100, Backends = Backends.Torch)]</c>.
/// </remarks>
[Flags]
public enum Backends
{
    /// <summary>libtorch, through TorchSharp: the package GanDsl.TorchSharp.</summary>
    Torch = 1,

    /// <summary>Our own kernels on CUDA, OpenCL or the CPU, through ILGPU: the package GanDsl.Ilgpu.</summary>
    Ilgpu = 2,

    /// <summary>Every backend whose package the project references. The default.</summary>
    All = ~0,
}
