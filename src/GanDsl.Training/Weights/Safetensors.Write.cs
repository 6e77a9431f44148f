using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GanDsl.Training;

public static partial class Safetensors
{
    /// <summary>Writes or replaces a file, atomically.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="tensors">The tensors. The header keeps their order.</param>
    /// <param name="metadata">Free text, such as the program that wrote the file.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, a name is <c>__metadata__</c>, or a shape is not that of its elements.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Check(tensors);

        // Wide elements first, as the reference implementation lays them out, so that each tensor is aligned to its elements.
        var layout = tensors.Where(t => t.Values is TensorValues.Int64).Concat(tensors.Where(t => t.Values is TensorValues.Float32)).ToList();
        var header = Header(tensors, layout, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[LengthBytes];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var tensor in layout) WriteElements(stream, tensor.Values);
        });
    }

    /// <summary>How many bytes a file of some tensors has, without metadata.</summary>
    internal static long Length(IReadOnlyList<NamedTensor> tensors) =>
        LengthBytes + Header(tensors, [.. tensors], metadata: null).Length + tensors.Sum(tensor => Bytes(tensor.Values));

    private static void Check(IReadOnlyList<NamedTensor> tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tensors.Count; i++)
        {
            var (name, shape, values) = tensors[i];
            if (name == Metadata)
                throw new ArgumentException($"Tensor {Text(i)} is named {Metadata}, which the format keeps for itself; rename it.", nameof(tensors));
            if (!names.Add(name)) throw new ArgumentException($"Tensor {Text(i)} is the second one named {name}; names must differ.", nameof(tensors));
            if (shape.Any(d => d < 0) || shape.Aggregate(1L, (product, d) => checked(product * d)) != values.Count)
            {
                throw new ArgumentException(
                    $"Tensor {name} has {Text(values.Count)} elements, but its shape is ({string.Join(", ", shape.Select(Text))}).", nameof(tensors));
            }
        }
    }

    private static byte[] Header(IReadOnlyList<NamedTensor> tensors, List<NamedTensor> layout, IReadOnlyDictionary<string, string>? metadata)
    {
        var begins = new Dictionary<string, long>(StringComparer.Ordinal);
        long end = 0;
        foreach (var tensor in layout)
        {
            begins.Add(tensor.Name, end);
            end += Bytes(tensor.Values);
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(Metadata);
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, value);
                json.WriteEndObject();
            }

            foreach (var tensor in tensors) WriteEntry(json, tensor, begins[tensor.Name]);
            json.WriteEndObject();
        }

        while (stream.Length % LengthBytes != 0) stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, NamedTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Values is TensorValues.Float32 ? "F32" : "I64");
        json.WriteStartArray("shape");
        foreach (var dimension in tensor.Shape) json.WriteNumberValue(dimension);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + Bytes(tensor.Values));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long Bytes(TensorValues values) => (long)values.Count * (values is TensorValues.Float32 ? sizeof(float) : sizeof(long));

    private static void WriteElements(Stream stream, TensorValues values)
    {
        if (values is TensorValues.Float32 floats) WriteLittleEndian(stream, floats.Elements, BinaryPrimitives.WriteSingleLittleEndian);
        else WriteLittleEndian(stream, ((TensorValues.Int64)values).Elements, BinaryPrimitives.WriteInt64LittleEndian);
    }

    private delegate void Encode<T>(Span<byte> bytes, T element);

    private static void WriteLittleEndian<T>(Stream stream, T[] elements, Encode<T> encode)
        where T : unmanaged
    {
        // Slices, because a span of bytes ends at 2 GiB and a tensor need not.
        var size = Marshal.SizeOf<T>();
        foreach (var slice in elements.Chunk(64 * 1024))
        {
            var bytes = new byte[slice.Length * size];
            for (var i = 0; i < slice.Length; i++) encode(bytes.AsSpan(i * size), slice[i]);
            stream.Write(bytes);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
