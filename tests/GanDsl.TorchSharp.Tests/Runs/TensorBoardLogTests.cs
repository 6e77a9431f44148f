using System.Buffers.Binary;
using GanDsl.Tests.Torch.Games;
using GanDsl.Torch;
using Tensorboard;

namespace GanDsl.Tests.Torch.Runs;

/// <summary>What TensorBoard reads of a game's reports: records of length, checksum, event, checksum.</summary>
public sealed class TensorBoardLogTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("gandsl-events-").FullName, "run", "events");

    [Fact]
    public void AReport_IsAPointOfEachOfItsNumbers()
    {
        using var game = new HeadPoints.AcGan.Torch(seed: 1);
        using var log = new TensorBoardLog(folder);
        var reports = new List<StepReport>();
        for (var step = 0; step < 3; step++)
        {
            ((IGan)game).Step([.. Enumerable.Range(0, 8).Select(i => i / 8f)], [0, 1, 2, 0]);
            reports.Add(game.Report());
            log.Write(reports[^1]);
        }

        var points = Points().ToList();
        Assert.Equal([1, 2, 3], points.Select(point => point.Step).Distinct());
        foreach (var report in reports)
        {
            var values = points.Where(point => point.Step == report.Step).ToDictionary(point => point.Name, point => point.Value);
            Assert.Equal((float)report.Value, values["value"]);
            Assert.Equal((float)report.Estimate, values["divergence/JSD"]);
            Assert.Equal(((float)report.DiscriminatorLoss, (float)report.GeneratorLoss), (values["loss/discriminator"], values["loss/generator"]));
            Assert.Equal(((float)report.MeanOnReals, (float)report.MeanOnFakes), (values["mean/reals"], values["mean/fakes"]));
            Assert.Equal(((float)report.AccuracyOnReals, (float)report.AccuracyOnFakes), (values["accuracy/reals"], values["accuracy/fakes"]));
            Assert.Equal(
                ((float)report.DiscriminatorGradientNorm, (float)report.GeneratorGradientNorm),
                (values["gradient/discriminator"], values["gradient/generator"]));
            var auxiliaryLoss = Assert.Single(report.AuxiliaryLosses);
            Assert.Equal(
                ((float)auxiliaryLoss.InDiscriminatorLoss, (float)auxiliaryLoss.InGeneratorLoss),
                (values[$"term/{auxiliaryLoss.Name}/discriminator"], values[$"term/{auxiliaryLoss.Name}/generator"]));
            Assert.Equal(12, values.Count);
        }
    }

    [Fact]
    public void WhatAGameDoesNotHave_IsNoPoint()
    {
        using var game = new HeadPoints.AcGan.Torch(seed: 1);
        ((IGan)game).Step([.. Enumerable.Range(0, 8).Select(i => i / 8f)], [0, 1, 2, 0]);
        using var log = new TensorBoardLog(folder);
        log.Write(game.Report() with { Estimate = double.NaN });

        Assert.DoesNotContain(Points(), point => point.Name.StartsWith("divergence", StringComparison.Ordinal));
    }

    [Fact]
    public void AResumedRun_ContinuesTheCurve_FromItsCheckpoint()
    {
        Write(new TensorBoardLog(folder), 1, 25, 50, 75);
        Write(new TensorBoardLog(folder), log => log.ContinueFrom(50), 60, 85);

        Assert.Equal([1, 25, 50, 60, 85], Shown());
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void ARunThatReturnsToACheckpoint_LeavesItsAbandonedPath()
    {
        using var log = new TensorBoardLog(folder);
        Write(log, 1, 25, 50, 75);
        Write(log, log => log.ContinueFrom(30), 45, 60);

        Assert.Equal([1, 25, 45, 60], Shown());
    }

    /// <summary>Also where nobody says so: a curve never runs back.</summary>
    [Fact]
    public void APointOfAnEarlierStep_DropsTheLaterOnes()
    {
        Write(new TensorBoardLog(folder), 1, 25, 50, 75, 50, 60);
        Assert.Equal([1, 25, 50, 60], Shown());

        Write(new TensorBoardLog(folder), 60, 70);
        Assert.Equal([1, 25, 50, 60, 70], Shown());
    }

    [Fact]
    public void ANewRun_TakesThePlaceOfAnEarlierOnesPoints()
    {
        Write(new TensorBoardLog(folder), 1, 25, 50);
        Write(new TensorBoardLog(folder), 1, 25);

        Assert.Equal([1, 25], Shown());
    }

    [Fact]
    public void AFile_BeginsWithItsVersion_AndItsEventsHaveTheirTimes()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        Write(new TensorBoardLog(folder), 1, (1L << 40) + 1);

        var events = Events(Directory.GetFiles(folder)[0]).ToList();
        Assert.Equal("brain.Event:2", events[0].FileVersion);
        Assert.Equal((1L << 40) + 1, events[^1].Step);
        Assert.All(events, one =>
            Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds((long)(one.WallTime * 1000)), before, DateTimeOffset.UtcNow.AddSeconds(1)));
    }

    /// <summary>TensorBoard reads a folder's files by name, whatever the clock says, and whoever wrote them.</summary>
    [Fact]
    public void ANewerFile_ComesAfterTheEarlierOnes()
    {
        Directory.CreateDirectory(folder);
        var ahead = Path.Combine(folder, "events.out.tfevents.800000000000000000.elsewhere.1");
        File.WriteAllText(ahead, "");
        using var log = new TensorBoardLog(folder);

        Assert.True(string.CompareOrdinal(log.Path, ahead) > 0, log.Path);
        Assert.Matches(@"^events\.out\.tfevents\.800000000000000001\..*\.gandsl$", Path.GetFileName(log.Path));
    }

    [Fact]
    public void AFolderThatIsAFile_IsAnIOException()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        File.WriteAllText(folder, "mine");
        Assert.Throws<IOException>(() => new TensorBoardLog(folder));
    }

    public void Dispose() => Directory.Delete(Path.GetFullPath(Path.Combine(folder, "..", "..")), recursive: true);

    private static void Write(TensorBoardLog log, params IReadOnlyList<long> steps)
    {
        foreach (var step in steps) log.Write(new StepReport(step, 1, 1, 1, 1, 1, 1, 1));
    }

    private static void Write(TensorBoardLog log, Action<TensorBoardLog> begin, params IReadOnlyList<long> steps)
    {
        begin(log);
        Write(log, steps);
    }

    /// <summary>The steps of a curve as TensorBoard's event accumulator keeps them: a session's start drops the points from its step on.</summary>
    private List<long> Shown()
    {
        var steps = new List<long>();
        foreach (var one in Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(Events))
        {
            if (one.SessionLog?.Status == SessionLog.Types.SessionStatus.Start) steps.RemoveAll(step => step >= one.Step);
            if (one.Summary is not null) steps.Add(one.Step);
        }

        return steps;
    }

    private IEnumerable<(string Name, long Step, float Value)> Points() => Events(Assert.Single(Directory.GetFiles(folder)))
        .SelectMany(one => (one.Summary?.Value ?? []).Select(value => (value.Tag, one.Step, value.SimpleValue)));

    private static IEnumerable<Event> Events(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            Assert.Equal(Checksum(bytes.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)));
            Assert.Equal(Checksum(bytes.AsSpan(at + 12, length)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)));
            yield return Event.Parser.ParseFrom(bytes.AsSpan(at + 12, length).ToArray());
            at += 12 + length + 4;
        }
    }

    // CRC-32C bit by bit, and TFRecord's mask.
    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0x82f63b78);
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
    }
}
