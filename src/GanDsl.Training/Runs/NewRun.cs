namespace GanDsl.Training;

/// <summary>
/// A new run over an earlier one. It writes to a folder inside the run's, except its checkpoints. Once one of these stands, it takes the earlier one's place,
/// in steps that whoever opens the folder next can finish: at any moment, the folder's newest checkpoint is whole, of one run or of the other.
/// </summary>
internal static class NewRun
{
    /// <summary>Finishes, or undoes, what a process that was ended has left: a new run with a checkpoint takes its place, another one is removed.</summary>
    /// <exception cref="DataFileException">There is a folder of that name that is no run's.</exception>
    public static void Settle(string output)
    {
        var beside = Path.Combine(output, RunNames.Beside);
        if (!Directory.Exists(beside)) return;
        if (RunMark.Read(beside) is { } mark)
        {
            if (mark.Files.Any(name => IsManifest(name) && File.Exists(Path.Combine(output, name))))
                TakeThePlace(output, mark, RunMark.Read(output)?.Files ?? []);
            else
                Remove(output, beside, mark);
        }

        RemoveEmpty(beside);
        if (Directory.Exists(beside))
        {
            throw new DataFileException(
                beside, "nothing, or a new run's files", "a folder with other files", "move it away, or choose another output folder");
        }
    }

    /// <summary>Puts a new run's files into an earlier one's place, and removes those that only the earlier one had.</summary>
    /// <param name="output">The run's folder.</param>
    /// <param name="mark">The new run's mark.</param>
    /// <param name="earlier">The earlier one's files.</param>
    public static void TakeThePlace(string output, RunMark mark, IReadOnlyList<string> earlier)
    {
        var beside = Path.Combine(output, RunNames.Beside);
        foreach (var name in mark.Files.Where(name => File.Exists(Path.Combine(beside, name))))
        {
            var target = Path.Combine(output, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(beside, name), target, overwrite: true);
        }

        // A checkpoint's manifest before its tensors: a manifest without them would be a damaged one.
        foreach (var name in earlier.Except(mark.Files).OrderBy(name => !IsManifest(name))) File.Delete(Path.Combine(output, name));
        mark.Write(output);
        File.Delete(Path.Combine(beside, RunMark.FileName));
        RemoveEmpty(beside);
    }

    private static void Remove(string output, string beside, RunMark mark)
    {
        var earlier = RunMark.Read(output)?.Files ?? [];
        foreach (var name in mark.Files)
        {
            File.Delete(Path.Combine(beside, name));

            // Tensors whose manifest was not written any more, and what observers wrote.
            if (!earlier.Contains(name)) File.Delete(Path.Combine(output, name));
        }

        File.Delete(Path.Combine(beside, RunMark.FileName));
    }

    private static bool IsManifest(string name) =>
        name.StartsWith(RunNames.Checkpoints, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal);

    private static void RemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var inner in Directory.EnumerateDirectories(folder).ToList()) RemoveEmpty(inner);

        // What was being written when a process was ended.
        foreach (var file in Directory.EnumerateFiles(folder, ".*.tmp").ToList()) File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
