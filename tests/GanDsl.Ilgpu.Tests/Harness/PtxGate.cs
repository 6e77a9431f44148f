using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GanDsl.Ilgpu.Tests;

/// <summary>Compiles kernels for CUDA, which takes no GPU, and looks for what makes them slow.</summary>
internal static class PtxGate
{
    // Arrays that did not become registers, double precision by accident, functions that were not inlined.
    private static readonly string[] Refused = ["ld.local", "st.local", ".f64", "call"];

    /// <summary>Fails where an implicitly grouped kernel does not compile or holds an instruction that no kernel of ours should.</summary>
    public static void Check(MethodInfo kernel)
    {
        var lines = Compile(kernel).Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        var found = lines.Where(line => Refused.Any(word => line.Contains(word, StringComparison.Ordinal))).Distinct().ToArray();
        Assert.True(found.Length == 0, $"{kernel.Name} for CUDA has:\n{string.Join('\n', found.Take(10))}");
    }

    /// <summary>A kernel's PTX.</summary>
    public static string Compile(MethodInfo kernel)
    {
        using var context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
        using var backend = new PTXBackend(context, CudaArchitecture.SM_80, CudaInstructionSet.ISA_75, null!);
        var compiled = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel), new KernelSpecialization());
        return compiled.PTXAssembly;
    }
}
