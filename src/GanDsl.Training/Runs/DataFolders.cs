namespace GanDsl.Training;

/// <summary>Keeps what a run writes out of the folders that its samples come from: its pictures would become samples.</summary>
internal static class DataFolders
{
    /// <param name="output">The run's folder.</param>
    /// <param name="data">The folders whose files are samples.</param>
    /// <exception cref="ArgumentException">The run would write into one of them.</exception>
    public static void Check(string output, IReadOnlyList<string> data)
    {
        foreach (var folder in data)
        {
            var real = RealPath.Of(folder);
            string[] written = [output, Path.Combine(output, RunNames.Samples)];
            if (written.FirstOrDefault(path => RealPath.IsInside(RealPath.Of(path), real)) is { } inside)
                throw new ArgumentException($"The run would write to {inside}, inside the data's folder {folder}, and its pictures would become samples; "
                    + "choose an output outside of it.");
        }
    }
}
