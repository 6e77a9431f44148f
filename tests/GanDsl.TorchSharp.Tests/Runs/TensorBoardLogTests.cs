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
        var log = new TensorBoardLog(folder);
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
        new TensorBoardLog(folder).Write(game.Report() with { Estimate = double.NaN });

        Assert.DoesNotContain(Points(), point => point.Name.StartsWith("divergence", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path.GetFullPath(Path.Combine(folder, "..", "..")), recursive: true);

    private IEnumerable<(string Name, long Step, float Value)> Points()
    {
        var bytes = File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder)));
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            var read = Event.Parser.ParseFrom(bytes.AsSpan(at + 12, length).ToArray());
            at += 12 + length + 4;
            foreach (var value in read.Summary?.Value ?? []) yield return (value.Tag, read.Step, value.SimpleValue);
        }
    }
}
