namespace GanDsl.Training.Tests.Metrics;

/// <summary>The table of a run, read back while it is written.</summary>
public sealed class MetricsTableTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Columns_AreReadBack_WhileTheFileIsOpen()
    {
        using var csv = new MetricsCsv(folder["metrics.csv"]);
        csv.Append(1, 64, 0.5, new StepReport(50, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: -0.125));
        csv.Append(2, 128, 1.5, new StepReport(100, -1.25, 1, 0.5, 0.5, 0.5, 2, 3, Divergence: "JSD", Estimate: 0.25));

        var table = MetricsTable.Read(folder["metrics.csv"]);

        Assert.Equal((2, "JSD"), (table.Rows, table.Divergence));
        Assert.Equal([50, 100], table["step"]);
        Assert.Equal([-0.125, 0.25], table["estimate"]);
        Assert.Equal([double.NaN, double.NaN], table["penalty"]);
    }

    [Fact]
    public void ALineThatIsNotWhole_IsLeftOut()
    {
        File.WriteAllText(folder["metrics.csv"], MetricsCsv.Header + "\n" + string.Join(',', MetricsCsv.Header.Split(',').Select(_ => "1")) + "\n2,1");
        Assert.Equal([1], MetricsTable.Read(folder["metrics.csv"])["step"]);
    }

    [Fact]
    public void AnotherTable_IsRefused()
    {
        File.WriteAllText(folder["metrics.csv"], "step,loss\n1,2\n");
        Assert.Equal(
            $"{folder["metrics.csv"]}: expected a run's metrics, found a file with other columns; move it away.",
            Assert.Throws<DataFileException>(() => MetricsTable.Read(folder["metrics.csv"])).Message);
    }
}
