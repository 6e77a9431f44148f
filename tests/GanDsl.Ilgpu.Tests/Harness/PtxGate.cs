using System.Reflection;
using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GanDsl.Ilgpu.Tests;

/// <summary>What a kernel must not cost on CUDA, proved without a GPU: its PTX keeps values in registers, in single precision, without calls.</summary>
internal static class PtxGate
{
    private static readonly Context Context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
    private static readonly PTXBackend Backend = new(Context, CudaArchitecture.SM_80, CudaInstructionSet.ISA_75, null!);

    /// <summary>Fails if the kernel's PTX has local memory, double precision or calls.</summary>
    public static void Check(MethodInfo kernel)
    {
        string ptx;
        lock (Backend)
        {
            ptx = ((PTXCompiledKernel)Backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel), new KernelSpecialization())).PTXAssembly;
        }

        foreach (var line in ptx.Split('\n'))
        {
            Assert.False(Regex.IsMatch(line, @"ld\.local|st\.local|\.f64|\bcall\b"), $"{kernel.Name}: {line.Trim()}");
        }
    }
}
