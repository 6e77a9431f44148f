using System.Globalization;

namespace GanDsl.Training.Tests.Checkpoints;

public sealed class CheckpointFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheLastFew_AndTheBest_AreKept()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 2);
        double[] metrics = [0.5, 0.2, double.NaN, 0.3, 0.2, 0.4, 0.25];
        for (var i = 0; i < metrics.Length; i++) checkpoints.Save(new PaperGame { Steps = 10 * (i + 1) }, metric: new Metric("JSD", metrics[i]));

        // The fifth is as good as the second, and newer.
        Assert.Equal(Pairs("00005-step-50", "00006-step-60", "00007-step-70"), folder.Names);
        Assert.Equal(70, checkpoints.Newest()!.Step);
    }

    [Fact]
    public void WhereMoreIsBetter_TheBestHasMost()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 1, lowerIsBetter: false);
        double[] metrics = [0.5, 0.9, 0.3];
        for (var i = 0; i < metrics.Length; i++) checkpoints.Save(new PaperGame { Steps = i }, metric: new Metric("coverage", metrics[i]));
        Assert.Equal(Pairs("00002-step-1", "00003-step-2"), folder.Names);
    }

    [Fact]
    public void WithoutMetrics_TheLastFewAreKept()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 2);
        for (var step = 0; step < 4; step++) checkpoints.Save(new PaperGame { Steps = step });
        Assert.Equal(Pairs("00003-step-2", "00004-step-3"), folder.Names);
    }

    [Fact]
    public void ARunThatRollsBack_WritesNewerOnes_BesideThoseOfThePathItLeft()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 3);
        foreach (var step in new[] { 10, 20, 10 }) checkpoints.Save(new PaperGame { Steps = step });
        Assert.Equal(Pairs("00001-step-10", "00002-step-20", "00003-step-10"), folder.Names);
        Assert.Equal(folder["00003-step-10.json"], checkpoints.Newest()!.Path);
    }

    [Fact]
    public void WhatAKilledProcessLeft_IsRemoved_AndNothingElse()
    {
        folder.Write(".00004-step-7.safetensors.abcdefgh.ijk.tmp", [1]);
        folder.Write(".00003-step-6.json.abcdefgh.ijk.tmp", [1]);
        folder.Write(".mine.tmp", [1]);
        folder.Write("notes.json", [1]);
        var checkpoints = CheckpointFolder.Open(folder.Path);
        Assert.Equal([".mine.tmp", "notes.json"], folder.Names);

        // Tensors whose manifest was not written any more: their number is not used again.
        folder.Write("00004-step-7.safetensors", [1]);
        checkpoints.Save(new PaperGame { Steps = 7 });
        Assert.Equal([".mine.tmp", "00005-step-7.json", "00005-step-7.safetensors", "notes.json"], folder.Names);
    }

    /// <summary>What this build cannot read it has not replaced: it is neither counted nor removed, however old it is.</summary>
    [Fact]
    public void DamagedOnes_AndThoseOfANewerFormat_AreNeverRemoved()
    {
        var checkpoints = CheckpointFolder.Open(folder.Path, keep: 1);
        for (var step = 0; step < 3; step++) CheckpointFolder.Open(folder.Path, keep: 3).Save(new PaperGame { Steps = step });
        File.WriteAllText(folder["00001-step-0.json"], "damaged");
        var newer = File.ReadAllText(folder["00002-step-1.json"]).Replace("\"format\": 2", "\"format\": 3", StringComparison.Ordinal);
        File.WriteAllText(folder["00002-step-1.json"], newer);
        var bytes = File.ReadAllBytes(folder["00003-step-2.safetensors"]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder["00003-step-2.safetensors"], bytes);

        for (var step = 3; step < 6; step++) checkpoints.Save(new PaperGame { Steps = step });

        Assert.Equal(Pairs("00001-step-0", "00002-step-1", "00003-step-2", "00006-step-5"), folder.Names);
    }

    [Fact]
    public void AFolderUnderAFile_IsRefused()
    {
        var path = Path.Combine(folder.Write("file", [1]), "checkpoints");
        Assert.StartsWith(
            $"{path}: expected a folder for checkpoints that can be written to, found ",
            Assert.Throws<DataFileException>(() => CheckpointFolder.Open(path)).Message,
            StringComparison.Ordinal);
    }

    // On Windows, a folder has no such mark.
    [OracleFact<Unix>]
    public void AFolderThatCannotBeWrittenTo_IsRefused_AndReadAllTheSame()
    {
        CheckpointFolder.Open(folder["run"]).Save(new PaperGame { Steps = 3 });
        using var locked = ReadOnlyFolder.Make(folder["run"]);

        Assert.StartsWith(
            $"{folder["run"]}: expected a folder for checkpoints that can be written to, found ",
            Assert.Throws<DataFileException>(() => CheckpointFolder.Open(folder["run"])).Message,
            StringComparison.Ordinal);
        Assert.Equal(3, Checkpoint.Newest(folder["run"])!.Step);
    }

    [OracleFact<SmallDisks>]
    public void AFullDisk_LeavesTheCheckpointsThatAreThere()
    {
        using var disk = SmallDisk.Mount(folder["disk"], kilobytes: 64);
        var checkpoints = CheckpointFolder.Open(folder["disk"], keep: 2);
        checkpoints.Save(new PaperGame { Steps = 1, Weights = 5_000 });
        checkpoints.Save(new PaperGame { Steps = 2, Weights = 5_000 });

        var error = Assert.Throws<DataFileException>(() => checkpoints.Save(new PaperGame { Steps = 3, Weights = 5_000 }));
        var size = new FileInfo(folder["disk/00002-step-2.safetensors"]).Length.ToString("N0", CultureInfo.InvariantCulture);
        Assert.StartsWith(
            $"{folder["disk"]}: expected room for the {size} bytes of 00003-step-3 in a folder that can be written to, found No space left on device",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("make room; the checkpoints before it are whole.", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["00001-step-1.json", "00001-step-1.safetensors", "00002-step-2.json", "00002-step-2.safetensors"],
            Directory.EnumerateFiles(folder["disk"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        var newest = checkpoints.Newest()!;
        Assert.Equal((2, 0), (newest.Step, newest.PassedOver.Count));
    }

    [Fact]
    public void NoneToKeep_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => CheckpointFolder.Open(folder.Path, keep: 0));

    private static IEnumerable<string> Pairs(params string[] names) => names.SelectMany(name => new[] { $"{name}.json", $"{name}.safetensors" });
}
