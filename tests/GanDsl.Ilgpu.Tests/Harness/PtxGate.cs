using System.Collections.Concurrent;
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

    // Never released: they serve the whole run. A kernel that does not compile leaves the context unusable, and everything behind it is red too.
    private static readonly Context Context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
    private static readonly PTXBackend Backend = new(Context, CudaArchitecture.SM_80, CudaInstructionSet.ISA_75, null!);

    private static readonly Lock Compiling = new();

    // What kernels that compute the same have in common is found once.
    private static readonly ConcurrentDictionary<string, string[]> FoundByIdentity = [];

    /// <summary>Fails where an implicitly grouped kernel does not compile or holds an instruction that no kernel of ours should.</summary>
    public static void Check(MethodInfo kernel)
    {
        var found = KernelIdentity.Of(kernel) is { } identity ? FoundByIdentity.GetOrAdd(identity, _ => Find(kernel)) : Find(kernel);
        Assert.True(found.Length == 0, $"{kernel.Name} for CUDA has:\n{string.Join('\n', found.Take(10))}");
    }

    /// <summary>A kernel's PTX.</summary>
    public static string Compile(MethodInfo kernel)
    {
        lock (Compiling)
        {
            return ((PTXCompiledKernel)Backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel), new KernelSpecialization())).PTXAssembly;
        }
    }

    private static string[] Find(MethodInfo kernel)
    {
        var lines = Compile(kernel).Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return [.. lines.Where(line => Refused.Any(word => line.Contains(word, StringComparison.Ordinal))).Distinct()];
    }
}
