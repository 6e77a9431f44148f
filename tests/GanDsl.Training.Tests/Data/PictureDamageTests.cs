using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SkiaSharp;

namespace GanDsl.Training.Tests;

/// <summary>Whatever keeps a picture from being read takes one road: it is named, and ends the run or is skipped.</summary>
public sealed class PictureDamageTests : IDisposable
{
    private static readonly ImageFolderOptions Skipping = new() { OnDamage = OnDamage.Skip };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [UnixFact]
    public void ADanglingLink_AndLinksInACircle_AreDamage()
    {
        folder.Plain("a.png", SKColors.Red);
        File.CreateSymbolicLink(folder["x.png"], "nowhere.png");
        AssertOneRoad("x.png", "no such file");
        File.Delete(folder["x.png"]);
        File.CreateSymbolicLink(folder["x.png"], "y.png");
        File.CreateSymbolicLink(folder["y.png"], "x.png");
        AssertOneRoad("x.png", "a file that cannot be read (", others: 1);
    }

    /// <summary>Opened for reading, it would wait for ever for a writer.</summary>
    [UnixFact]
    public async Task APipe_IsDamage_AndNothingWaits()
    {
        folder.Plain("a.png", SKColors.Red);
        using (var made = Process.Start("mkfifo", folder["x.png"])) await made.WaitForExitAsync();
        await Task.Run(() => AssertOneRoad("x.png", "a pipe or a device")).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void AFileWithoutPermission_IsDamage()
    {
        folder.Plain("a.png", SKColors.Red);
        folder.Plain("x.png", SKColors.Red);
        File.SetUnixFileMode(folder["x.png"], UnixFileMode.None);
        Unprivileged.Run(folder, () => AssertOneRoad("x.png", "a file that cannot be read ("));
    }

    /// <summary>69 bytes that declare 50,000 × 50,000 pixels, 10 GB: no memory is asked for.</summary>
    [Fact]
    public void APictureThatDeclaresMorePixelsThanThereIsMemoryFor_IsDamage()
    {
        folder.Plain("a.png", SKColors.Red);
        folder.Case("b50000.png", "x.png");
        AssertOneRoad("x.png", "one that declares 50,000 × 50,000 pixels, which take more memory than the 1,073,741,824 bytes it may");
    }

    [Theory]
    [InlineData("x.png", 0, "an empty file")]
    [InlineData("x.gif", 5, "no picture (")]
    [InlineData("x.webp", 5, "no picture (")]
    [InlineData("x.bmp", 5, "no picture (")]
    public void FilesThatAreNoPictures_AreDamage(string name, int bytes, string found)
    {
        folder.Plain("a.png", SKColors.Red);
        folder.Write(name, new byte[bytes]);
        AssertOneRoad(name, found);
    }

    [Fact]
    public void AFileThatGoesWhileItIsUsed_IsDamage()
    {
        folder.Plain("a.png", SKColors.Red);
        folder.Plain("x.png", SKColors.Red);
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1, Skipping);
        File.Delete(folder["x.png"]);
        Assert.Equal(2, source.Batches(1).Count());
        Assert.Equal("no such file", source.Damaged[folder["x.png"]]);
    }

    [Fact]
    public void APictureOfOneColumn_HasNoHalves()
    {
        folder.Write("x.png", PictureFiles.Encode(1, 4, (_, _) => SKColors.Red, SKEncodedImageFormat.Png));
        folder.Plain("a.png", SKColors.Red);
        AssertOneRoad("x.png", "one of a single column, which has no halves", options: new() { Part = PicturePart.LeftHalf });
    }

    /// <summary>Of 100 pictures 50 are damaged: in 40 epochs each of the others comes 80 times, give or take five standard deviations of the draw.</summary>
    [Fact]
    public void TheGoodOnes_AreDrawnEquallyOften()
    {
        WriteHalfDamaged(100);
        var source = new ImageFolder<S1x2x3>(folder.Path, seed: 5, Skipping);
        var drawn = new Dictionary<int, int>();
        for (var epoch = 0; epoch < 40; epoch++)
        {
            var inEpoch = new Dictionary<int, int>();
            foreach (var batch in source.Batches(10))
            {
                for (var i = 0; i < 10; i++) Count(inEpoch, Level(batch.Values.Span[i * 6]));
            }

            // Each at least in its own turn.
            Assert.Equal(50, inEpoch.Count);
            Assert.Equal(100, inEpoch.Values.Sum());
            Assert.InRange(inEpoch.Values.Max(), 2, 9);
            foreach (var (level, times) in inEpoch) Count(drawn, level, times);
        }

        Assert.All(drawn.Values, times => Assert.InRange(times, 80 - 32, 80 + 32));

        static void Count(Dictionary<int, int> counts, int level, int times = 1) => counts[level] = counts.GetValueOrDefault(level) + times;
    }

    /// <summary>A run that goes on does not know yet which ones are damaged, and draws the same as the one that does.</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 0)]
    [InlineData(2, 4)]
    public void TheDraw_DoesNotDependOnWhatWasReadBefore(int epoch, int batch)
    {
        WriteHalfDamaged(40);
        var whole = new ImageFolder<S1x2x3>(folder.Path, seed: 5, Skipping with { Flip = true });
        var all = Enumerable.Range(0, 3).Select(_ => whole.Batches(5).Select(values => values.Values.ToArray()).ToList()).ToList();
        var late = new ImageFolder<S1x2x3>(folder.Path, seed: 5, Skipping with { Flip = true });
        Assert.Equal(all[epoch][batch..], late.Batches(new DataPlace(epoch, batch, 5, 40, 5)).Select(values => values.Values.ToArray()));
    }

    /// <summary>Where nearly all are damaged, the one that is left comes each time.</summary>
    [Fact]
    public void TheLastGoodOne_IsFound()
    {
        for (var i = 0; i < 60; i++) folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i:D2}.png"), [1]);
        folder.Plain("60.png", SKColors.Red);
        for (var seed = 0; seed < 5; seed++) Assert.Equal(61, new ImageFolder<S3x2x4>(folder.Path, seed, Skipping).Batches(1).Count());
    }

    /// <summary>Of many only the first ten, and that there are more.</summary>
    [Fact]
    public void TheFirstThatAreSkipped_AreWarnings()
    {
        WriteHalfDamaged(40);
        var heard = new List<string>();
        var source = new ImageFolder<S1x2x3>(folder.Path, seed: 5, Skipping with { OnSkipped = heard.Add, Range = (0, 255) });
        Assert.Equal(8, source.Batches(5).Count());
        Assert.Equal(20, heard.Count);
        Assert.Equal([.. heard[..10], $"{folder.Path}: more that are skipped are not told here, but to OnSkipped."], source.Warnings);
    }

    private static int Level(float value) => (int)MathF.Round((value + 1) * 127.5f);

    /// <summary>Every second one is no picture; the level of the others is their number.</summary>
    private void WriteHalfDamaged(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{i:D3}.png");
            if (i % 2 == 0) folder.Write(name, [1, 2, 3]);
            else folder.Plain(name, new SKColor((byte)i, (byte)i, (byte)i));
        }
    }

    private void AssertOneRoad(string name, string found, int others = 0, ImageFolderOptions? options = null)
    {
        options ??= new ImageFolderOptions();
        var stopping = Assert.Throws<DataFileException>(() => new ImageFolder<S3x2x4>(folder.Path, seed: 1, options).Batches(1).Count());
        Assert.StartsWith(
            $"expected a whole picture (PNG, JPEG, WebP, BMP or GIF), found {found}", stopping.Message[(stopping.Path.Length + 2)..], StringComparison.Ordinal);
        Assert.EndsWith("; remove it, or skip such pictures.", stopping.Message, StringComparison.Ordinal);

        var skipping = new ImageFolder<S3x2x4>(folder.Path, seed: 1, options with { OnDamage = OnDamage.Skip });
        Assert.Equal(2 + others, skipping.Batches(1).Count());
        Assert.Equal(1 + others, skipping.Damaged.Count);
        Assert.StartsWith(found, skipping.Damaged[folder[name]], StringComparison.Ordinal);
    }
}
