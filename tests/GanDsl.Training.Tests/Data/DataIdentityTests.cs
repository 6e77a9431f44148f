using SkiaSharp;

namespace GanDsl.Training.Tests;

/// <summary>By what data are known again.</summary>
public sealed class DataIdentityTests : IDisposable
{
    private static readonly ImageFolderOptions Labelled = new() { LabelsFromFolders = true };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFolder_IsItsNames_ItsSizes_AndItsClasses()
    {
        Write();
        var before = Folder();
        Assert.Null(Folder().Identity!.DifferenceFrom(before.Identity!));
        Assert.Equal(Folder().Identity, before.Identity);
        Assert.Equal(["cat", "dog"], before.Identity!.ClassNames);

        Directory.Move(folder["dog"], folder["hund"]);
        AssertOther("class 1 was 'dog', and is 'hund'", before);
        Directory.Move(folder["hund"], folder["dog"]);
        File.Move(folder["dog/1.png"], folder["dog/one.png"]);
        AssertOther("their names differ", before);
        File.Move(folder["dog/one.png"], folder["dog/1.png"]);
        File.AppendAllText(folder["dog/1.png"], "x");
        AssertOther("their sizes differ", before);
        File.Move(folder["dog/1.png"], folder["cat/3.png"]);
        File.Move(folder["cat/1.png"], folder["dog/1.png"]);
        AssertOther("their names and their sizes differ", before);
    }

    [Fact]
    public void AClassThatIsNewOrGone_IsSaid_WithTheCounts()
    {
        Write();
        var before = Folder();
        folder.Plain("eel/1.png", SKColors.Red);
        Assert.Equal(
            "The place is in 4 samples in the order of seed 1; these are 5 of seed 1, and the class 'eel' is new. "
                + "Continue with the same data and seed, or start from the beginning.",
            Assert.Throws<ArgumentException>(() => Folder().Batches(DataPlace.Start(before, 1))).Message);
        Assert.Equal("the class 'eel' is gone", before.Identity!.DifferenceFrom(Folder().Identity!));
    }

    /// <summary>Whose size is that of what they lead to.</summary>
    [UnixFact]
    public void OfALink_TheFileCounts()
    {
        Write();
        File.Delete(folder["dog/1.png"]);
        var target = folder.WriteIn("elsewhere/target", [1, 2, 3]);
        File.CreateSymbolicLink(folder["dog/1.png"], target);
        var before = Sizes();
        File.AppendAllText(target, "4");
        Assert.NotEqual(before, Sizes());
        File.Delete(target);
        Assert.NotEqual(before, Sizes());

        string Sizes() => new ImageFolder<S3x2x4>(folder.Path, seed: 1).Identity!.Fingerprints["sizes"];
    }

    [Fact]
    public void NumbersInMemory_AreTheirContent_AndTheirLabels()
    {
        var values = Enumerable.Range(0, 200).Select(i => (float)i).ToArray();
        var labels = Enumerable.Range(0, 100).Select(i => i % 3).ToArray();
        var before = new ArraySource<S2>(values, seed: 1, labels);
        Assert.Equal(before.Identity, new ArraySource<S2>((float[])values.Clone(), seed: 1, (int[])labels.Clone()).Identity);

        var place = DataPlace.Start(before, 5);
        var other = (float[])values.Clone();
        other[^1] = 0;
        AssertRefused("their content differ", () => new ArraySource<S2>(other, seed: 1, labels).Batches(place));
        var relabelled = (int[])labels.Clone();
        relabelled[7] = 2 - relabelled[7] + (relabelled[7] == 1 ? 1 : 0);
        AssertRefused("their labels differ", () => new ArraySource<S2>(values, seed: 1, relabelled).Batches(place));
        AssertRefused("their labels differ", () => new ArraySource<S2>(values, seed: 1).Batches(place));
    }

    [Fact]
    public void ImagesOfAFile_AreTheirPixels()
    {
        var pixels = Enumerable.Range(0, 60).Select(i => (byte)i).ToArray();
        var place = DataPlace.Start(Images(pixels), 2);
        Assert.Equal(5, Images((byte[])pixels.Clone()).Batches(place).Count());
        pixels[30]++;
        AssertRefused("their content differ", () => Images(pixels).Batches(place));

        static ImageDataset<S1x2x3> Images(byte[] pixels) => new(new IdxImages("file", 10, 2, 3, pixels), seed: 1);
    }

    /// <summary>Of many, 256 blocks: the first and the last number are in them, and so is their count.</summary>
    [Fact]
    public void OfManyNumbers_Samples_AreEnough()
    {
        var values = new float[3_000_000];
        var before = Fingerprint.Of<float>(values);
        foreach (var index in new[] { 0, 1023, values.Length / 255 * 100, values.Length - 1 })
        {
            values[index] = 1;
            Assert.NotEqual(before, Fingerprint.Of<float>(values));
            values[index] = 0;
        }

        Assert.Equal(before, Fingerprint.Of<float>(values));
        Assert.NotEqual(before, Fingerprint.Of<float>(values.AsSpan(1)));
    }

    /// <summary>The same on every machine: this is the SHA-256 of a long 3 and of the floats 1, 2, 3, of which 16 bytes are kept.</summary>
    [Fact]
    public void AFingerprint_IsTheSameEverywhere() => Assert.Equal("f9b46cd67ccfcc809a7967cf683d214b", Fingerprint.Of<float>([1, 2, 3]));

    [Fact]
    public void Pairs_AreKnownByBoth()
    {
        var values = Enumerable.Range(0, 40).Select(i => (float)i).ToArray();
        var place = DataPlace.Start(Aligned(values, values[..20]), 5);
        Assert.Equal(4, Aligned(values, values[..20]).Batches(place).Count());
        AssertRefused("their sources' content differ", () => Aligned(values, values[20..]).Batches(place));
        AssertRefused("their content differ", () => Aligned([.. values.Reverse()], values[..20]).Batches(place));

        place = DataPlace.Start(Unaligned(values, values[..20]), 5);
        Assert.Equal(4, Unaligned(values, values[..20]).Batches(place).Count());
        AssertRefused("their sources' content differ", () => Unaligned(values, values[20..]).Batches(place));

        static AlignedPairs<S2, S1> Aligned(float[] samples, float[] sources) =>
            new(new ArraySource<S2>(samples, seed: 1), new ArraySource<S1>(sources, seed: 1));

        static UnalignedPairs<S2, S1> Unaligned(float[] samples, float[] sources) =>
            new(new ArraySource<S2>(samples, seed: 1), new ArraySource<S1>(sources, seed: 2));
    }

    /// <summary>A function's samples are known by the seed alone; a place of an earlier version is in any data of its count and seed.</summary>
    [Fact]
    public void WhereThereIsNoIdentity_NoneIsCompared()
    {
        var function = new FunctionSource<S2>(20, seed: 1, (_, sample) => sample.Clear());
        Assert.Null(function.Identity);
        Assert.Null(new UnalignedPairs<S2, S2>(function, new FunctionSource<S2>(20, seed: 2, (_, sample) => sample.Clear())).Identity);
        var array = new ArraySource<S2>(new float[40], seed: 1);
        Assert.Equal(4, array.Batches(DataPlace.Start(function, 5)).Count());
        Assert.Equal(4, function.Batches(DataPlace.Start(array, 5)).Count());
    }

    [Fact]
    public void APlace_IsText() => Assert.Equal("epoch 1, batch 2 of 4", new DataPlace(1, 2, 5, 23, 7).ToString());

    private static void AssertRefused(string difference, Func<object> batches) => Assert.Equal(
        $"The place is in other samples, as many and of the same seed: {difference}. Continue with the same data, or start from the beginning.",
        Assert.Throws<ArgumentException>(batches).Message);

    private void AssertOther(string difference, ImageFolder<S3x2x4> before) => AssertRefused(difference, () => Folder().Batches(DataPlace.Start(before, 1)));

    private ImageFolder<S3x2x4> Folder() => new(folder.Path, seed: 1, Labelled);

    private void Write()
    {
        foreach (var name in new[] { "cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png" }) folder.Plain(name, SKColors.Red);
    }
}
