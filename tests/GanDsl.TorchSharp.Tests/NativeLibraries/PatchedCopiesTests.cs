using GanDsl.Torch;

namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class PatchedCopiesTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 10_000).Select(i => (byte)i)];
    private readonly TemporaryFolder _temporary = new();

    private string Folder => Path.Combine(_temporary.Path, "cache", "GanDsl");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void AStoredCopy_HoldsTheContent() =>
        Assert.Equal(Content, File.ReadAllBytes(new PatchedCopies(Folder).Store("lib", Content)));

    [Fact]
    public void StoringAgain_ReusesTheFile()
    {
        var path = new PatchedCopies(Folder).Store("lib", Content);
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, past);

        Assert.Equal(path, new PatchedCopies(Folder).Store("lib", Content));
        Assert.Equal(past, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void OtherContent_GetsAFileOfItsOwn()
    {
        var copies = new PatchedCopies(Folder);

        Assert.NotEqual(copies.Store("lib", Content), copies.Store("lib", [1, 2, 3]));
        Assert.Equal(2, Directory.GetFiles(Folder).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_999)]
    [InlineData(10_001)]
    public void ACopyOfAnotherLength_IsRepaired(int length)
    {
        var copies = new PatchedCopies(Folder);
        var path = copies.Store("lib", Content);
        File.WriteAllBytes(path, new byte[length]);

        copies.Store("lib", Content);

        Assert.Equal(Content, File.ReadAllBytes(path));
    }

    [Fact]
    public void ACopyWithOneWrongByte_IsRepaired()
    {
        var copies = new PatchedCopies(Folder);
        var path = copies.Store("lib", Content);
        File.WriteAllBytes(path, [.. Content[..^1], (byte)(Content[^1] + 1)]);

        copies.Store("lib", Content);

        Assert.Equal(Content, File.ReadAllBytes(path));
    }

    [Fact]
    public void StoringFromManyThreads_LeavesOneWholeFile()
    {
        Parallel.For(0, 16, _ => new PatchedCopies(Folder).Store("lib", Content));

        Assert.Equal(Content, File.ReadAllBytes(Assert.Single(Directory.GetFiles(Folder))));
    }

    [LinuxFact]
    public void TheFolder_IsOpenToItsUserOnly()
    {
        new PatchedCopies(Folder).Store("lib", Content);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(Folder));
    }

    [LinuxFact]
    public void AFolderThatWasOpenToOthers_IsClosed()
    {
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Folder, (UnixFileMode)0b111_111_111);

        new PatchedCopies(Folder).Store("lib", Content);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(Folder));
    }

    [OracleFact<ReadOnlyMounts>]
    public void AWholeCopyOnAReadOnlyFileSystem_IsUsed()
    {
        var path = new PatchedCopies(Folder).Store("lib", Content);
        using var mount = ReadOnlyMount.Make(Folder);

        Assert.Equal(path, new PatchedCopies(Folder).Store("lib", Content));
    }

    [OracleFact<ReadOnlyMounts>]
    public void ADamagedCopyOnAReadOnlyFileSystem_IsAnError()
    {
        File.WriteAllBytes(new PatchedCopies(Folder).Store("lib", Content), [1, 2, 3]);
        using var mount = ReadOnlyMount.Make(Folder);

        Assert.Throws<IOException>(() => new PatchedCopies(Folder).Store("lib", Content));
    }

    [OracleFact<ReadOnlyMounts>]
    public void ACopyThatOthersMayReplace_IsNotUsed()
    {
        new PatchedCopies(Folder).Store("lib", Content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Folder, (UnixFileMode)0b111_111_111);
        using var mount = ReadOnlyMount.Make(Folder);

        Assert.Throws<IOException>(() => new PatchedCopies(Folder).Store("lib", Content));
    }

    private static UnixFileMode ModeOf(string folder) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder);
}
