using System.Text;
using System.Text.Json.Nodes;

namespace GanDsl.Training.Tests;

/// <summary>
/// Safetensors, straight from the words of its specification and with nothing of the product's: 8 bytes, N, an unsigned little-endian
/// 64-bit integer; N bytes of JSON that begin with { and may end in spaces; then the data, where data_offsets are [BEGIN, END).
/// </summary>
internal static class SpecificationReader
{
    public static (IReadOnlyList<NamedTensor> Tensors, Dictionary<string, string> Metadata) Read(byte[] file)
    {
        ulong n = 0;
        for (var i = 7; i >= 0; i--) n = (n << 8) | file[i];
        Assert.Equal(0ul, n % 8);
        Assert.Equal((byte)'{', file[8]);
        var header = (JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(file, 8, (int)n))!;
        var data = file[(8 + (int)n)..];
        var covered = new bool[data.Length];
        var tensors = new List<NamedTensor>();
        var metadata = new Dictionary<string, string>();
        foreach (var (name, node) in header)
        {
            if (name == "__metadata__")
            {
                foreach (var (key, value) in (JsonObject)node!) metadata.Add(key, (string)value!);
                continue;
            }

            var shape = ((JsonArray)node!["shape"]!).Select(d => (long)d!).ToArray();
            var (begin, end) = ((int)node["data_offsets"]![0]!, (int)node["data_offsets"]![1]!);
            for (var i = begin; i < end; i++)
            {
                Assert.False(covered[i], $"byte {i} belongs to two tensors");
                covered[i] = true;
            }

            tensors.Add(new NamedTensor(name, shape, Values((string)node["dtype"]!, data, begin, end)));
            Assert.Equal(shape.Aggregate(1L, (a, b) => a * b), tensors[^1].Values.Count);
        }

        Assert.DoesNotContain(false, covered);
        return (tensors, metadata);
    }

    private static TensorValues Values(string dtype, byte[] data, int begin, int end)
    {
        var size = dtype switch { "F32" => 4, "I64" => 8, _ => throw new NotSupportedException(dtype) };
        Assert.Equal(0, begin % size);
        var words = new List<ulong>();
        for (var at = begin; at < end; at += size)
        {
            ulong word = 0;
            for (var i = size - 1; i >= 0; i--) word = (word << 8) | data[at + i];
            words.Add(word);
        }

        return size == 4
            ? new TensorValues.Float32([.. words.Select(w => BitConverter.UInt32BitsToSingle((uint)w))])
            : new TensorValues.Int64([.. words.Select(w => unchecked((long)w))]);
    }
}
