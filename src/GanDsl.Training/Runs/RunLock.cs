namespace GanDsl.Training;

/// <summary>
/// The right to write to a run's folder, which one process has at a time. The operating system holds it, on the empty file <c>.run.lock</c>, and takes it back
/// from a process that ends, however it ends; the file stays.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private const string FileName = ".run.lock";

    // EAGAIN of Linux and of macOS and the BSDs, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] taken = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Takes a folder's lock.</summary>
    /// <exception cref="DataFileException">Another run has it, or it cannot be taken.</exception>
    public static RunLock Take(string folder)
    {
        try
        {
            return new RunLock(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (taken.Contains(e.HResult))
        {
            throw new DataFileException(
                folder, "a folder that no other run is writing to", RunMark.Read(folder) is { } mark ? $"{mark.Process}" : "another process",
                "wait until it ends, or choose another folder", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(folder, "an output folder that can be written to", e.Message.TrimEnd('.'), "choose another", e);
        }
    }

    /// <summary>Gives it back.</summary>
    public void Dispose() => file.Dispose();
}
