using GanDsl.Torch;

namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class LinkMarkerPatchTests
{
    private const string Marker = "_ZSt21ios_base_library_initv";
    private const string LibStdCpp = "libstdc++.so.6";
    private static readonly HashSet<string> OfDebian12 = ["GLIBCXX_3.4", "GLIBCXX_3.4.29", "GLIBCXX_3.4.30", "CXXABI_1.3"];
    private static readonly HashSet<string> OfDebian13 = [.. OfDebian12, "GLIBCXX_3.4.31", "GLIBCXX_3.4.32"];

    /// <summary>libLibTorchSharp.so in small: one real symbol of 3.4.30, and what the test adds.</summary>
    private static CraftedElf Library(params (string, ushort)[] more) => new()
    {
        Needs =
        [
            ("libc.so.6", [("GLIBC_2.34", 5, false)]),
            (LibStdCpp, [("GLIBCXX_3.4.30", 2, false), ("GLIBCXX_3.4.32", 3, false), ("GLIBCXX_3.4", 4, false)]),
        ],
        Symbols = [("_ZNSt6thread4joinEv", 2), ("_ZNSo3putEc", 4), ("memcpy", 5), .. more],
    };

    [Fact]
    public void AVersionThatOnlyTheMarkerNeeds_IsReplacedByOneThatIsThere()
    {
        var file = Library((Marker, 3)).Build();

        var patched = Patch(file, OfDebian12);

        Assert.NotNull(patched);
        Assert.Equal(["GLIBC_2.34:5", "GLIBCXX_3.4.30:2", "GLIBCXX_3.4.30:3", "GLIBCXX_3.4:4"], Needs(patched));
    }

    [Fact]
    public void TheHashIsReplacedWithTheName()
    {
        var file = Library((Marker, 3)).Build();
        var entry = ElfVersions.Needs(new ElfFile(file)).Single(need => need.Version == "GLIBCXX_3.4.32").FileOffset;

        var patched = Patch(file, OfDebian12)!;

        Assert.Equal(CraftedElf.Hash("GLIBCXX_3.4.32"), BitConverter.ToUInt32(file, entry));
        Assert.Equal(CraftedElf.Hash("GLIBCXX_3.4.30"), BitConverter.ToUInt32(patched, entry));
    }

    [Fact]
    public void OnlyTheHashAndTheNameChange()
    {
        var file = Library((Marker, 3)).Build();
        var entry = ElfVersions.Needs(new ElfFile(file)).Single(need => need.Version == "GLIBCXX_3.4.32").FileOffset;

        var patched = Patch(file, OfDebian12)!;

        var changed = Enumerable.Range(0, file.Length).Where(i => file[i] != patched[i]).Select(i => i - entry);
        Assert.Subset(new HashSet<int> { 0, 1, 2, 3, 8, 9, 10, 11 }, changed.ToHashSet());
    }

    [Fact]
    public void TheOriginalBytesStayAsTheyAre()
    {
        var file = Library((Marker, 3)).Build();

        Patch(file, OfDebian12);

        Assert.Equal(Library((Marker, 3)).Build(), file);
    }

    [Fact]
    public void WhereTheSystemProvidesAllVersions_ThereIsNothingToPatch() =>
        Assert.Null(Patch(Library((Marker, 3)).Build(), OfDebian13));

    [Fact]
    public void APatchedFile_NeedsNoFurtherPatch() =>
        Assert.Null(Patch(Patch(Library((Marker, 3)).Build(), OfDebian12)!, OfDebian12));

    [Fact]
    public void PatchingAFileWhoseOtherSymbolsNeedTheVersion_IsRefused()
    {
        var file = Library((Marker, 3), ("_ZNSt8ios_base4newsEv", 3)).Build();

        var refusal = Assert.Throws<TorchLibraryException>(() => Patch(file, OfDebian12));

        Assert.Equal(
            "folder/lib.so asks for version GLIBCXX_3.4.32 of libstdc++.so.6, which this system's does not have, "
                + "and its symbol _ZNSt8ios_base4newsEv is of that version; "
            + "install a newer libstdc++.so.6 (Debian and Ubuntu: package libstdc++6), or use a TorchSharp built against this one.",
            refusal.Message);
    }

    [Fact]
    public void AHiddenSymbolOfTheVersion_CountsAsItsUser()
    {
        var file = Library((Marker, 3), ("_ZNSt8ios_base4newsEv", 0x8003)).Build();

        Assert.Throws<TorchLibraryException>(() => Patch(file, OfDebian12));
    }

    [Fact]
    public void ASystemThatProvidesNoneOfTheVersions_IsRefused()
    {
        var refusal = Assert.Throws<TorchLibraryException>(() => Patch(Library((Marker, 3)).Build(), []));

        Assert.Contains("GLIBCXX_3.4.30", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWeakNeed_IsLeftToTheLoader()
    {
        var file = new CraftedElf
        {
            Needs = [(LibStdCpp, [("GLIBCXX_3.4.30", 2, false), ("GLIBCXX_3.4.32", 3, true)])],
            Symbols = [("_ZNSt8ios_base4newsEv", 3)],
        }.Build();

        Assert.Null(Patch(file, OfDebian12));
    }

    [Fact]
    public void AMissingVersionOfAnotherLibrary_IsNotItsBusiness()
    {
        var file = new CraftedElf { Needs = [("libc.so.6", [("GLIBC_2.99", 2, false)])], Symbols = [("memcpy", 2)] }.Build();

        Assert.Null(Patch(file, OfDebian12));
    }

    [LinuxFact]
    public void TorchSharpsOwnLibrary_IsPatchedToNeedWhatDebian12Has()
    {
        var path = NativeFolders.All().Select(folder => Path.Combine(folder, "libLibTorchSharp.so")).First(File.Exists);
        var content = File.ReadAllBytes(path);
        var before = ElfVersions.Needs(new ElfFile(content)).FindAll(need => need.Library == LibStdCpp).ConvertAll(need => need.Version);

        var patched = LinkMarkerPatch.Apply(content, path, LibStdCpp, before.Where(version => version != "GLIBCXX_3.4.32").ToHashSet());

        Assert.Contains("GLIBCXX_3.4.32", before);
        Assert.NotNull(patched);
        Assert.DoesNotContain(Needs(patched), need => need.StartsWith("GLIBCXX_3.4.32:", StringComparison.Ordinal));
    }

    private static byte[]? Patch(byte[] file, HashSet<string> provided) => LinkMarkerPatch.Apply(file, "folder/lib.so", LibStdCpp, provided);

    private static IEnumerable<string> Needs(byte[] file) => ElfVersions.Needs(new ElfFile(file)).Select(need => $"{need.Version}:{need.Index}");
}
