using System.Runtime.InteropServices;
using SkiaSharp;

namespace GanDsl.Training.Tests;

/// <summary>Pictures of 16 bits a channel, and of content of fewer.</summary>
public sealed class DeepPngTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Neighbours of 65536 levels stay apart, whatever the rows' filters, and whatever their order.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    public void AllBits_AreKept(int colours, bool interlaced)
    {
        var isGrey = colours is 0 or 4;
        folder.Write("a.png", HandMadePng.Make(16, 16, colours, (x, y, c) => c == (isGrey ? 1 : 3) ? 65535 : Level(x, y, c), y => y % 5, interlaced));
        var values = Only<S3x16x16>();
        for (var c = 0; c < 3; c++)
        {
            for (var i = 0; i < 256; i++) Assert.Equal((Level(i % 16, i / 16, isGrey ? 0 : c) / 32767.5) - 1, values[(c * 256) + i], 1e-6);
        }

        static int Level(int x, int y, int c) => ((x * 4099) + (y * 257) + (c * 20011) + (x * y * 13)) % 65536;
    }

    /// <summary>The hand-made files are what libpng reads, too: SkiaSharp gives 11 bits of each colour, and 8 of grey.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void TheValues_AreThoseOfLibpng(int colours, bool interlaced)
    {
        var file = HandMadePng.Make(13, 11, colours, (x, y, c) => ((x * 5003) + (y * 1201) + (c * 9001)) % 65536, y => y % 5, interlaced);
        using var codec = SKCodec.Create(new SKMemoryStream(file));
        using var half = new SKBitmap(new SKImageInfo(13, 11, SKColorType.RgbaF16, SKAlphaType.Premul));
        Assert.Equal(SKCodecResult.Success, codec.GetPixels(half.Info, half.GetPixels()));
        var expected = MemoryMarshal.Cast<byte, Half>(half.GetPixelSpan());
        var read = new ushort[13 * 11 * 4];
        DeepPng.Read(file, read);
        for (var i = 0; i < read.Length; i++) Assert.Equal((float)expected[i], read[i] / 65535f, colours is 0 or 4 ? 1.5f / 255 : 1e-3f);
    }

    [Fact]
    public void AColourThatIsTransparent_IsBlack()
    {
        folder.Write("a.png", HandMadePng.Make(4, 2, 0, (x, _, _) => x == 1 ? 30000 : 60000, transparent: [60000]));
        folder.Write("b.png", HandMadePng.Make(4, 2, 2, (x, _, _) => x == 1 ? 30000 : 60000, transparent: [60000, 60000, 60000]));
        var expected = new[] { -1, (30000 / 32767.5f) - 1, -1, -1 };
        foreach (var batch in new ImageFolder<S3x2x4>(folder.Path, seed: 1).Batches(1))
        {
            for (var x = 0; x < 4; x++) Assert.Equal(expected[x], batch.Values.Span[x], 1e-6f);
        }
    }

    [Fact]
    public void HalfTransparentColours_AreHalfAsBright()
    {
        folder.Write("a.png", HandMadePng.Make(4, 2, 6, (_, _, c) => c == 3 ? 32768 : 40000));
        Assert.All(Only<S3x2x4>(), value => Assert.Equal((40000 * (32768 / 65535.0) / 32767.5) - 1, value, 1e-4));
    }

    /// <summary>Stripes one level apart become their mean, which eight bits could not tell from either.</summary>
    [Fact]
    public void ALargerPicture_IsSmoothed_BetweenItsLevels()
    {
        folder.Write("a.png", HandMadePng.Make(64, 32, 0, (x, _, _) => x % 2 == 0 ? 1000 : 1200));
        Assert.All(Only<S3x2x4>(), value => Assert.Equal((1100 / 32767.5) - 1, value, 2e-4));
    }

    /// <summary>12 bits of a scanner: all of −1 to 1, each level at its place.</summary>
    [Fact]
    public void ARange_IsSpreadOverAll_AndWhatIsBeyondIsCut()
    {
        folder.Write("a.png", HandMadePng.Make(4, 2, 0, (x, y, _) => y == 0 ? x * 1365 : 4096 + x));
        var values = Only<S3x2x4>(new() { Range = (0, 4095) });
        for (var x = 0; x < 4; x++)
        {
            Assert.Equal((x * 1365 / 2047.5) - 1, values[x], 1e-6);
            Assert.Equal(1, values[4 + x]);
        }

        folder.Plain("a.png", new SKColor(15, 20, 5));
        values = Only<S3x2x4>(new() { Range = (10, 20) });
        Assert.Equal((0f, 1f, -1f), (values[0], values[8], values[16]));
    }

    [Fact]
    public void ARangeWithoutWidth_IsRefused() =>
        Assert.StartsWith(
            "The range of pixels' values goes from 5 to 5; pass the smallest value, then a larger one.",
            Assert.Throws<ArgumentException>(() =>
            {
                folder.Plain("a.png", SKColors.Red);
                return Only<S3x2x4>(new() { Range = (5, 5) });
            }).Message,
            StringComparison.Ordinal);

    /// <summary>The file that was read as at most 15 of 255 without a word: precise now, and said.</summary>
    [Fact]
    public void ContentOfTwelveBits_IsPrecise_AndAWarningTellsTheRange()
    {
        folder.Case("ct12.png", "ct12.png");
        var source = new ImageFolder<S1x8x8>(folder.Path, seed: 1);
        Assert.Empty(source.Warnings);
        var values = source.Batches(1).Single().Values.ToArray();
        Assert.Equal(
            $"{folder.Path}: no value in the first 1 pictures is above 4095, where the format has 65535: they are read as nearly black; "
                + "pass Range = (0, 4095) if their content has no more.",
            Assert.Single(source.Warnings));

        var spread = new ImageFolder<S1x8x8>(folder.Path, seed: 1, new() { Range = (0, 4095) });
        var wide = spread.Batches(1).Single().Values.ToArray();
        Assert.Empty(spread.Warnings);
        Assert.Equal((-1, 1), (wide.Min(), wide.Max()));
        for (var i = 0; i < 64; i++)
        {
            // Every level of 4096 is its own number.
            var level = (wide[i] + 1) * 2047.5f;
            Assert.Equal(MathF.Round(level), level, 1e-3f);
            Assert.Equal((level / 32767.5f) - 1, values[i], 1e-6f);
        }
    }

    /// <summary>A value above a quarter of the format's among the first 64 pictures is enough for none.</summary>
    [Theory]
    [InlineData(63, "is above 63, where the format has 255: they are read as nearly black; pass Range = (0, 63) if")]
    [InlineData(64, null)]
    [InlineData(0, ": the first 64 pictures are all black.")]
    public void DarkPicturesOfEightBits_AreSaidToo(byte level, string? said)
    {
        for (var i = 0; i < 70; i++) folder.Plain(FormattableString.Invariant($"{i}.png"), new SKColor(0, level, 0));
        var source = new ImageFolder<S3x2x4>(folder.Path, seed: 1);
        Assert.Equal(70, source.Batches(1).Count());
        Assert.Equal(said is null ? 0 : 1, source.Warnings.Count);
        Assert.All(source.Warnings, warning => Assert.Contains(said!, warning, StringComparison.Ordinal));
    }

    /// <summary>libpng passes over a transparent colour of a wrong length, and so do we.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void ATransparentColourOfAWrongLength_IsNone(int length)
    {
        const int AfterHeader = 33;
        var whole = HandMadePng.Make(4, 2, 0, (_, _, _) => 257);
        folder.Write("a.png", [.. whole[..AfterHeader], .. HandMadePng.Chunk("tRNS", [.. Enumerable.Repeat((byte)1, length)]), .. whole[AfterHeader..]]);
        Assert.All(Only<S3x2x4>(), value => Assert.Equal((257 / 32767.5f) - 1, value, 1e-6f));
    }

    [Fact]
    public void ADamagedDeepPng_IsDamage()
    {
        var whole = HandMadePng.Make(16, 16, 0, (x, y, _) => x * y * 200);
        var flipped = (byte[])whole.Clone();
        flipped[^40] ^= 0x10;
        foreach (var damaged in new[] { whole[..^30], flipped, HandMadePng.Make(16, 16, 0, (x, y, _) => x * y * 200, _ => 7) })
        {
            folder.Write("a.png", damaged);
            Assert.Contains("found a damaged one (", Assert.Throws<DataFileException>(() => Only<S3x16x16>()).Message, StringComparison.Ordinal);
        }
    }

    private float[] Only<TShape>(ImageFolderOptions? options = null)
        where TShape : struct, IShape => new ImageFolder<TShape>(folder.Path, seed: 1, options).Batches(1).Single().Values.ToArray();
}
