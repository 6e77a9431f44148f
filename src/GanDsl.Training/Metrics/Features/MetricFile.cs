using System.Globalization;
using System.Text;

namespace GanDsl.Training;

/// <summary>Metrics with their protocols as comma-separated text: <c>evaluation.csv</c>.</summary>
public static class MetricFile
{
    private const string Header = "metric,value,spread,protocol";

    /// <summary>Writes or replaces a file, atomically.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="values">The metrics.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IEnumerable<MetricValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var text = new StringBuilder(Header + "\n");
        foreach (var value in values)
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(value.Name)},{value.Value:R},{value.Spread:R},{Quoted(value.Protocol)}\n");
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is missing or not such a file.</exception>
    public static IReadOnlyList<MetricValue> Read(string path)
    {
        using var reader = new StreamReader(InputFile.Open(path, "metrics of a game"));
        if (reader.ReadLine() != Header) throw Damage(path, "other columns");
        var values = new List<MetricValue>();
        while (reader.ReadLine() is { } line)
        {
            values.Add(Fields(line) is [var name, var value, var spread, var protocol] && Number(value) is { } number && Number(spread) is { } deviation
                ? new MetricValue(name, number, protocol, deviation)
                : throw Damage(path, $"the line '{line}'"));
        }

        return values;
    }

    private static DataFileException Damage(string path, string found) => new(path, $"a table of {Header}", found, "evaluate again");

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    // A field that begins with a quote ends with one that no other follows.
    private static List<string> Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted) End();
            else field.Append(line[i]);
        }

        End();
        return fields;

        void End()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
