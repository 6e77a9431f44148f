namespace GanDsl.Training.Tests.Reports;

/// <summary>What becomes of a run's numbers before they are drawn.</summary>
public class ReportChartsTests
{
    [Fact]
    public void Thinning_TakesMeansOfNeighbours_AndLeavesOutWhatIsNotFinite()
    {
        var (xs, ys) = ReportCharts.Thin([1, 2, 3, 4, 5, 6], [10, 20, double.NaN, 30, 50, 7], most: 3);
        Assert.Equal([1.5, 4.5, 6], xs);
        Assert.Equal([15, 40, 7], ys);
    }

    [Fact]
    public void FewPoints_StayAsTheyAre() => Assert.Equal([4, 5], ReportCharts.Thin([1, 2], [4, 5]).Ys);

    [Fact]
    public void Smoothing_IsTheMeanOfTheLastFew() =>
        Assert.Equal([1, 1.5, 2.5, 3, double.NaN], ReportCharts.Smooth([1, 2, 3, double.NaN, double.NaN], over: 2));

    [Fact]
    public void AChart_HasItsTitleAndItsCurves()
    {
        string[] names = [.. MetricsCsv.Header.Split(',')];
        var table = new MetricsTable(
            names.ToDictionary(
                name => name, name => name is "step" or "loss_d" or "loss_g" or "estimate" ? new[] { 1.0, 2, 3 } : [double.NaN, double.NaN, double.NaN]),
            "JSD");

        var charts = ReportCharts.Curves(table).ToList();

        Assert.Contains("Losses", Assert.Single(charts), StringComparison.Ordinal);
        Assert.StartsWith("<h3>Losses</h3><svg", charts[0], StringComparison.Ordinal);
        Assert.Contains("class=\"normal\" viewBox=\"0 0 560 280\">", charts[0], StringComparison.Ordinal);
        Assert.EndsWith("<p class=\"legend\"><span class=\"curve0\">D</span><span class=\"curve1\">G</span></p>", charts[0], StringComparison.Ordinal);
        Assert.Contains("JSD, as V tells it", ReportCharts.Divergence(table), StringComparison.Ordinal);
    }
}
