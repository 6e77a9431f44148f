using GanDsl.Processors;

namespace GanDsl.Tests.Torch.Processors;

/// <summary>What libraries print about themselves, recorded on the processors named, or with the words that stand in libtorch 2.10's own binary.</summary>
public class SaidInstructionsTests
{
    private const string Avx512 = "Intel(R) Advanced Vector Extensions 512 (Intel(R) AVX-512) ";

    private const string Mkl2024 = "MKL_VERBOSE oneMKL 2024.0 Update 2 Product build 20240605 for Intel(R) 64 architecture ";

    private const string Zen3 = """
        onednn_verbose,v1,info,oneDNN v3.7.1 (commit 8d263e693366ef8db40acc569cc7d8edf644556d)
        onednn_verbose,v1,info,cpu,runtime:OpenMP,nthr:1
        onednn_verbose,v1,info,cpu,isa:Intel AVX2
        onednn_verbose,v1,info,gpu,runtime:none
        onednn_verbose,v1,primitive,exec,cpu,reorder,jit:uni,undef,src:f32::blocked:abcd::f0 dst:f32::blocked:ABcd8b8a::f0,,,16x16x3x3,0.0129395
        MKL_VERBOSE oneMKL 2024.0 Update 2 Product build 20240605 for Intel(R) 64 architecture Intel(R) Architecture processors, Lnx 2.45GHz lp64 gnu_thread
        MKL_VERBOSE SDOT(2,0x3a4d2d70,1,0x3a4d2d70,1) 62.24us CNR:OFF Dyn:1 FastMM:1 TID:0  NThr:2

        libtorch: AVX2
        product: F5C3DE43DCADADDB
        """;

    [Fact]
    public void AnAmdEpycOfFamily25_SaysAvx2_AndMklNamesNoSet()
    {
        var said = SaidInstructions.Parse(Zen3.ReplaceLineEndings("\n"));

        Assert.Equal(new Said("AVX2", InstructionSet.Avx2), said.Libtorch);
        Assert.Equal(new Said("Intel AVX2", InstructionSet.Avx2), said.OneDnn);
        Assert.Equal(new Said("Intel(R) Architecture processors", InstructionSet.General), said.Mkl);
        Assert.Equal("OFF", said.Reproducible);
        Assert.Equal("F5C3DE43DCADADDB", said.ProductBits);
    }

    [Fact]
    public void LinesMayEndAsOnWindows() =>
        Assert.Equal(SaidInstructions.Parse(Zen3.ReplaceLineEndings("\n")), SaidInstructions.Parse(Zen3.ReplaceLineEndings("\r\n")));

    [Fact]
    public void WhoPrintsNothing_SaysNothing()
    {
        var said = SaidInstructions.Parse("Segmentation fault\n");
        Assert.Equal(new SaidInstructions(Said.Nothing, Said.Nothing, Said.Nothing, null, null), said);
        Assert.Equal("nothing", said.Mkl.ToString());
    }

    [Theory]
    [InlineData("DEFAULT", InstructionSet.General)]
    [InlineData("AVX2", InstructionSet.Avx2)]
    [InlineData("AVX512", InstructionSet.Avx512)]
    [InlineData("SVE256", null)]
    [InlineData("cannot be asked here", null)]
    public void Libtorch(string words, InstructionSet? expected) =>
        Assert.Equal(new Said(words, expected), SaidInstructions.Parse($"libtorch: {words}\n").Libtorch);

    [Theory]
    [InlineData("Intel 64", InstructionSet.General)]
    [InlineData("Intel SSE4.1", InstructionSet.Sse41)]
    [InlineData("Intel AVX", InstructionSet.Avx)]
    [InlineData("Intel AVX2", InstructionSet.Avx2)]
    [InlineData("Intel AVX2 with Intel DL Boost", InstructionSet.Avx2)]
    [InlineData("Intel AVX2 with Intel DL Boost, float16 and bfloat16 support", InstructionSet.Avx2)]
    [InlineData("Intel AVX-512 with AVX512BW, AVX512VL, and AVX512DQ extensions", InstructionSet.Avx512)]
    [InlineData("Intel AVX-512 with Intel DL Boost and bfloat16 support", InstructionSet.Avx512)]
    [InlineData("Intel AVX-512 with float16, Intel DL Boost and bfloat16 support and Intel AMX with bfloat16 and 8-bit integer support", InstructionSet.Avx512)]
    [InlineData("AArch64 SVE (256 bits)", null)]
    public void OneDnn(string words, InstructionSet? expected) =>
        Assert.Equal(new Said(words, expected), SaidInstructions.Parse($"onednn_verbose,v1,info,cpu,isa:{words}\n").OneDnn);

    [Theory]
    [InlineData("Intel(R) Architecture processors", InstructionSet.General)]
    [InlineData("Intel(R) Streaming SIMD Extensions 2 (Intel(R) SSE2) enabled processors", InstructionSet.General)]
    [InlineData("Intel(R) Supplemental Streaming SIMD Extensions 3 (Intel(R) SSSE3) enabled processors", InstructionSet.General)]
    [InlineData("Intel(R) Streaming SIMD Extensions 4.2 (Intel(R) SSE4.2) enabled processors", InstructionSet.Sse42)]
    [InlineData("Intel(R) Advanced Vector Extensions (Intel(R) AVX) enabled processors", InstructionSet.Avx)]
    [InlineData("Intel(R) Advanced Vector Extensions 2 (Intel(R) AVX2) enabled processors", InstructionSet.Avx2)]
    [InlineData("Intel(R) Advanced Vector Extensions 2 (Intel(R) AVX-2) with support of Intel(R) Deep Learning Boost (Intel(R) DL Boost)", InstructionSet.Avx2)]
    [InlineData(Avx512 + "enabled processors", InstructionSet.Avx512)]
    [InlineData(Avx512 + "with support of Intel(R) Deep Learning Boost (Intel(R) DL Boost), EVEX-encoded AES and …", InstructionSet.Avx512)]
    [InlineData(Avx512 + "with support for INT8, BF16, and FP16 (limited) instructions", InstructionSet.Avx512)]
    [InlineData("Something New enabled processors", null)]
    public void Mkl(string words, InstructionSet? expected) =>
        Assert.Equal(new Said(words, expected), SaidInstructions.Parse($"{Mkl2024}{words}, Lnx 2.90GHz lp64 gnu_thread\n").Mkl);

    [Theory]
    [InlineData("OFF")]
    [InlineData("AUTO")]
    [InlineData("COMPATIBLE")]
    [InlineData("AVX2,STRICT")]
    public void MklsMode(string mode) => Assert.Equal(
        mode, SaidInstructions.Parse($"MKL_VERBOSE SGEMM(N,N,64,64,64,0x7fa8fce5ada0,64) 91.95ms CNR:{mode} Dyn:1 FastMM:1 TID:0  NThr:2\n").Reproducible);
}
