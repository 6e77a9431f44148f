namespace GanDsl.Training;

/// <summary>
/// A file that cannot be used: missing, unreadable, damaged, or of another kind. The message is one sentence with the file, what was expected, what was found,
/// and what to do.
/// </summary>
public sealed class DataFileException : IOException
{
    /// <summary>Describes what is wrong with a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What a good file has there.</param>
    /// <param name="found">What this one has.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="cause">The cause, if any.</param>
    public DataFileException(string path, string expected, string found, string remedy, Exception? cause = null)
        : base($"{path}: expected {expected}, found {found}; {remedy}.", cause)
    {
        Path = path;
        Expected = expected;
        Found = found;
        Remedy = remedy;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What a good file has there.</summary>
    public string Expected { get; }

    /// <summary>What this one has.</summary>
    public string Found { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
