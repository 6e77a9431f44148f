namespace GanDsl.Processors;

/// <summary>A setting under which one machine stands for another: variables, set before libtorch is loaded, and what each library must then say.</summary>
/// <param name="Name">What <c>--only</c> takes.</param>
/// <param name="Libtorch">What <c>ATEN_CPU_CAPABILITY</c> caps libtorch's own kernels to; null leaves them alone.</param>
/// <param name="OneDnn">What <c>ONEDNN_MAX_CPU_ISA</c> caps oneDNN to.</param>
/// <param name="Mkl">What <c>MKL_ENABLE_INSTRUCTIONS</c> caps MKL to.</param>
/// <param name="Reproducible">The mode that <c>MKL_CBWR</c> asks MKL for.</param>
public sealed record ProcessorSetting(
    string Name, InstructionSet? Libtorch = null, InstructionSet? OneDnn = null, InstructionSet? Mkl = null, string? Reproducible = null)
{
    /// <summary>All variables that settings set. A setting begins without any, whatever its caller's environment has.</summary>
    public static IReadOnlyList<string> AllVariables { get; } =
        ["ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA", "MKL_ENABLE_INSTRUCTIONS", "MKL_CBWR"];

    public static IReadOnlyList<ProcessorSetting> All { get; } =
    [
        new("none"),
        new("libtorch-default", Libtorch: InstructionSet.General),
        new("onednn-sse41", OneDnn: InstructionSet.Sse41),
        new("onednn-avx2", OneDnn: InstructionSet.Avx2),
        new("mkl-sse42", Mkl: InstructionSet.Sse42),
        new("mkl-avx2", Mkl: InstructionSet.Avx2),
        new("mkl-compatible", Reproducible: "COMPATIBLE"),
        new("all-avx2", InstructionSet.Avx2, InstructionSet.Avx2, InstructionSet.Avx2),
    ];

    /// <summary>The variables and their values.</summary>
    /// <param name="own">
    /// What the libraries say without caps. libtorch takes its variable's word for what the processor has, and would crash: more than that is not asked of it.
    /// </param>
    public IReadOnlyList<(string Name, string Value)> Variables(SaidInstructions? own = null)
    {
        var variables = new List<(string, string)>();
        if (Libtorch is { } libtorch && !(own?.Libtorch.Set < libtorch))
        {
            variables.Add(("ATEN_CPU_CAPABILITY", libtorch == InstructionSet.General ? "default" : Text(libtorch).ToLowerInvariant()));
        }

        if (OneDnn is { } oneDnn) variables.Add(("ONEDNN_MAX_CPU_ISA", Text(oneDnn)));
        if (Mkl is { } mkl) variables.Add(("MKL_ENABLE_INSTRUCTIONS", mkl == InstructionSet.Sse42 ? "SSE4_2" : Text(mkl)));
        if (Reproducible is { } mode) variables.Add(("MKL_CBWR", mode));
        return variables;
    }

    private static string Text(InstructionSet set) => set.ToString().ToUpperInvariant();
}
