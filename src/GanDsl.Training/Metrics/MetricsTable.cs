using System.Globalization;

namespace GanDsl.Training;

/// <summary>The numbers of a run, read back from its <c>metrics.csv</c> column by column.</summary>
/// <param name="columns">The columns by name, of equal lengths.</param>
/// <param name="divergence">The name of what V bounds; empty if unknown.</param>
internal sealed class MetricsTable(IReadOnlyDictionary<string, double[]> columns, string divergence)
{
    /// <summary>The name of what V bounds; empty if unknown.</summary>
    public string Divergence => divergence;

    /// <summary>How many rows there are.</summary>
    public int Rows => this["step"].Length;

    /// <summary>A column; NaN where a game does not have it.</summary>
    public double[] this[string column] => columns[column];

    /// <summary>Reads a file that may be open for writing. An incomplete last line is ignored.</summary>
    /// <exception cref="DataFileException">It cannot be read, or has other columns.</exception>
    public static MetricsTable Read(string path)
    {
        var names = MetricsCsv.Header.Split(',');
        var rows = MetricsCsv.Rows(path, Lines(path)).Where(row => row.Length == names.Length).ToList();
        var label = Array.IndexOf(names, "divergence");
        var numbers = names.Select((name, column) => (name, Values: rows.Select(row => column == label ? double.NaN : Number(row[column])).ToArray()));
        return new MetricsTable(numbers.ToDictionary(column => column.name, column => column.Values), rows.Count == 0 ? "" : rows[^1][label]);
    }

    // Its writer has it open.
    private static List<string> Lines(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var text = reader.ReadToEnd();
            return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, "a run's metrics", "no such file", "name the folder of a run", e);
        }
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
