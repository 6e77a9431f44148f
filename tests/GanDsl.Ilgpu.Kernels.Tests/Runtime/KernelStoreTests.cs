namespace GanDsl.Ilgpu.Tests;

/// <summary>What is added is found by every later process; what is damaged, foreign or out of reach is as if it had never been added.</summary>
[Collection(nameof(Devices))]
public sealed class KernelStoreTests : IDisposable
{
    private const string Text = "kernel void Kernel_Map() { /* ε */ }";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kernels");

    private KernelStore Store => new(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void WhatWasAdded_IsFound()
    {
        Assert.Null(Store.Find("a"));
        Store.Add("a", Text);
        Assert.Equal(Text, Store.Find("a"));
        Assert.Null(Store.Find("b"));
        Store.Add("a", string.Empty);
        Assert.Equal(string.Empty, Store.Find("a"));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void ATruncatedOrChangedFile_IsNotFound_UntilItIsAddedAgain()
    {
        Store.Add("a", Text);
        var file = folder.GetFiles().Single().FullName;
        var whole = File.ReadAllBytes(file);
        for (var at = 0; at < whole.Length; at++)
        {
            File.WriteAllBytes(file, whole[..at]);
            Assert.Null(Store.Find("a"));
            var changed = whole.ToArray();
            changed[at] ^= 0x20;
            File.WriteAllBytes(file, changed);
            Assert.Null(Store.Find("a"));
        }

        File.WriteAllText(file, Text);
        Assert.Null(Store.Find("a"));
        Store.Add("a", Text);
        Assert.Equal(Text, Store.Find("a"));
    }

    [Fact]
    public void AFolderInPlaceOfTheFile_IsNotFound_AndStays()
    {
        Store.Add("a", Text);
        var file = folder.GetFiles().Single();
        file.Delete();
        Directory.CreateDirectory(file.FullName);
        Store.Add("a", Text);
        Assert.Null(Store.Find("a"));
        Assert.Empty(folder.GetFiles());
    }

    [Theory]
    [InlineData("file/kernels")]
    [InlineData("file")]
    [InlineData("no\0folder")]
    public void WhereThereCanBeNoFolder_NothingIsFound(string name)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "file"), Text);
        var store = new KernelStore($"{folder.FullName}/{name}");
        store.Add("a", Text);
        Assert.Null(store.Find("a"));
        Assert.Equal(Text, File.ReadAllText(Path.Combine(folder.FullName, "file")));
    }

    [Fact]
    public void BeyondTheLimit_TheFilesUsedLongestAgoGo()
    {
        var text = new string('x', 1000);
        var store = new KernelStore(folder.FullName, limit: 10_000);
        foreach (var key in Enumerable.Range(0, 9))
        {
            store.Add($"{key}", text);
            foreach (var file in folder.GetFiles()) file.LastWriteTimeUtc -= TimeSpan.FromDays(2);
        }

        Assert.NotNull(store.Find("0"));
        store.Add("9", text);
        store.Add("10", text);
        Assert.True(folder.GetFiles().Sum(file => file.Length) <= 10_000);
        Assert.Null(store.Find("1"));
        Assert.All(["0", "8", "9", "10"], key => Assert.NotNull(store.Find(key)));
    }

    [Fact]
    public void WhatAKilledProcessHasLeftBeside_IsDeletedLater()
    {
        var (old, young) = (Path.Combine(folder.FullName, "ab.kernel.x1"), Path.Combine(folder.FullName, "ab.kernel.x2"));
        foreach (var file in new[] { old, young }) File.WriteAllText(file, Text);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        Store.Add("a", Text);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void WhoReadsWhileOthersWrite_FindsAllOfATextOrNothing()
    {
        var texts = Enumerable.Range(0, 4).Select(writer => new string((char)('a' + writer), 20_000)).ToArray();
        Parallel.For(0, 8, thread =>
        {
            for (var round = 0; round < 20; round++)
            {
                if (thread < texts.Length) Store.Add("a", texts[thread]);
                else if (Store.Find("a") is { } found) Assert.Contains(found, texts);
            }
        });
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void TheUsersStore_IsWhereTheVariableSays()
    {
        var before = Environment.GetEnvironmentVariable(KernelStore.Variable);
        try
        {
            Environment.SetEnvironmentVariable(KernelStore.Variable, "off");
            Assert.Null(KernelStore.OfUser());
            Environment.SetEnvironmentVariable(KernelStore.Variable, folder.FullName);
            KernelStore.OfUser()!.Add("a", Text);
            Assert.Equal(Text, Store.Find("a"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(KernelStore.Variable, before);
        }
    }
}
