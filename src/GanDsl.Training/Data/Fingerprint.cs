using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GanDsl.Training;

/// <summary>Short hashes, by which data are known again: the same on every machine.</summary>
internal static class Fingerprint
{
    private const int Block = 1024;
    private const int Blocks = 256;
    private const int Bytes = 16;

    /// <summary>That of texts, in their order.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return Text(hash);
    }

    /// <summary>
    /// That of many numbers: of how many they are, and of 256 blocks of 1024 evenly among them with the first and the last; of all where they are fewer.
    /// </summary>
    public static string Of<T>(ReadOnlySpan<T> numbers)
        where T : struct
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes((long)numbers.Length));
        if (numbers.Length <= Block * Blocks)
        {
            hash.AppendData(MemoryMarshal.AsBytes(numbers));
            return Text(hash);
        }

        for (long block = 0; block < Blocks; block++)
            hash.AppendData(MemoryMarshal.AsBytes(numbers.Slice((int)(block * (numbers.Length - Block) / (Blocks - 1)), Block)));
        return Text(hash);
    }

    private static string Text(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
}
