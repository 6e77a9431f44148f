using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GanDsl.Training;

/// <summary>A checkpoint's metadata: a JSON file that ends with the checksum of everything before it.</summary>
internal sealed record CheckpointManifest(
    long Step,
    DateTimeOffset Written,
    string Game,
    string Device,
    DeclarationText Declaration,
    DataPlace? Data,
    Metric? Metric,
    IReadOnlyDictionary<string, string> Versions,
    string TensorFile,
    long TensorBytes,
    string TensorHash)
{
    /// <summary>The format that is written, and the newest that is read. The first one did not have the game's declaration.</summary>
    public const int Format = 2;

    private const long Longest = 1 << 24;
    private const string HashMember = "\"sha256_of_the_above\"";
    private const string GameMember = "game";
    private const string Remedy = "take the checkpoint before it";

    private static readonly (string Player, string Name)[] members =
        [("G", "generator"), ("D", "discriminator"), ("F", "inverse_generator"), ("D of X", "inverse_discriminator")];

    /// <summary>The file's content.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" })) Write(json);

        // Replaces the closing brace by the checksum and a brace.
        byte[] above = [.. stream.ToArray()[..^"\n}"u8.Length], .. ",\n  "u8];
        return [.. above, .. Below(above)];
    }

    /// <summary>Reads a file, and validates all of it.</summary>
    /// <exception cref="DataFileException">It is not such a file, of a newer format, or damaged.</exception>
    public static CheckpointManifest Read(string path)
    {
        byte[] bytes;
        using (var file = InputFile.Open(path, "a checkpoint's manifest"))
        {
            if (file.Length > Longest)
                throw new DataFileException(
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"a checkpoint's manifest of at most {Longest} bytes"),
                    string.Create(CultureInfo.InvariantCulture, $"{file.Length}"),
                    Remedy);
            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            var format = root.GetProperty("format").GetInt32();
            if (format > Format)
            {
                throw new DataFileException(
                    path, string.Create(CultureInfo.InvariantCulture, $"a checkpoint of format {Format} or older"),
                    string.Create(CultureInfo.InvariantCulture, $"format {format}, a newer GanDsl's"), "update GanDsl");
            }

            CheckHash(path, bytes);
            return Parse(root);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(path, "a checkpoint's manifest in JSON", $"damage ({e.Message.TrimEnd('.')})", Remedy, e);
        }
    }

    private static void CheckHash(string path, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf(Encoding.UTF8.GetBytes(HashMember));
        if (end < 0 || !bytes[end..].SequenceEqual(Below(bytes[..end])))
            throw new DataFileException(path, "a manifest that ends with its own checksum", "another one: it is damaged", Remedy);
    }

    private static byte[] Below(ReadOnlySpan<byte> above) => Encoding.UTF8.GetBytes($"{HashMember}: \"{Hash(above)}\"\n}}\n");

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static CheckpointManifest Parse(JsonElement root)
    {
        var tensors = root.GetProperty("tensors");
        return new CheckpointManifest(
            root.GetProperty("step").GetInt64(),
            root.GetProperty("written").GetDateTimeOffset(),
            root.GetProperty("game").GetString()!,
            root.GetProperty("device").GetString()!,
            ParseDeclaration(root.GetProperty("architecture")),
            root.TryGetProperty("data", out var data)
                ? ParsePlace(data)
                : null,
            root.TryGetProperty("metric", out var metric) ? new Metric(metric.GetProperty("name").GetString()!, metric.GetProperty("value").GetDouble()) : null,
            root.GetProperty("versions").EnumerateObject().ToDictionary(version => version.Name, version => version.Value.GetString()!),
            tensors.GetProperty("file").GetString()!,
            tensors.GetProperty("bytes").GetInt64(),
            tensors.GetProperty("sha256").GetString()!);
    }

    private static DataPlace ParsePlace(JsonElement data) => new(
        data.GetProperty("epoch").GetInt32(), data.GetProperty("batch").GetInt32(), data.GetProperty("batch_size").GetInt32(),
        data.GetProperty("samples").GetInt32(), data.GetProperty("seed").GetInt64())
    {
        // Earlier versions did not write it.
        Identity = data.TryGetProperty("identity", out var identity)
            ? new DataIdentity(
                identity.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetString()!), Lines(data.GetProperty("class_names")))
            : null,
    };

    private static DeclarationText ParseDeclaration(JsonElement json)
    {
        var players = new List<(string, IReadOnlyList<string>)>();
        foreach (var (player, name) in members)
        {
            if (json.TryGetProperty(name, out var lines)) players.Add((player, Lines(lines)));
        }

        return new DeclarationText(json.TryGetProperty(GameMember, out var game) ? Lines(game) : null, players);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteNumber("step", Step);
        json.WriteString("written", Written);
        json.WriteString("game", Game);
        json.WriteString("device", Device);
        json.WriteStartObject("architecture");
        foreach (var (name, lines) in Declaration.Players) WriteLines(json, members.First(member => member.Player == name).Name, lines);
        if (Declaration.Game is { } game) WriteLines(json, GameMember, game);
        json.WriteEndObject();
        if (Data is not null)
        {
            json.WriteStartObject("data");
            json.WriteNumber("epoch", Data.Epoch);
            json.WriteNumber("batch", Data.Batch);
            json.WriteNumber("batch_size", Data.BatchSize);
            json.WriteNumber("samples", Data.Samples);
            json.WriteNumber("seed", Data.Seed);
            if (Data.Identity is { } identity)
            {
                json.WriteStartObject("identity");
                foreach (var (name, fingerprint) in identity.Fingerprints) json.WriteString(name, fingerprint);
                json.WriteEndObject();
                WriteLines(json, "class_names", identity.ClassNames);
            }

            json.WriteEndObject();
        }

        // JSON has no NaN, and NaN is never the best.
        if (Metric is { } metric && double.IsFinite(metric.Value))
        {
            json.WriteStartObject("metric");
            json.WriteString("name", metric.Name);
            json.WriteNumber("value", metric.Value);
            json.WriteEndObject();
        }

        json.WriteStartObject("versions");
        foreach (var (name, version) in Versions) json.WriteString(name, version);
        json.WriteEndObject();
        json.WriteStartObject("tensors");
        json.WriteString("file", TensorFile);
        json.WriteNumber("bytes", TensorBytes);
        json.WriteString("sha256", TensorHash);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static List<string> Lines(JsonElement array) => [.. array.EnumerateArray().Select(line => line.GetString()!)];
}
