using System.Text.Json;
using GanDsl.States;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AGameThatIsTakenUpAgain_GoesOnBitForBit()
    {
        using var straight = SmallRun.NewGame();
        var checkpoints = CheckpointFolder.Open(folder.Path);

        // Seven steps of five an epoch: in the middle of the second.
        var place = SmallRun.Play(straight, from: null, steps: 7);
        checkpoints.Save(straight, place);
        SmallRun.Play(straight, place, steps: 20);

        using var resumed = SmallRun.NewGame(seed: 2);
        var found = checkpoints.Newest(resumed)!;
        found.Load(resumed);
        Assert.Equal((7, new DataPlace(1, 2, 4, 23, 7)), (resumed.Steps, found.Data! with { Identity = null }));
        SmallRun.Play(resumed, found.Data, steps: 20);

        Assert.Equal(straight.Report(), resumed.Report());
        StateChecks.AssertEqual(straight.State(), resumed.State());
    }

    [Fact]
    public void TheManifest_SaysWhatTheCheckpointIs()
    {
        using var game = SmallRun.NewGame();
        SmallRun.Play(game, from: null, steps: 4);
        var path = CheckpointFolder.Open(folder.Path).Save(game, new DataPlace(0, 4, 4, 23, 7), new Metric("JSD", 0.25));

        Assert.Equal(["00001-step-4.json", "00001-step-4.safetensors"], folder.Names);
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        Assert.Equal(2, root.GetProperty("format").GetInt32());
        Assert.Equal(4, root.GetProperty("step").GetInt64());
        Assert.Equal("GanDsl.States.EverythingGame", root.GetProperty("game").GetString());
        Assert.Equal("libtorch on cpu", root.GetProperty("device").GetString());
        Assert.Equal(
            ["Generator(3)", "Dense(7)", "BatchNorm", "Tanh", "Dense(2)"],
            root.GetProperty("architecture").GetProperty("generator").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(
            ["Discriminator(2)", "Dense(9)", "Tanh", "Dropout(p: 0.3)", "Dense(1)"],
            root.GetProperty("architecture").GetProperty("discriminator").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal("""{"epoch":0,"batch":4,"batch_size":4,"samples":23,"seed":7}""", JsonSerializer.Serialize(root.GetProperty("data")));
        Assert.Equal("""{"name":"JSD","value":0.25}""", JsonSerializer.Serialize(root.GetProperty("metric")));
        Assert.Equal("0.107.0.0", root.GetProperty("versions").GetProperty("TorchSharp").GetString());
        Assert.Equal(new FileInfo(Path.ChangeExtension(path, ".safetensors")).Length, root.GetProperty("tensors").GetProperty("bytes").GetInt64());

        var read = Checkpoint.Read(path);
        Assert.Equal((4, "libtorch on cpu", new Metric("JSD", 0.25)), (read.Step, read.Device, read.Metric));
        Assert.Equal("0.1.0.0", read.Versions["GanDsl"]);
        Assert.InRange(read.Written, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Empty(read.PassedOver);
    }

    [Fact]
    public void AnEmptyFolderAndNoFolder_HaveNone()
    {
        Assert.Null(Checkpoint.Newest(folder.Path));
        Assert.Null(Checkpoint.Newest(folder["none"]));
    }

    [Fact]
    public void AnotherWidth_IsRefused_WithTheFirstTensorThatDiffers_AndBothShapes()
    {
        using var narrow = new NarrowGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        AssertAnother(narrow, game, "discriminator.0.weight is Float32 of shape (8, 2) with 16 values; this game wants Float32 of shape (9, 2) with 18 values");
    }

    [Fact]
    public void AnotherOptimiser_IsRefused()
    {
        using var forgetful = new ForgetfulGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        AssertAnother(forgetful, game, "The state is of another game: missing generator_optimizer.0.weight.exp_avg");
    }

    /// <summary>It has the same tensors, and may be what somebody wants to try from here; it is said.</summary>
    [Fact]
    public void AnotherActivation_WhichHasNoWeights_IsNamed()
    {
        using var other = new RectifiedGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        CheckpointFolder.Open(folder.Path).Save(other);
        var found = Checkpoint.Newest(folder.Path, game)!;
        found.Load(game);
        Assert.Equal(["D: LeakyReLU became Tanh"], found.ChangesIn(game));
        Assert.Empty(found.ChangesIn(other));
    }

    [Fact]
    public void AnotherBackendsRandomNumbers_AreRefused_AndCanBeLeftOut()
    {
        CheckpointFolder.Open(folder.Path).Save(new PaperGame { Steps = 5 });
        using var other = new PaperGame { Random = "random.other" };
        var checkpoint = Checkpoint.Newest(folder.Path, other)!;

        var error = Assert.Throws<DataFileException>(() => checkpoint.Load(other));
        Assert.Equal(
            $"{checkpoint.Path}: expected a checkpoint of a game on paper, found one of a game on paper (These are other random numbers); "
                + "let the game draw its own random numbers (--own-random-numbers, ownRandomNumbers), or go on with the device that it is from.",
            error.Message);
        Assert.Equal(0, other.Steps);

        checkpoint.Load(other, ownRandomNumbers: true);
        Assert.Equal(5, other.Steps);
    }

    [Fact]
    public void ANewerFormat_IsRefused()
    {
        var path = CheckpointFolder.Open(folder.Path).Save(new PaperGame());
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"format\": 2", "\"format\": 3", StringComparison.Ordinal));
        var error = Assert.Throws<DataFileException>(() => Checkpoint.Read(path));
        Assert.Equal($"{path}: expected a checkpoint of format 2 or older, found format 3, a newer GanDsl's; update GanDsl.", error.Message);
    }

    [Fact]
    public void MissingTensors_AreRefused()
    {
        var path = CheckpointFolder.Open(folder.Path).Save(new PaperGame());
        File.Delete(Path.ChangeExtension(path, ".safetensors"));
        Assert.Contains(
            "expected a checkpoint's tensors, found no such file",
            Assert.Throws<DataFileException>(() => Checkpoint.Read(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndlessManifest_IsRefused()
    {
        using (var file = File.Create(folder["00001-step-1.json"])) file.SetLength((1 << 24) + 1);
        Assert.Contains(
            "expected a checkpoint's manifest of at most 16777216 bytes, found 16777217",
            Assert.Throws<DataFileException>(() => Checkpoint.Read(folder["00001-step-1.json"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingManifest_IsRefused() =>
        Assert.Contains(
            "expected a checkpoint's manifest, found no such file",
            Assert.Throws<DataFileException>(() => Checkpoint.Read(folder["00001-step-1.json"])).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(".json")]
    [InlineData(".safetensors")]
    public void ATruncatedFile_IsRefused_WhereverItEnds(string extension)
    {
        var path = CheckpointFolder.Open(folder.Path).Save(new PaperGame());
        var file = Path.ChangeExtension(path, extension);
        var whole = File.ReadAllBytes(file);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Throws<DataFileException>(() => Checkpoint.Read(path));
        }

        File.WriteAllBytes(file, whole);
        Checkpoint.Read(path);
    }

    [Theory]
    [InlineData(".json")]
    [InlineData(".safetensors")]
    public void AFlippedBit_IsRefused_WhicheverItIs(string extension)
    {
        var path = CheckpointFolder.Open(folder.Path).Save(new PaperGame(), new DataPlace(0, 1, 2, 3, 4), new Metric("JSD", 0.5));
        var file = Path.ChangeExtension(path, extension);
        var whole = File.ReadAllBytes(file);
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(file, damaged);
            Assert.Throws<DataFileException>(() => Checkpoint.Read(path));
        }

        File.WriteAllBytes(file, whole);
        Checkpoint.Read(path);
    }

    [Fact]
    public void TheOneBefore_IsOffered_AndWhyTheOthersAreNot()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 4);
        for (var step = 1; step <= 4; step++) checkpoints.Save(new PaperGame { Steps = step });
        Flip(folder["00004-step-4.safetensors"]);
        File.WriteAllText(folder["00003-step-3.json"], "{");

        var found = checkpoints.Newest()!;

        Assert.Equal(2, found.Step);
        Assert.Equal(2, found.PassedOver.Count);
        Assert.Equal(
            $"{folder["00004-step-4.safetensors"]}: expected the checksum that its manifest says, found another one: it is damaged; "
                + "take the checkpoint before it.",
            found.PassedOver[0].Message);
        Assert.StartsWith(
            $"{folder["00003-step-3.json"]}: expected a checkpoint's manifest in JSON, found damage (", found.PassedOver[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNoneIsWhole_EachIsNamed()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path);
        for (var step = 1; step <= 2; step++) checkpoints.Save(new PaperGame { Steps = step });
        Flip(folder["00001-step-1.safetensors"]);
        File.Delete(folder["00002-step-2.safetensors"]);

        var message = Assert.Throws<DataFileException>(() => checkpoints.Newest()).Message;
        Assert.StartsWith(
            $"{folder.Path}: expected a checkpoint that is whole, found 2 that cannot be used: {folder["00002-step-2.safetensors"]}: expected a checkpoint's "
                + "tensors, found no such file",
            message,
            StringComparison.Ordinal);
        Assert.Contains("00001-step-1.safetensors", message, StringComparison.Ordinal);
        Assert.EndsWith("; start again in another folder.", message, StringComparison.Ordinal);
    }

    private static void Flip(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    private void AssertAnother(IGan saved, IGan game, string found)
    {
        saved.Step([1, 2, 3, 4]);
        var path = CheckpointFolder.Open(folder.Path).Save(saved);
        var before = game.State();

        var error = Assert.Throws<DataFileException>(() => Checkpoint.Read(path).Load(game));

        Assert.StartsWith($"{path}: expected a checkpoint of this game's architecture, found another one's: {found}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; load it into the declaration that it is of, or start again in another folder.", error.Message, StringComparison.Ordinal);
        StateChecks.AssertEqual(before, game.State());
        Assert.Equal(error.Message, Assert.Throws<DataFileException>(() => Checkpoint.Newest(folder.Path, game)).InnerException!.Message);
    }
}
