using System.Globalization;
using System.Text.Json;

namespace GanDsl.Training;

/// <summary>The element types read and written here, by the format's names.</summary>
internal enum SafetensorsType
{
    F32 = sizeof(float),
    I64 = sizeof(long),
}

/// <summary>A tensor as the header describes it. Offsets are bytes from the end of the header; they are those of the shape.</summary>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, long Begin, long End);

/// <summary>Parses the header's JSON to entries, each valid by itself.</summary>
internal static class SafetensorsHeader
{
    public static (IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata) Parse(string path, byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            if (header[0] != (byte)'{' || root.ValueKind != JsonValueKind.Object)
                throw new DataFileException(path, "a header that begins with {", "something else", Safetensors.FreshCopy);
            var entries = new List<SafetensorsEntry>();
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in root.EnumerateObject())
            {
                if (property.NameEquals("__metadata__")) ReadMetadata(path, property.Value, metadata);
                else entries.Add(Entry(path, property.Name, property.Value));
            }

            return (entries, metadata);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair, which JsonDocument finds only when the text is asked for.
            throw new DataFileException(path, "a header in JSON that names each tensor once", e.Message.TrimEnd('.'), Safetensors.FreshCopy, e);
        }
    }

    private static void ReadMetadata(string path, JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new DataFileException(path, "__metadata__ to be an object", Kind(element), Safetensors.FreshCopy);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
                throw new DataFileException(path, $"__metadata__ {property.Name} to be text", Kind(property.Value), Safetensors.FreshCopy);
            metadata.Add(property.Name, property.Value.GetString()!);
        }
    }

    private static SafetensorsEntry Entry(string path, string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new DataFileException(path, $"tensor {name} to be an object", Kind(element), Safetensors.FreshCopy);
        var type = Type(path, name, element);
        var shape = Numbers(path, name, element, "shape");
        var offsets = Numbers(path, name, element, "data_offsets");
        if (offsets.Count != 2 || offsets[0] > offsets[1])
            throw new DataFileException(path, $"tensor {name} to have data_offsets [begin, end], begin at most end", Text(offsets), Safetensors.FreshCopy);

        // In UInt128 and with every factor below 2^63, so that a damaged shape cannot overflow to the correct number.
        var bytes = shape.Contains(0) ? 0 : shape.Aggregate((UInt128)(int)type, (product, d) => product > long.MaxValue ? product : product * (UInt128)d);
        if (bytes != (UInt128)(offsets[1] - offsets[0]))
        {
            throw new DataFileException(
                path,
                string.Create(CultureInfo.InvariantCulture, $"tensor {name} of {type} {Text(shape)} to have {bytes} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"{offsets[1] - offsets[0]}"),
                Safetensors.FreshCopy);
        }

        if (bytes / (uint)type > (UInt128)Array.MaxLength)
            throw new DataFileException(
                path, $"tensor {name} to have at most {Array.MaxLength.ToString(CultureInfo.InvariantCulture)} elements", Text(shape), "split it");
        return new SafetensorsEntry(name, type, shape, offsets[0], offsets[1]);
    }

    private static SafetensorsType Type(string path, string name, JsonElement element)
    {
        var text = element.TryGetProperty("dtype", out var dtype) && dtype.ValueKind == JsonValueKind.String ? dtype.GetString() : null;
        return text switch
        {
            "F32" => SafetensorsType.F32,
            "I64" => SafetensorsType.I64,
            _ => throw new DataFileException(path, $"tensor {name} to have dtype F32 or I64", text ?? "none", "convert it to one of them"),
        };
    }

    private static List<long> Numbers(string path, string name, JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var array) || array.ValueKind != JsonValueKind.Array)
            throw new DataFileException(path, $"tensor {name} to have {property}, a list", "none", Safetensors.FreshCopy);
        var numbers = new List<long>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var number) || number < 0)
            {
                throw new DataFileException(path, $"tensor {name} to have whole numbers from 0 in {property}", Kind(item), Safetensors.FreshCopy);
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static string Kind(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.ValueKind.ToString();

    private static string Text(IEnumerable<long> numbers) => $"[{string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";
}
