using System.Globalization;
using System.IO.Compression;
using FashionMnist;
using GanDsl.FakeGames;
using GanDsl.Training;
using SkiaSharp;

namespace GanDsl.Samples.Tests;

/// <summary>The program with a fake game: what it says, returns and leaves behind.</summary>
public sealed class AppTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("--epochs: expected a whole number from 1 to 100000, found '0'", "--epochs", "0")]
    [InlineData("--epochs: expected a whole number from 1 to 100000, found '-3'", "--epochs", "-3")]
    [InlineData("--epochs: expected a whole number from 1 to 100000, found 'many'", "--epochs", "many")]
    [InlineData("--epochs: expected a whole number from 1 to 100000, found '1.5'", "--epochs", "1.5")]
    [InlineData("--steps: expected a whole number from 1 to 2147483647, found '0'", "--steps", "0")]
    [InlineData("--batch: expected a whole number from 2 to 1048576, found '1'", "--batch", "1")]
    [InlineData("--batch: expected a whole number from 2 to 1048576, found '1,000'", "--batch", "1,000")]
    [InlineData(
        "--seed: expected a whole number from -9223372036854775808 to 9223372036854775807, found '99999999999999999999'", "--seed", "99999999999999999999")]
    [InlineData("--data: expected a folder, found an empty name", "--data", "")]
    [InlineData("--output: expected a folder, found an empty name", "--output", " ")]
    [InlineData("--backend: expected torch or ilgpu, found 'tpu'", "--backend", "tpu")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("--epochs", "--epochs")]
    public void NonsenseOptions_AreRefused(string part, params string[] args) =>
        Refused(part, [.. args, .. args.Contains("--output") ? Array.Empty<string>() : ["--output", place.Output]]);

    [Fact]
    public void AMissingDataFolder_IsNamed() =>
        Refused($"{place.Output}-none: expected a folder with train-images-idx3-ubyte", Arguments(data: place.Output + "-none"));

    [Fact]
    public void ADataFolderWithoutImages_IsNamed() =>
        Refused($"{place.Root}: expected a folder with train-images-idx3-ubyte or train-images-idx3-ubyte.gz, found neither", Arguments(data: place.Root));

    [Fact]
    public void TruncatedImages_AreRefused()
    {
        place.WriteImages(0x00000803, 10, new byte[(10 * 784) - 1]);
        Refused("7,856 bytes for 10 × 28 × 28 images, found 7,855", Arguments());
    }

    [Fact]
    public void OverLongImages_AreRefused()
    {
        place.WriteImages(0x00000803, 10, new byte[(10 * 784) + 1]);
        Refused("too long", Arguments());
    }

    [Fact]
    public void LabelsInTheImagesPlace_AreRefused()
    {
        place.WriteImages(0x00000801, 10, new byte[10 * 784]);
        Refused("0x00000801 (labels)", Arguments());
    }

    [Fact]
    public void CorruptCompression_IsRefused()
    {
        File.Delete(place.ImagesFile);
        File.WriteAllBytes(place.ImagesFile + ".gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]);
        Refused("train-images-idx3-ubyte.gz", Arguments());
    }

    [Fact]
    public void AnotherShapeThanTheNetworks_IsRefused()
    {
        using var err = new StringWriter();
        Assert.Equal(App.BadInput, App.Run<Image32>(Arguments(), TextWriter.Null, err, (_, _) => new FakeGame()));
        Assert.Contains("the network's shape (1, 32, 32), found images of 28×28", OneLine(err), StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchOfMoreThanThereAre_IsRefused() =>
        Refused("at least one batch of 11 images, found 10; pass a smaller --batch", [.. Arguments(), "--batch", "11"]);

    [Fact]
    public void AnOutputUnderAFile_IsRefused() =>
        Refused("an output folder that can be written to", [.. Arguments(output: Path.Combine(place.ImagesFile, "output")), "--batch", "5"]);

    [Fact]
    public void AnOutputThatIsAFile_IsRefused() => Refused("an output folder that can be written to", [.. Arguments(output: place.ImagesFile), "--batch", "5"]);

    [Fact]
    public void ANameWithALineBreak_StillGivesOneLine() => Refused("no such folder", Arguments(data: "two\nlines"));

    [Fact]
    public void AWriteThatFailsOnTheWay_IsOneLineToo()
    {
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        var game = new FakeGame { AfterStep = _ => throw new IOException("No space left on device.") };
        Assert.Equal(App.BadInput, App.Run<Image28>([.. Arguments(), "--batch", "5"], TextWriter.Null, err, (_, _) => game));
        Assert.Equal("No space left on device." + Environment.NewLine, OneLine(err));
        Assert.True(game.IsDisposed);
    }

    [Fact]
    public void ARun_SaysWhichDataAndWhereThePictureIs()
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        var game = new FakeGame();
        Assert.Equal(App.Done, App.Run<Image28>(
            [.. Arguments(), "--epochs", "2", "--batch", "5", "--seed", "-7"], @out, err, (_, seed) => seed == -7 ? game : throw new NotSupportedException()));
        Assert.Empty(err.ToString());
        var lines = @out.ToString().Trim().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal($"Data: 10 images of 28×28 from {place.ImagesFile}.", lines[0]);
        Assert.Equal("Playing on paper.", lines[1]);
        Assert.StartsWith("epoch 1/2  step 1/4  ", lines[2], StringComparison.Ordinal);
        Assert.Equal($"Done after 4 steps; the pictures: {Path.Combine(place.Output, "samples", "epoch-002.png")}", lines[^2]);
        Assert.Equal($"All of it on one page: {Path.Combine(place.Output, "report.html")}", lines[^1]);
        Assert.Contains("report.html", place.Written);
        Assert.True(game.IsDisposed);
    }

    [Theory]
    [InlineData("torch", "Torch")]
    [InlineData("ilgpu", "Ilgpu")]
    public void TheBackend_IsTheUsers(string name, string backend)
    {
        var asked = string.Empty;
        var code = App.Run<Image28>([.. Arguments(), "--batch", "5", "--backend", name], TextWriter.Null, TextWriter.Null, (chosen, _) =>
        {
            asked = chosen.ToString();
            return new FakeGame();
        });
        Assert.Equal((App.Done, backend), (code, asked));
    }

    [Fact]
    public void CompressedImages_AreFound()
    {
        var plain = File.ReadAllBytes(place.ImagesFile);
        File.Delete(place.ImagesFile);
        using (var gzip = new GZipStream(File.Create(place.ImagesFile + ".gz"), CompressionLevel.Fastest)) gzip.Write(plain);
        Assert.Equal(App.Done, App.Run<Image28>([.. Arguments(), "--batch", "5"], TextWriter.Null, TextWriter.Null, (_, _) => new FakeGame()));
    }

    [Fact]
    public void Help_NamesEveryOptionAndItsDefault()
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(App.Done, App.Run<Image28>(["--help"], @out, TextWriter.Null, (_, _) => throw new NotSupportedException()));
        foreach (var part in new[]
        {
            "--epochs", "[default: 10 for the 10,000", "--steps", "--batch", "[default: 8]", "--seed", "[default: 42]", "--output", "[default: output]",
            "--data", "--backend <torch|ilgpu>", "--overwrite", "train", "resume", "sample", "export", "evaluate"
        })
            Assert.Contains(part, @out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStoppedRun_IsResumed_WithItsOwnBatchesAndSeed()
    {
        var straight = new FakeGame();
        Assert.Equal(App.Done, Run(straight, [.. Arguments(), "--epochs", "3", "--batch", "5", "--seed", "7"]));
        Assert.Equal(App.Done, Run(new FakeGame(), ["train", .. Arguments(), "--epochs", "3", "--batch", "5", "--seed", "7", "--steps", "3"]));

        var resumed = new FakeGame();
        Assert.Equal(App.Done, Run(resumed, ["resume", .. Arguments(), "--epochs", "3"]));
        Assert.Equal((straight.Steps, straight.Seen, 3), (resumed.Steps, resumed.Seen, resumed.BatchSizes.Count));
    }

    /// <summary>A folder that a user may have things in, as with <c>--output .</c>.</summary>
    [Fact]
    public void EventsForTensorBoard_AreTheRunsOwn_AndNothingElseInTheirFolderIs()
    {
        var events = Path.Combine(place.Output, "events");
        Directory.CreateDirectory(events);
        File.WriteAllText(Path.Combine(events, "mine.txt"), "mine");
        File.WriteAllText(Path.Combine(events, "events.out.tfevents.1.elsewhere.2"), "mine");

        Run(new FakeGame(), [.. Arguments(), "--epochs", "3", "--batch", "5", "--steps", "3"]);
        var first = Assert.Single(Logs());
        Run(new FakeGame(), ["resume", .. Arguments(), "--epochs", "3"]);
        Assert.Equal((2, first), (Logs().Count, Logs()[0]));

        Run(new FakeGame(), [.. Arguments(), "--epochs", "1", "--batch", "5"]);
        Assert.DoesNotContain(first, Logs());
        Assert.Single(Logs());
        Assert.Equal(["events/events.out.tfevents.1.elsewhere.2", "events/mine.txt"], Written().Except(Logs()));

        IEnumerable<string> Written() => place.Written.Where(name => name.StartsWith("events/", StringComparison.Ordinal));
        List<string> Logs() => [.. Written().Where(name => name.EndsWith(".gandsl", StringComparison.Ordinal))];
    }

    [Fact]
    public void FilesOfTheUsers_StayUnlessTheyMayBeReplaced()
    {
        Directory.CreateDirectory(place.Output);
        var report = Path.Combine(place.Output, "report.html");
        File.WriteAllText(report, "mine");
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(
            App.BadInput, App.Run<Image28>([.. Arguments(), "--batch", "5", "--epochs", "1"], TextWriter.Null, err, (_, _) => new FakeGame()));
        Assert.Contains("found report.html; choose another folder, or allow that they are replaced (--overwrite,", OneLine(err), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(report));

        Assert.Equal(App.Done, Run(new FakeGame(), [.. Arguments(), "--batch", "5", "--epochs", "1", "--overwrite"]));
        Assert.NotEqual("mine", File.ReadAllText(report));
        foreach (var (verb, name) in new[] { ("sample", "sample.png"), ("export", "generator.py") })
        {
            var file = Path.Combine(place.Output, name);
            File.WriteAllText(file, "mine");
            Assert.Equal(App.BadInput, Run(new FakeGame(), [verb, "--output", place.Output]));
            Assert.Equal("mine", File.ReadAllText(file));
        }
    }

    [Fact]
    public void ARun_IsSampled()
    {
        Run(new FakeGame(), [.. Arguments(), "--batch", "5", "--epochs", "3"]);
        Assert.Equal(App.Done, Run(new FakeGame(), ["sample", "--output", place.Output, "--count", "9"]));
        using var picture = SKBitmap.Decode(Path.Combine(place.Output, "sample.png"));
        Assert.Equal((2 + (8 * 58), 2 + (2 * 58)), (picture.Width, picture.Height));

        // Again: it is the run's own now.
        Assert.Equal(App.Done, Run(new FakeGame(), ["sample", "--output", place.Output]));
    }

    [Fact]
    public void ARun_IsExported_WithItsWeights_AsPython_AndAsOnnx()
    {
        Assert.Equal(App.Done, Play([.. Arguments(), "--batch", "5", "--epochs", "1"]));
        var weights = Path.Combine(place.Output, "generator.safetensors");
        File.Delete(weights);

        Assert.Equal(App.Done, Play(["export", "--output", place.Output]));

        Assert.Equal("2", Safetensors.Read(weights).Metadata["steps"]);
        Assert.Contains("class ClothingGenerator(nn.Sequential):", File.ReadAllText(Path.ChangeExtension(weights, ".py")), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.ChangeExtension(weights, ".onnx")).Length, 4 * ClothingGenerator.ParameterCount, long.MaxValue);

        static int Play(string[] args) => App.Run<Image28>(args, TextWriter.Null, TextWriter.Null, (_, seed) => new ClothingGan.Torch(seed));
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("sample")]
    [InlineData("export")]
    public void AFolderWithoutARun_IsRefused(string verb) =>
        Refused("expected the folder of a run with checkpoints, found no such folder", [verb, "--output", place.Output]);

    [Fact]
    public void OtherData_AreRefused()
    {
        Run(new FakeGame(), [.. Arguments(), "--batch", "5"]);
        place.WriteImages(0x00000803, 11, new byte[11 * 784]);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(
            App.BadInput, App.Run<Image28>(["resume", .. Arguments()], TextWriter.Null, err, (_, _) => throw new NotSupportedException("the game was made")));
        Assert.Contains("expected the 10 images of the run, found 11; pass the run's --data", OneLine(err), StringComparison.Ordinal);
    }

    /// <summary>A classifier that knows stripes after some epochs, a game whose pictures are all alike, and the table.</summary>
    [Fact]
    public void Evaluate_ComparesPicturesWithTestImages()
    {
        place.WriteLabelled(200);
        Assert.Equal(App.Done, Run(new FakeGame(), [.. Arguments(), "--batch", "5", "--steps", "4"]));
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(App.Done, App.Run<Image28>(["evaluate", .. Arguments(), "--count", "30", "--epochs", "40"], @out, err, (_, _) => new FakeGame()));

        Assert.Empty(err.ToString());
        Assert.Contains("It classifies 100.0 % of 200 test images correctly. 30 pictures after 4 steps:", @out.ToString(), StringComparison.Ordinal);
        var rows = File.ReadAllLines(Path.Combine(place.Output, "evaluation.csv"));
        Assert.Equal("metric,value,spread,protocol", rows[0]);
        Assert.Equal(
            ["Fréchet distance", "kernel distance", "precision", "recall", "density", "coverage", "inception-style score"],
            rows[1..].Select(row => row.Split(',')[0]));
        Assert.All(rows[1..], row => Assert.True(double.IsFinite(double.Parse(row.Split(',')[1], CultureInfo.InvariantCulture)), row));
        Assert.EndsWith("\"128 features of a classifier of clothes of accuracy 1.000, 30 test images against 30 pictures\"", rows[1], StringComparison.Ordinal);

        Assert.Contains(
            "accuracy 1.000, 30 test images against 30 pictures", File.ReadAllText(Path.Combine(place.Output, "report.html")), StringComparison.Ordinal);

        // One picture, again and again, is not a distribution of clothes, and of one class.
        Assert.True(double.Parse(rows[1].Split(',')[1], CultureInfo.InvariantCulture) > 1);
        Assert.Equal(1, double.Parse(rows[7].Split(',')[1], CultureInfo.InvariantCulture), 1e-3);
    }

    [Theory]
    [InlineData("train-labels-idx1-ubyte", "expected a folder with train-labels-idx1-ubyte or train-labels-idx1-ubyte.gz, found neither")]
    [InlineData("t10k-images-idx3-ubyte", "expected a folder with t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz, found neither")]
    public void Evaluate_WantsAllFourFiles(string without, string message)
    {
        place.WriteLabelled(20);
        File.Delete(Path.Combine(place.Data, without));
        Refused(message, ["evaluate", .. Arguments()]);
    }

    [Fact]
    public void Evaluate_WantsARun()
    {
        place.WriteLabelled(20);
        Refused("expected the folder of a run with checkpoints, found no such folder", ["evaluate", .. Arguments()]);
    }

    [Fact]
    public void InstalledImages_ComeBeforeTheShippedOnes() => Assert.Equal(10, DataChoice.Make(folder: null, installed: place.Data).Images.Count);

    /// <summary>The package, its place, and that it is the data set that the shipped images are of.</summary>
    [OracleFact<FashionMnistData>]
    public void TheInstalledImages_AreAll60000_AndTheShippedOnesAreItsTestSet()
    {
        var (images, says) = DataChoice.Make(folder: null);
        Assert.StartsWith($"Data: 60,000 images of 28×28 from {FashionMnistData.Folder}", says, StringComparison.Ordinal);
        Assert.Equal((60_000, 28, 28), (images.Count, images.Height, images.Width));
        Assert.InRange(images.Pixels.ToArray().Average(b => b), 72.935, 72.945);
        var tests = IdxFile.ReadImages(DataChoice.In(FashionMnistData.Folder, "t10k-images-idx3-ubyte")!);
        Assert.True(tests.Pixels.Span.SequenceEqual(DataChoice.Make(folder: null, installed: place.Root).Images.Pixels.Span));
    }

    [Fact]
    public void WithNothingInstalled_TheShippedImagesAreUsed_AndAreRealOnes()
    {
        var (images, says) = DataChoice.Make(folder: null, installed: place.Root);
        Assert.StartsWith("Data: 10,000 images of 28×28 from ", says, StringComparison.Ordinal);
        Assert.EndsWith("for all 60,000 install Debian's dataset-fashion-mnist or pass --data.", says, StringComparison.Ordinal);
        Assert.Equal((10_000, 28, 28), (images.Count, images.Height, images.Width));
        Assert.InRange(images.Pixels.ToArray().Average(b => b), 70, 76); // the training set's mean is 72.94
        Assert.Contains("Zalando SE", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "LICENSE")), StringComparison.Ordinal);
    }

    private string[] Arguments(string? data = null, string? output = null) => ["--data", data ?? place.Data, "--output", output ?? place.Output];

    private static int Run(FakeGame game, string[] args) => App.Run<Image28>(args, TextWriter.Null, TextWriter.Null, (_, _) => game);

    private void Refused(string part, string[] args)
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(App.BadInput, App.Run<Image28>(args, @out, err, (_, _) => throw new NotSupportedException("the game was made")));
        Assert.Contains(part, OneLine(err), StringComparison.Ordinal);
        Assert.Empty(@out.ToString());
        Assert.False(Directory.Exists(place.Output));
    }

    private static string OneLine(StringWriter err)
    {
        var text = err.ToString();
        Assert.EndsWith(Environment.NewLine, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.TrimEnd('\r', '\n'));
        return text;
    }
}
