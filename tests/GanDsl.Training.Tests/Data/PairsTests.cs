using SkiaSharp;

namespace GanDsl.Training.Tests;

public sealed class PairsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AlignedPairs_StayTogether_InEveryOrder()
    {
        var pairs = new AlignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(20, seed: 3));
        Assert.Equal([1], pairs.SourceShape);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var seen = 0;
            foreach (var batch in pairs.Batches(5))
            {
                for (var i = 0; i < 5; i++, seen++) Assert.Equal(batch.Values.Span[2 * i], 2 * batch.Sources.Span[i]);
            }

            Assert.Equal(20, seen);
        }
    }

    [Fact]
    public void SourcesThatAreNoPartners_AreRefused()
    {
        AssertRefused(
            "There are 20 samples and 19 sources; each sample has one.", () => new AlignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(19, seed: 3)));
        AssertRefused("Samples have the seed 3 and sources 4, by which they would be mirrored; pass one.", () =>
            new AlignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(20, seed: 4)));
        Png("samples/a.png", SKColors.Red);
        Png("sources/b.png", SKColors.Red);
        AssertRefused("Sample 'a' would be a pair with source 'b'; give both files of a pair one name.", () =>
            new AlignedPairs<S3x2x4, S3x2x4>(Folder("samples"), Folder("sources")));
        AssertRefused("Only the sources are mirrored; mirror both, or none.", () =>
            new AlignedPairs<S3x2x4, S3x2x4>(Folder("samples"), Folder("sources", new() { Flip = true })));
    }

    /// <summary>pix2pix's files: a picture and its source side by side. Both halves are mirrored alike.</summary>
    [Fact]
    public void HalvesOfPictures_ArePairs()
    {
        for (var i = 0; i < 6; i++)
        {
            // The left half is the negative of the right one.
            var first = (byte)(40 * i);
            Png($"both/{i}.png", (x, _) => x < 4 ? new SKColor((byte)(first + x), 0, 0) : new SKColor((byte)(255 - first - (x - 4)), 255, 255), width: 8);
        }

        var pairs = new AlignedPairs<S3x2x4, S3x2x4>(
            Folder("both", new() { Part = PicturePart.LeftHalf, Flip = true }), Folder("both", new() { Part = PicturePart.RightHalf, Flip = true }));
        var (plain, mirrored) = (0, 0);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            foreach (var batch in pairs.Batches(2))
            {
                for (var i = 0; i < 48; i++) Assert.Equal(batch.Values.Span[i], -batch.Sources.Span[i], 1e-6f);
                if (batch.Values.Span[0] < batch.Values.Span[1]) plain++;
                else mirrored++;
            }
        }

        Assert.True(plain > 0 && mirrored > 0, $"{plain} and {mirrored}");
    }

    [Fact]
    public void APairOfWhichOneIsDamaged_IsSkippedWhole()
    {
        for (var i = 0; i < 4; i++)
        {
            Png($"samples/{i}.png", new SKColor((byte)(60 * i), 0, 0));
            Png($"sources/{i}.png", new SKColor((byte)(60 * i), 0, 0));
        }

        File.WriteAllBytes(folder["sources/2.png"], [1, 2, 3]);
        var skipping = new ImageFolderOptions { OnDamage = OnDamage.Skip };
        var pairs = new AlignedPairs<S3x2x4, S3x2x4>(Folder("samples", skipping), Folder("sources", skipping));
        var reds = new List<float>();
        foreach (var batch in pairs.Batches(1))
        {
            Assert.Equal(batch.Values.ToArray(), batch.Sources.ToArray());
            reds.Add(batch.Values.Span[0]);
        }

        Assert.Equal(3, reds.Distinct().Count());
        for (var i = 0; i < 4; i++) File.WriteAllBytes(folder[$"sources/{i}.png"], [1, 2, 3]);
        var none = new AlignedPairs<S3x2x4, S3x2x4>(Folder("samples", skipping), Folder("sources", skipping));
        Assert.Throws<DataFileException>(() => none.Batches(1).Count());
    }

    [Fact]
    public void UnalignedPairs_MeetOthersEachTime_AndSourcesGoRound()
    {
        var pairs = new UnalignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(7, seed: 4));
        Assert.Equal((20, 1), (pairs.Count, pairs.SourceShape.Single()));
        var met = new List<(float Sample, float Source)>();
        for (var epoch = 0; epoch < 3; epoch++)
        {
            foreach (var batch in pairs.Batches(2))
                met.AddRange(Enumerable.Range(0, 2).Select(i => (batch.Values.Span[2 * i], batch.Sources.Span[i])).ToArray());
        }

        // Of 7 sources, 3 batches of 2 a round: each round has 6 of them once.
        Assert.Equal(60, met.Count);
        Assert.All(met.Chunk(20), epoch => Assert.Equal(20, epoch.DistinctBy(pair => pair.Sample).Count()));
        Assert.All(met.Chunk(6), round => Assert.Equal(6, round.DistinctBy(pair => pair.Source).Count()));
        Assert.True(met.Distinct().Count() > 40);
    }

    [Fact]
    public void UnalignedPairs_GoOnFromAnyPlace()
    {
        var whole = Unaligned();
        (float, float)[] all = [.. Enumerable.Range(0, 3).SelectMany(_ => Met(whole.Batches(2)))];
        var place = DataPlace.Start(whole, 2) with { Epoch = 1, Batch = 4 };
        Assert.Equal(all[28..40], Met(Unaligned().Batches(place)));
        Assert.Throws<ArgumentException>(() => Unaligned().Batches(place with { Seed = 3 }));

        static UnalignedPairs<S2, S1> Unaligned() => new(Numbers<S2>(40, seed: 3), Numbers<S1>(7, seed: 4));

        static (float, float)[] Met(IEnumerable<HostBatch<S2>> batches) =>
            [.. batches.SelectMany(batch => new[] { (batch.Values.Span[0], batch.Sources.Span[0]), (batch.Values.Span[2], batch.Sources.Span[1]) })];
    }

    [Fact]
    public void UnalignedPairs_OfOneOrder_AreRefused_AndTooFewSources_Too()
    {
        AssertRefused(
            "Samples and sources, 20 of each, have one seed, 3: each sample would meet the same source in every epoch. Pass another, or AlignedPairs.",
            () => new UnalignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(20, seed: 3)));
        var few = new UnalignedPairs<S2, S1>(Numbers<S2>(40, seed: 3), Numbers<S1>(3, seed: 4));
        Assert.Contains(
            "A batch of 4 cannot be drawn from 3 samples",
            Assert.Throws<ArgumentOutOfRangeException>(() => few.Batches(4).Count()).Message,
            StringComparison.Ordinal);
    }

    private static void AssertRefused(string message, Func<object> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static ArraySource<TShape> Numbers<TShape>(int count, long seed)
        where TShape : struct, IShape => new(Enumerable.Range(0, count).Select(i => (float)i).ToArray(), seed);

    private ImageFolder<S3x2x4> Folder(string name, ImageFolderOptions? options = null) => new(folder[name], seed: 1, options);

    private void Png(string name, SKColor color) => Png(name, (_, _) => color, width: 4);

    private void Png(string name, Func<int, int, SKColor> color, int width)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        using var bitmap = new SKBitmap(width, 2);
        for (var i = 0; i < 2 * width; i++) bitmap.SetPixel(i % width, i / width, color(i % width, i / width));
        using var file = File.Create(folder[name]);
        bitmap.Encode(file, SKEncodedImageFormat.Png, quality: 100);
    }
}
