namespace GanDsl.Processors;

/// <summary>Holds what the libraries say under a setting against its caps.</summary>
public static class CapCheck
{
    /// <param name="setting">The setting.</param>
    /// <param name="said">What the libraries say under it.</param>
    /// <param name="own">What they say without caps.</param>
    /// <returns>The worst of what its caps came to, and why, in words; empty where there is nothing to say.</returns>
    public static (Proof Proof, string Words) Judge(ProcessorSetting setting, SaidInstructions said, SaidInstructions own)
    {
        var found = new List<(Proof Proof, string Words)>
        {
            Judge("libtorch", setting.Libtorch, said.Libtorch, own.Libtorch),
            Judge("oneDNN", setting.OneDnn, said.OneDnn, own.OneDnn),
            JudgeMode(setting.Reproducible, said.Reproducible),
        };
        // In a mode of reproducibility MKL chooses by the mode.
        if (setting.Reproducible is null) found.Add(NamesNoSet(setting, said) ? JudgeByBits(said, own) : Judge("MKL", setting.Mkl, said.Mkl, own.Mkl));
        var worst = found.Max(one => one.Proof);
        return (worst, string.Join("; ", found.Where(one => one.Proof == worst && one.Words.Length > 0).Select(one => one.Words)));
    }

    private static (Proof Proof, string Words) Judge(string library, InstructionSet? cap, Said said, Said own)
    {
        if (said.Set is not { } set) return (Proof.Broken, $"{library} does not say which instructions it uses: {said}");
        if (cap is null) return set == own.Set ? (Proof.Capped, "") : (Proof.Broken, $"{library} says {said} without a cap of its own, and {own} without any");
        var most = cap.Value;
        if (set > most) return (Proof.Broken, $"{library} says {said}, above its cap of {most}");
        if (set == own.Set) return (Proof.Own, $"{library}'s cap, {most}, leaves it as it is: {own}");
        return set == most ? (Proof.Capped, "") : (Proof.Broken, $"{library} says {said}, which is neither its cap, {most}, nor its own, {own}");
    }

    // MKL orders Intel's processors by their instructions. Of others it says "Intel(R) Architecture" and chooses by the processor's maker and family.
    private static bool NamesNoSet(ProcessorSetting setting, SaidInstructions said) => setting.Mkl is not null && said.Mkl.Set == InstructionSet.General;

    private static (Proof Proof, string Words) JudgeByBits(SaidInstructions said, SaidInstructions own) => (
        Proof.NotCapped,
        $"MKL says {said.Mkl} and obeys MKL_ENABLE_INSTRUCTIONS on Intel's processors alone; here a product has "
        + (said.ProductBits is not null && said.ProductBits == own.ProductBits
            ? "the same bits as without it"
            : "other bits than without it, and nobody says by which instructions"));

    private static (Proof Proof, string Words) JudgeMode(string? asked, string? said)
    {
        var expected = asked ?? "OFF";
        return said == expected ? (Proof.Capped, "") : (Proof.Broken, $"MKL's mode of reproducibility is {said ?? "not said"}, not {expected}");
    }
}
