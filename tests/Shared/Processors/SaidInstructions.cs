using System.Text.RegularExpressions;

namespace GanDsl.Processors;

/// <summary>
/// What libtorch and the libraries inside it say they use, read from what a process printed that was started with ONEDNN_VERBOSE=1 and MKL_VERBOSE=1, and
/// multiplied and convolved.
/// </summary>
/// <param name="Libtorch">Its own kernels, by <c>at::get_cpu_capability</c>, in a line "libtorch: AVX2".</param>
/// <param name="OneDnn">The convolutions: <c>onednn_verbose,v1,info,cpu,isa:Intel AVX2</c>.</param>
/// <param name="Mkl">The matrix products: <c>MKL_VERBOSE oneMKL … architecture … enabled processors, Lnx …</c>.</param>
/// <param name="Reproducible">MKL's mode of conditional numerical reproducibility, said of each call: OFF, AUTO, COMPATIBLE; null where it said none.</param>
/// <param name="ProductBits">A digest of a matrix product's bits, in a line "product: 1A2B…": equal ones come from equal kernels.</param>
public sealed partial record SaidInstructions(Said Libtorch, Said OneDnn, Said Mkl, string? Reproducible, string? ProductBits)
{
    public const string LibtorchLine = "libtorch: ";
    public const string ProductLine = "product: ";

    public static SaidInstructions Parse(string printed)
    {
        var (oneDnn, mkl) = (OneDnnLine().Match(printed), MklLine().Match(printed));
        var libtorch = Line(printed, LibtorchLine);
        return new SaidInstructions(
            libtorch is null ? Said.Nothing : new Said(libtorch, OfLibtorch(libtorch)),
            oneDnn.Success ? new Said(oneDnn.Groups["words"].Value.Trim(), OfOneDnn(oneDnn.Groups["words"].Value.Trim())) : Said.Nothing,
            mkl.Success ? new Said(mkl.Groups["words"].Value, OfMkl(mkl.Groups["words"].Value)) : Said.Nothing,
            MklCall().Match(printed) is { Success: true } call ? call.Groups["mode"].Value : null,
            Line(printed, ProductLine));
    }

    private static string? Line(string printed, string start) =>
        printed.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private static InstructionSet? OfLibtorch(string words) => words switch
    {
        "DEFAULT" or "NO AVX" => InstructionSet.General,
        "AVX2" => InstructionSet.Avx2,
        "AVX512" => InstructionSet.Avx512,
        _ => null,
    };

    private static InstructionSet? OfOneDnn(string words) => words switch
    {
        "Intel 64" => InstructionSet.General,
        "Intel SSE4.1" => InstructionSet.Sse41,
        "Intel AVX" => InstructionSet.Avx,
        _ when words == "Intel AVX2" || words.StartsWith("Intel AVX2 ", StringComparison.Ordinal) => InstructionSet.Avx2,
        _ when words.StartsWith("Intel AVX-512", StringComparison.Ordinal) => InstructionSet.Avx512,
        _ => null,
    };

    // The longer names begin as the shorter ones do: Advanced Vector Extensions, … 2, … 512.
    private static InstructionSet? OfMkl(string words) => words switch
    {
        "Intel(R) Architecture processors" => InstructionSet.General,
        _ when words.Contains("Vector Extensions 512", StringComparison.Ordinal) => InstructionSet.Avx512,
        _ when words.Contains("Vector Extensions 2 ", StringComparison.Ordinal) => InstructionSet.Avx2,
        _ when words.Contains("Vector Extensions ", StringComparison.Ordinal) => InstructionSet.Avx,
        _ when words.Contains("SSE4.2", StringComparison.Ordinal) => InstructionSet.Sse42,
        _ when words.Contains("SSSE3", StringComparison.Ordinal) || words.Contains("SSE2", StringComparison.Ordinal) => InstructionSet.General,
        _ => null,
    };

    [GeneratedRegex(@"^(?:onednn|dnnl)_verbose,(?:v\d+,)?info,cpu,isa:(?<words>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex OneDnnLine();

    [GeneratedRegex(@"^MKL_VERBOSE (?:oneMKL|Intel\(R\) MKL)[^\r\n]* architecture (?<words>[^\r\n]+?), (?:Lnx|Win|OSX)\b", RegexOptions.Multiline)]
    private static partial Regex MklLine();

    [GeneratedRegex(@"^MKL_VERBOSE \S+\([^\r\n]* CNR:(?<mode>\S+)", RegexOptions.Multiline)]
    private static partial Regex MklCall();
}
