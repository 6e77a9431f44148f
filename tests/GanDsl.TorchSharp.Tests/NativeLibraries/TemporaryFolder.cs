namespace GanDsl.Tests.Torch.NativeLibraries;

/// <summary>An empty folder for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("GanDsl-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
