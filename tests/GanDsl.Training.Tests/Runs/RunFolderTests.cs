using System.Text.Json;
using GanDsl.FakeGames;

namespace GanDsl.Training.Tests.Runs;

/// <summary>What a run may do to its folder: to its own files anything, to an earlier run's once it has replaced them, to others nothing.</summary>
public sealed class RunFolderTests : IDisposable
{
    private static readonly string[] AfterOneEpoch =
    [
        ".run.lock", "generator.safetensors", "latents.safetensors", "metrics.csv", "report.html", "run.json",
        "samples/epoch-000.png", "samples/epoch-001.png", "samples/interpolation.png",
    ];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AnEarlierRunsFiles_AreReplaced_AndNothingElse()
    {
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 3)).Train();
        File.WriteAllText(folder["samples/epoch-mine.png"], "mine");
        File.WriteAllText(folder["notes.txt"], "mine");
        var outcome = FakeRun.New(FakeRun.Options(folder.Path)).Train();

        // Its checkpoints are numbered after those of the earlier one: never are two of one name.
        Assert.Equal(
            [.. AfterOneEpoch, "checkpoints/00004-step-65.json", "checkpoints/00004-step-65.safetensors", "notes.txt", "samples/epoch-mine.png"],
            FakeRun.Names(folder.Path).OrderBy(name => Array.IndexOf(AfterOneEpoch, name) is >= 0 and var at ? at : 99));
        Assert.Equal(folder["samples/epoch-001.png"], outcome.Picture);
        Assert.Equal(["65"], File.ReadAllLines(folder["metrics.csv"])[2..].Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void TheMark_ListsTheRunsFiles_AndItsProcess()
    {
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 5) with { KeepCheckpoints = 1 }).Train();
        using var mark = JsonDocument.Parse(File.ReadAllBytes(folder["run.json"]));
        Assert.Equal(1, mark.RootElement.GetProperty("gandsl_run").GetInt32());
        Assert.Equal(Environment.ProcessId, mark.RootElement.GetProperty("process").GetProperty("id").GetInt32());
        Assert.Equal(
            FakeRun.Names(folder.Path).Except([".run.lock", "run.json"]),
            mark.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()!)
                .Where(name => File.Exists(folder[name])).Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever ends it before its first checkpoint: the data, the game, a token, a divergence.</summary>
    [Theory]
    [InlineData("data")]
    [InlineData("game")]
    [InlineData("token")]
    [InlineData("divergence")]
    public void ARunThatEndsBeforeItsFirstCheckpoint_LeavesTheEarlierOneAsItWas(string end)
    {
        FakeRun.New(FakeRun.Options(folder.Path)).Train();
        var before = Earlier();
        var options = FakeRun.Options(folder.Path);
        switch (end)
        {
            case "data":
                Assert.Throws<NotSupportedException>(() => FakeRun.New(options, data: new SourceThatFails(after: 0)).Train());
                break;
            case "game":
                Assert.Throws<InvalidOperationException>(
                    () => FakeRun.New(options, new FakeGame { AfterStep = _ => throw new InvalidOperationException() }).Train());
                break;
            case "token":
                Assert.True(FakeRun.New(options).Train(stop: new CancellationToken(canceled: true)).Stopped);
                break;
            default:
                Assert.NotNull(FakeRun.New(options, new FakeGame { IsBroken = game => game.Steps > 0 }).Train().Divergence);
                break;
        }

        Assert.Equal(before, Earlier());
        Assert.True(File.Exists(folder[".new-run/samples/epoch-000.png"]));

        // What it left is removed by whoever comes next, and the earlier run can go on.
        Assert.Equal(130, FakeRun.New(FakeRun.Options(folder.Path, epochs: 2)).Resume().Steps);
        Assert.False(Directory.Exists(folder[".new-run"]));
    }

    /// <summary>Also before the first checkpoint, nothing of the earlier run is gone.</summary>
    [Fact]
    public void UntilItsFirstCheckpointStands_ANewRunWritesBesideTheEarlierOne()
    {
        FakeRun.New(FakeRun.Options(folder.Path)).Train();
        var before = Earlier().ToList();
        var seen = new List<bool>();
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 2) with
        {
            StepsPerCheckpoint = 30,
            StepsPerReport = 20,
            StepsPerRow = 10,
            OnObserverError = OnObserverError.Stop,
            OnReport = status => seen.Add(Earlier().SequenceEqual(before)),
        }).Train();

        // At steps 1, 10, 20 and 30: a report comes before the checkpoint of its step.
        Assert.Equal([true, true, true, true], seen[..4]);
        Assert.DoesNotContain(true, seen[4..]);
        Assert.False(Directory.Exists(folder[".new-run"]));
        Assert.Equal(["10", "20", "30"], File.ReadAllLines(folder["metrics.csv"])[1..4].Select(row => row.Split(',')[0]));
    }

    /// <summary>Killed right after its first checkpoint was written: its place is taken by whoever opens the folder next.</summary>
    [Fact]
    public void ANewRunThatWasKilled_AfterItsFirstCheckpoint_HasReplacedTheEarlierOne()
    {
        FakeRun.New(FakeRun.Options(folder["run"], epochs: 3)).Train();
        FakeRun.New(FakeRun.Options(folder["run"]) with
        {
            Steps = 30,
            StepsPerRow = 10,
            OnReport = status => { if (status.Report.Step == 25) Copy(folder["run"], folder["killed"]); },
        }).Train();
        foreach (var name in new[] { "checkpoints/00004-step-30.json", "checkpoints/00004-step-30.safetensors" })
            File.Copy(folder[$"run/{name}"], folder[$"killed/{name}"]);
        var mark = File.ReadAllText(folder["killed/.new-run/run.json"]);
        Assert.DoesNotContain("step-30", mark, StringComparison.Ordinal);
        const string Files = "\"files\": [";
        File.WriteAllText(
            folder["killed/.new-run/run.json"],
            mark.Replace(Files, Files + "\"checkpoints/00004-step-30.safetensors\", \"checkpoints/00004-step-30.json\",", StringComparison.Ordinal));

        Assert.Equal(65, FakeRun.New(FakeRun.Options(folder["killed"])).Resume().Steps);
        Assert.Equal(
            [.. AfterOneEpoch, .. Pair("00004-step-30"), .. Pair("00005-step-65")],
            FakeRun.Names(folder["killed"]).OrderBy(name => name.StartsWith("checkpoints", StringComparison.Ordinal)));
        Assert.Equal(["10", "20", "50", "65"], File.ReadAllLines(folder["killed/metrics.csv"])[1..].Select(row => row.Split(',')[0]));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("metrics.csv")]
    [InlineData("run.json")]
    [InlineData("samples/epoch-007.png")]
    [InlineData("checkpoints/00003-step-9.json")]
    public void FilesOfTheUsersThatHaveOurNames_AreInTheWay_AndStay(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], "mine");
        var error = Assert.Throws<DataFileException>(() => FakeRun.New(FakeRun.Options(folder.Path)).Train());
        Assert.Equal(
            $"{folder.Path}: expected a folder in which nothing has the name of a run's files but those of a run, found {name}; "
                + "choose another folder, or allow that they are replaced (--overwrite, RunOptions.Overwrite).",
            error.Message);
        Assert.Equal([".run.lock", name], FakeRun.Names(folder.Path));
        Assert.Equal("mine", File.ReadAllText(folder[name]));

        FakeRun.New(FakeRun.Options(folder.Path) with { Overwrite = true }).Train();
        Assert.True(!File.Exists(folder[name]) || File.ReadAllText(folder[name]) != "mine");
    }

    [Fact]
    public void AFileThatComesInTheWayLater_EndsTheRun_AndStays()
    {
        var options = FakeRun.Options(folder.Path, epochs: 3) with
        {
            StepsPerReport = 70,
            OnReport = status => { if (status.Report.Step == 70) File.WriteAllText(folder["samples/epoch-002.png"], "mine"); },
        };
        Assert.Contains("found samples/epoch-002.png;", Assert.Throws<DataFileException>(() => FakeRun.New(options).Train()).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder["samples/epoch-002.png"]));
        Assert.Equal(130, Checkpoint.Newest(folder["checkpoints"])!.Step);
    }

    [Fact]
    public void AReport_IsNotWrittenOverTheUsersPage()
    {
        var game = new FakeGame();
        FakeRun.New(FakeRun.Options(folder.Path), game).Train();
        var mark = File.ReadAllText(folder["run.json"]).Replace("\"report.html\"", "\"another.html\"", StringComparison.Ordinal);
        File.WriteAllText(folder["run.json"], mark);
        File.WriteAllText(folder["report.html"], "mine");
        Assert.Throws<DataFileException>(() => RunReport.Write(folder.Path, game));
        Assert.Equal("mine", File.ReadAllText(folder["report.html"]));
        Assert.Throws<DataFileException>(() => RunReport.Write(folder["checkpoints"], game, [new MetricValue("m", 1, "p")]));
        Assert.False(File.Exists(folder["checkpoints/evaluation.csv"]));
    }

    [Fact]
    public void AMarkThatWasEdited_LeadsToNoFileOutside()
    {
        FakeRun.New(FakeRun.Options(folder["run"])).Train();
        File.WriteAllText(folder["outside.txt"], "mine");
        var mark = File.ReadAllText(folder["run/run.json"]).Replace("\"metrics.csv\"", "\"../outside.txt\", \"metrics.csv\"", StringComparison.Ordinal);
        File.WriteAllText(folder["run/run.json"], mark);
        FakeRun.New(FakeRun.Options(folder["run"])).Train();
        Assert.Equal("mine", File.ReadAllText(folder["outside.txt"]));
    }

    /// <summary>An earlier version's, whose folder has no mark.</summary>
    [Fact]
    public void ARunWithoutAMark_IsContinued_AndThenMarked()
    {
        FakeRun.New(FakeRun.Options(folder.Path)).Train();
        File.Delete(folder["run.json"]);
        Assert.Throws<DataFileException>(() => FakeRun.New(FakeRun.Options(folder.Path)).Train());
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 2)).Resume();
        FakeRun.New(FakeRun.Options(folder.Path)).Train();
        Assert.Equal(["checkpoints/00003-step-65.json", "checkpoints/00003-step-65.safetensors"], FakeRun.Names(folder.Path).Where(name => name[0] == 'c'));
    }

    [Fact]
    public void ASecondRun_IsRefused_WhileOneWrites()
    {
        List<string> messages = [];
        FakeRun.New(FakeRun.Options(folder.Path) with
        {
            StepsPerCheckpoint = 10,
            OnObserverError = OnObserverError.Stop,
            OnReport = status =>
            {
                if (status.Report.Step != 25) return;
                messages.Add(Assert.Throws<DataFileException>(() => FakeRun.New(FakeRun.Options(folder.Path)).Train()).Message);
                messages.Add(Assert.Throws<DataFileException>(() => FakeRun.New(FakeRun.Options(folder.Path)).Resume()).Message);
            },
        }).Train();
        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.Matches(
            $"^{folder.Path}: expected a folder that no other run is writing to, found process {Environment.ProcessId} \\(.+\\) on {Environment.MachineName}, "
                + "which began at 2.+ UTC; wait until it ends, or choose another folder\\.$",
            message));

        // Nobody has it now.
        FakeRun.New(FakeRun.Options(folder.Path, epochs: 2)).Resume();
    }

    [Fact]
    public void ObserversFiles_AreTheRunsOnceTheyAreAdded()
    {
        Directory.CreateDirectory(folder["events"]);
        File.WriteAllText(folder["events/mine"], "mine");
        for (var number = 1; number <= 2; number++)
        {
            TrainingRun<Image28>? run = null;
            var name = $"events/log-{number}";
            run = FakeRun.New(FakeRun.Options(folder.Path) with
            {
                OnObserverError = OnObserverError.Stop,
                OnReport = _ =>
                {
                    File.AppendAllText(folder[name], "x");
                    run!.AddFile(folder[name]);
                },
            });
            Assert.Throws<InvalidOperationException>(() => run.AddFile(folder[name]));
            run.Train();
        }

        Assert.Equal(["events/log-2", "events/mine"], FakeRun.Names(folder.Path).Where(name => name[0] == 'e'));
    }

    [Fact]
    public void AnOutputInTheDatasFolder_IsRefused()
    {
        Directory.CreateDirectory(folder["pictures/cats"]);
        for (var i = 0; i < 4; i++) ImageGrid.Save(folder[$"pictures/cats/{i}.png"], new float[784], 1, 1, 28, 28, gap: 0);
        Directory.CreateSymbolicLink(folder["link"], folder["pictures"]);
        foreach (var output in new[] { "pictures", "pictures/output", "pictures/cats/run", "link/output" })
        {
            var error = Assert.Throws<ArgumentException>(
                () => FakeRun.New(FakeRun.Options(folder[output]), data: new ImageFolder<Image28>(folder["pictures"], seed: 1)).Train());
            Assert.StartsWith(
                $"The run would write to {folder[output]}, inside the data's folder {folder["pictures"]}, and its pictures",
                error.Message,
                StringComparison.Ordinal);
            Assert.EndsWith("would become samples; choose an output outside of it.", error.Message, StringComparison.Ordinal);
        }

        var samples = Path.Combine(folder.Path, "samples");
        Directory.Move(folder["pictures"], samples);
        Assert.Throws<ArgumentException>(() => FakeRun.New(FakeRun.Options(folder.Path), data: new ImageFolder<Image28>(samples, seed: 1)).Train());
        var pairs = new AlignedPairs<Image28, Image28>(FakeRun.Data(4), new ImageFolder<Image28>(samples, seed: 1));
        Assert.Throws<ArgumentException>(() =>
            FakeRun.New(FakeRun.Options(folder.Path), new FakeGame { TakesSources = true, Latent = 784 }, pairs).Train());
        FakeRun.New(FakeRun.Options(folder["beside"]), data: new ImageFolder<Image28>(samples, seed: 1)).Train();
    }

    private static IEnumerable<string> Pair(string name) => [$"checkpoints/{name}.json", $"checkpoints/{name}.safetensors"];

    private static void Copy(string from, string to)
    {
        foreach (var name in FakeRun.Names(from).Where(name => name != ".run.lock"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.WriteAllBytes(Path.Combine(to, name), FakeRun.Read(Path.Combine(from, name)));
        }
    }

    private IEnumerable<string> Earlier() =>
        FakeRun.Contents(folder.Path).Where(name => !name.StartsWith("run.json", StringComparison.Ordinal));
}
