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
    public void AMissingFolder_IsNamed_AndNoTemporaryFile()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(Path.Combine(folder["none"], "file"), _ => { }));
        Assert.Contains($"its folder {folder["none"]} does not exist", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Up to 255 bytes, of which a letter may take four.</summary>
    [Theory]
    [InlineData("a", 237)]
    [InlineData("a", 255)]
    [InlineData("ä", 127)]
    [InlineData("\U0001F600", 63)]
    public void ALongName_IsWritten(string letter, int count)
    {
        var name = string.Concat(Enumerable.Repeat(letter, count));
        AtomicFile.Write(folder[name], stream => stream.Write("first"u8));
        AtomicFile.Write(folder[name], stream => stream.Write("second"u8));
        Assert.Equal("second", File.ReadAllText(folder[name]));
        Assert.Equal([name], folder.Names);
    }

    [Fact]
    public void ALink_Stays_AndItsFileIsReplaced()
    {
        Directory.CreateDirectory(folder["elsewhere"]);
        folder.Write("elsewhere/file", "old"u8.ToArray());
        File.CreateSymbolicLink(folder["second"], Path.Combine("elsewhere", "file"));
        File.CreateSymbolicLink(folder["first"], "second");

        AtomicFile.Write(folder["first"], stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder["elsewhere/file"]));
        Assert.Equal("second", new FileInfo(folder["first"]).LinkTarget);
        Assert.Equal(["file"], Directory.GetFiles(folder["elsewhere"]).Select(Path.GetFileName));
    }

    [Fact]
    public void ALinkToNothing_GetsItsFile()
    {
        File.CreateSymbolicLink(folder["link"], "file");
        AtomicFile.Write(folder["link"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(folder["file"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    /// <summary>Those of writers that were killed, and only those: not a young one, which is being written, and no file of the user's.</summary>
    [Fact]
    public void StaleTemporaryFiles_AreRemoved()
    {
        string[] kept = [".file.abcdefgh.ijk.tmp.bak", ".file.notes.tmp", ".other.abcdefgh.ijk.tmp", ".file.12345678.xyz.tmp"];
        foreach (var name in kept.Append(".file.abcdefgh.ijk.tmp"))
        {
            folder.Write(name, "x"u8.ToArray());
            if (name != ".file.12345678.xyz.tmp") File.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow.AddHours(-2));
        }

        AtomicFile.Write(folder["file"], stream => stream.Write("new"u8));

        Assert.Equal(kept.Append("file").Order(StringComparer.Ordinal), folder.Names.Order(StringComparer.Ordinal));
    }

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
