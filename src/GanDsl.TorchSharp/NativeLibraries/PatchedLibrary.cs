namespace GanDsl.Torch;

/// <summary>Loads a patched library from a file, since the loader accepts nothing else.</summary>
internal static class PatchedLibrary
{
    private const string Name = "libLibTorchSharp";

    /// <summary>Loads the library from the user's cache, or where that cannot be, from a temporary folder.</summary>
    /// <param name="content">The patched library.</param>
    /// <param name="refusals">Takes what the file system and the loader said, where one folder after the other failed.</param>
    public static bool TryLoad(byte[] content, List<string> refusals)
    {
        foreach (var folder in CacheFolders.OfUser())
        {
            if (TryLoadFrom(folder, content, refusals)) return true;
        }

        return TryLoadOnce(content, refusals);
    }

    private static bool TryLoadFrom(string folder, byte[] content, List<string> refusals)
    {
        try
        {
            // A folder may accept the file and yet not allow loading it: a file system mounted with noexec.
            return LinuxLoader.TryLoad(new PatchedCopies(folder).Store(Name, content), refusals);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            refusals.Add(refusal.Message);
            return false;
        }
    }

    // The folder for temporary files belongs to all users: nothing found there can be trusted, so the copy is new each time.
    private static bool TryLoadOnce(byte[] content, List<string> refusals)
    {
        string? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("GanDsl-").FullName;
            return TryLoadFrom(folder, content, refusals);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            refusals.Add(refusal.Message);
            return false;
        }
        finally
        {
            // A loaded library stays mapped without its file.
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
    }
}
