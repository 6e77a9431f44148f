namespace GanDsl.Training;

/// <summary>
/// Weight files that PyTorch and others read too (<see href="https://github.com/huggingface/safetensors#format">the format</see>):
/// the header's length as a little-endian uint64, a JSON header padded with spaces, then the elements of every tensor without gaps.
/// </summary>
/// <remarks>The element types are those of <see cref="TensorValues"/>: F32 and I64.</remarks>
public static partial class Safetensors
{
    internal const string FreshCopy = "write or fetch the file again";

    private const string Metadata = "__metadata__";
    private const int LengthBytes = sizeof(ulong);

    /// <summary>The reference implementation's limit on a header.</summary>
    private const long LongestHeader = 100_000_000;
}

/// <summary>The content of a safetensors file.</summary>
/// <param name="Tensors">The tensors, in the header's order.</param>
/// <param name="Metadata">Free text under <c>__metadata__</c>; empty where there is none.</param>
public sealed record SafetensorsFile(IReadOnlyList<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);
