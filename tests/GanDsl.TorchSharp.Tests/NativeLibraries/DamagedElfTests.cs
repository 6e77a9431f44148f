using CsCheck;
using GanDsl.Torch;

namespace GanDsl.Tests.Torch.NativeLibraries;

public sealed class DamagedElfTests
{
    private static readonly HashSet<string> Provided = ["GLIBCXX_3.4.30"];

    private static readonly byte[] Whole = new CraftedElf
    {
        Needs = [("libm.so.6", [("GLIBC_2.29", 4, false)]), ("libstdc++.so.6", [("GLIBCXX_3.4.30", 2, false), ("GLIBCXX_3.4.32", 3, false)])],
        Symbols = [("_ZNSt6thread4joinEv", 2), ("_ZSt21ios_base_library_initv", 3), ("exp", 4)],
        Definitions = ["LIB_1", "LIB_2"],
    }.Build();

    [Fact]
    public void TheWholeFile_IsRead()
    {
        Assert.Equal(["LIB_1", "LIB_2"], ElfVersions.Provided(new ElfFile(Whole)).Order(StringComparer.Ordinal));
        Assert.NotNull(LinkMarkerPatch.Apply(Whole, "lib.so", "libstdc++.so.6", Provided));
    }

    [Fact]
    public void AFileCutShortAnywhere_IsRefused()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            var cut = Whole[..length];
            Assert.Throws<ElfFormatException>(() => new ElfFile(cut));
        }
    }

    [Fact]
    public void AFileWithDamagedBytes_IsReadOrRefusedButNeverReadBeyondItsEnd() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.Const<byte>(0x00), Gen.Const<byte>(0x7f), Gen.Const<byte>(0xff)))
            .Array[1, 6]
            .Sample(damage =>
            {
                var file = Whole.ToArray();
                foreach (var (at, value) in damage) file[at] = value;
                return IsReadOrRefused(file);
            }, iter: 20_000);

    [Fact]
    public void AnyBytesAfterAnElfHeader_AreReadOrRefused() =>
        Gen.Byte.Array[0, 400].Sample(tail => IsReadOrRefused([.. Whole.AsSpan(0, 0x3C), .. tail]), iter: 2_000);

    [Theory]
    [InlineData(0, 0x7e, "it is not an ELF file")]
    [InlineData(4, 1, "it is not a 64-bit little-endian ELF file")]
    [InlineData(5, 2, "it is not a 64-bit little-endian ELF file")]
    [InlineData(0x3A, 40, "it has no table of section headers")]
    [InlineData(0x3C, 0, "it has no table of section headers")]
    public void AFileOfAnotherKind_IsNamedAsSuch(int at, byte value, string message)
    {
        var file = Whole.ToArray();
        file[at] = value;

        Assert.Equal(message, Assert.Throws<ElfFormatException>(() => new ElfFile(file)).Message);
    }

    [Fact]
    public void AChainOfEntriesThatRunsInPlace_Ends()
    {
        var file = Whole.ToArray();
        var entry = ElfVersions.Needs(new ElfFile(file)).Single(need => need.Version == "GLIBCXX_3.4.30").FileOffset;
        // vna_next of 1: overlapping entries, one more at every byte of the section.
        file[entry + 12] = 1;

        Assert.True(IsReadOrRefused(file));
    }

    private static bool IsReadOrRefused(byte[] file)
    {
        try
        {
            ElfVersions.Provided(new ElfFile(file));
            LinkMarkerPatch.Apply(file, "lib.so", "libstdc++.so.6", Provided);
        }
        catch (Exception refusal) when (refusal is ElfFormatException or TorchLibraryException)
        {
        }

        return true;
    }
}
