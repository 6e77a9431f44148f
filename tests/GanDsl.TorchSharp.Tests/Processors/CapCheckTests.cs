using GanDsl.Processors;

namespace GanDsl.Tests.Torch.Processors;

/// <summary>When a setting counts as proved, when it cannot be proved on a processor, and when it is red.</summary>
public class CapCheckTests
{
    private static readonly SaidInstructions Xeon = new(
        new("AVX512", InstructionSet.Avx512),
        new("Intel AVX-512 with Intel DL Boost", InstructionSet.Avx512),
        new("Intel(R) Advanced Vector Extensions 512 (Intel(R) AVX-512) enabled processors", InstructionSet.Avx512),
        "OFF",
        "A");

    private static readonly SaidInstructions Epyc = new(
        new("AVX2", InstructionSet.Avx2), new("Intel AVX2", InstructionSet.Avx2), new("Intel(R) Architecture processors", InstructionSet.General), "OFF", "B");

    private static readonly Said Avx2 = new("Intel AVX2", InstructionSet.Avx2);

    public static TheoryData<string> Names => [.. ProcessorSetting.All.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OnAnIntel_EverySettingThatItsLibrariesObey_IsCapped(string name)
    {
        var setting = Setting(name);
        Assert.Equal((Proof.Capped, ""), CapCheck.Judge(setting, Obeyed(setting, Xeon), Xeon));
    }

    [Theory]
    [InlineData("none", Proof.Capped)]
    [InlineData("libtorch-default", Proof.Capped)]
    [InlineData("onednn-sse41", Proof.Capped)]
    [InlineData("onednn-avx2", Proof.Own)]
    [InlineData("mkl-sse42", Proof.NotCapped)]
    [InlineData("mkl-avx2", Proof.NotCapped)]
    [InlineData("mkl-compatible", Proof.Capped)]
    [InlineData("all-avx2", Proof.NotCapped)]
    public void OnAnAmdWithAvx2_MklsCapsProveNothing(string name, Proof expected)
    {
        var setting = Setting(name);
        var said = Obeyed(setting, Epyc) with { Mkl = Epyc.Mkl };
        Assert.Equal(expected, CapCheck.Judge(setting, said, Epyc).Proof);
    }

    [Fact]
    public void WhereMklIsNotCapped_ItIsSaidWhetherItsProductsChanged()
    {
        var setting = Setting("mkl-sse42");
        Assert.Equal(
            "MKL says Intel(R) Architecture processors and obeys MKL_ENABLE_INSTRUCTIONS on Intel's processors alone; "
            + "here a product has the same bits as without it",
            CapCheck.Judge(setting, Epyc, Epyc).Words);
        Assert.Contains("other bits than without it", CapCheck.Judge(setting, Epyc with { ProductBits = "C" }, Epyc).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libtorch-default", "libtorch says AVX512, above its cap of General")]
    [InlineData("onednn-sse41", "oneDNN says Intel AVX-512 with Intel DL Boost, above its cap of Sse41")]
    [InlineData("mkl-avx2", "MKL says Intel(R) Advanced Vector Extensions 512 (Intel(R) AVX-512) enabled processors, above its cap of Avx2")]
    [InlineData("mkl-compatible", "MKL's mode of reproducibility is OFF, not COMPATIBLE")]
    public void ACapThatIsNotObeyed_IsBroken(string name, string words) => Assert.Equal((Proof.Broken, words), CapCheck.Judge(Setting(name), Xeon, Xeon));

    [Fact]
    public void ALibraryThatSaysNothing_IsBroken()
    {
        var (proof, words) = CapCheck.Judge(Setting("none"), Xeon with { OneDnn = Said.Nothing }, Xeon);
        Assert.Equal((Proof.Broken, "oneDNN does not say which instructions it uses: nothing"), (proof, words));
    }

    [Fact]
    public void ALibraryThatNobodyCapped_AndThatSaysLess_IsBroken()
    {
        var said = Xeon with { Libtorch = new("DEFAULT", InstructionSet.General), OneDnn = Avx2 };
        Assert.Equal(Proof.Broken, CapCheck.Judge(Setting("libtorch-default"), said, Xeon).Proof);
    }

    [Fact]
    public void ACapBetween_ThatIsMissed_IsBroken() =>
        Assert.Equal(Proof.Broken, CapCheck.Judge(Setting("onednn-avx2"), Xeon with { OneDnn = new("Intel SSE4.1", InstructionSet.Sse41) }, Xeon).Proof);

    [Fact]
    public void ACapAboveTheProcessor_IsTheProcessorsOwn()
    {
        var old = Xeon with
        {
            Libtorch = new("DEFAULT", InstructionSet.General),
            OneDnn = new("Intel SSE4.1", InstructionSet.Sse41),
            Mkl = new("SSE4.2", InstructionSet.Sse42),
        };
        Assert.Equal(Proof.Own, CapCheck.Judge(Setting("all-avx2"), old, old).Proof);
        Assert.DoesNotContain(Setting("all-avx2").Variables(old), variable => variable.Name == "ATEN_CPU_CAPABILITY");
        Assert.Contains(Setting("all-avx2").Variables(Epyc), variable => variable == ("ATEN_CPU_CAPABILITY", "avx2"));
    }

    [Fact]
    public void TheSettings_AreTheSevenAndAllCapsTogether() => Assert.Equal(
        [
            "",
            "ATEN_CPU_CAPABILITY=default",
            "ONEDNN_MAX_CPU_ISA=SSE41",
            "ONEDNN_MAX_CPU_ISA=AVX2",
            "MKL_ENABLE_INSTRUCTIONS=SSE4_2",
            "MKL_ENABLE_INSTRUCTIONS=AVX2",
            "MKL_CBWR=COMPATIBLE",
            "ATEN_CPU_CAPABILITY=avx2 ONEDNN_MAX_CPU_ISA=AVX2 MKL_ENABLE_INSTRUCTIONS=AVX2",
        ],
        ProcessorSetting.All.Select(setting => string.Join(' ', setting.Variables().Select(variable => $"{variable.Name}={variable.Value}"))));

    private static ProcessorSetting Setting(string name) => ProcessorSetting.All.Single(setting => setting.Name == name);

    private static SaidInstructions Obeyed(ProcessorSetting setting, SaidInstructions own)
    {
        Said Capped(InstructionSet? cap, Said without) => cap is { } most && without.Set > most ? new(most.ToString(), most) : without;
        return own with
        {
            Libtorch = Capped(setting.Libtorch, own.Libtorch),
            OneDnn = Capped(setting.OneDnn, own.OneDnn),
            Mkl = Capped(setting.Mkl, own.Mkl),
            Reproducible = setting.Reproducible ?? own.Reproducible,
        };
    }
}
