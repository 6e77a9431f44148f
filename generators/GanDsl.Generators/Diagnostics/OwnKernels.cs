using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Whether a class gets code for our own kernels.</summary>
internal static class OwnKernels
{
    public static bool AreWanted(Compilation compilation, int backends) =>
        (backends & (int)GanDsl.Backends.Ilgpu) != 0 && compilation.GetTypeByMetadataName("GanDsl.Ilgpu.IlgpuNetwork") is not null;
}
