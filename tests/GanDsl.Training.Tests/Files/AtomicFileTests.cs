using System.Text;

namespace GanDsl.Training.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFile_IsWritten_WithNothingBesideIt()
    {
        AtomicFile.Write(folder["new"], stream => stream.Write("content"u8));
        Assert.Equal("content", File.ReadAllText(folder["new"]));
        Assert.Equal(["new"], folder.Names);
    }

    [Fact]
    public void AnOldFile_IsReplacedWhole()
    {
        folder.Write("old", Encoding.UTF8.GetBytes("a long old content"));
        AtomicFile.Write(folder["old"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(folder["old"]));
        Assert.Equal(["old"], folder.Names);
    }

    [Fact]
    public void TheOldFile_IsThere_WhileTheNewOneIsWritten()
    {
        folder.Write("old", Encoding.UTF8.GetBytes("old"));
        AtomicFile.Write(folder["old"], stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(folder["old"]));
        });
        Assert.Equal("half", File.ReadAllText(folder["old"]));
    }

    [Fact]
    public void AWriterThatFails_LeavesTheOldFile_AndNoTemporaryOne()
    {
        folder.Write("old", Encoding.UTF8.GetBytes("old"));
        var error = Assert.Throws<NotSupportedException>(() => AtomicFile.Write(folder["old"], stream =>
        {
            stream.Write("half"u8);
            throw new NotSupportedException("mine");
        }));
        Assert.Equal("mine", error.Message);
        Assert.Equal("old", File.ReadAllText(folder["old"]));
        Assert.Equal(["old"], folder.Names);
    }

    [Fact]
    public void AWriterThatFails_LeavesNoNewFile()
    {
        Assert.Throws<NotSupportedException>(() => AtomicFile.Write(folder["new"], _ => throw new NotSupportedException()));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void AFolderInTheFilesPlace_StaysAsItWas()
    {
        Directory.CreateDirectory(folder["taken"]);
        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(folder["taken"], stream => stream.Write("content"u8)));
        Assert.Equal(["taken"], folder.Names);
        Assert.True(Directory.Exists(folder["taken"]));
    }

    [Fact]
    public void AMissingFolder_IsAnError_BeforeTheWriterRuns() =>
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(Path.Combine(folder["none"], "file"), _ => Assert.Fail("the writer ran")));

    [Fact]
    public void APathWithoutAFileName_IsRefused()
    {
        var path = folder.Path + Path.DirectorySeparatorChar;
        Assert.Contains("names a folder", Assert.Throws<ArgumentException>(() => AtomicFile.Write(path, _ => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFolder_IsFlushedToo()
    {
        Assert.Equal(!OperatingSystem.IsWindows(), FolderFlush.Flush(folder.Path));
        Assert.False(FolderFlush.Flush(folder["none"]));
    }
}
