using System.Text.Json;

namespace GanDsl.Benchmarks.Reporting;

/// <summary>Writes the rows of a verb for other programs to read.</summary>
public static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static void Write<TRow>(FileInfo file, IReadOnlyList<TRow> rows) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(rows, Options) + "\n");
}
