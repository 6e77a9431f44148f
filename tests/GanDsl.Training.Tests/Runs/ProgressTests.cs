using System.Globalization;
using Spectre.Console.Testing;

namespace GanDsl.Training.Tests.Runs;

public sealed class ProgressTests
{
    [Fact]
    public void PlainLines_ComeEveryFiveSeconds_AndAtTheEnd()
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        var view = RunProgress.For(new TestConsole(), @out);
        Watch(view, Status(1, 1, 0.5), Status(1, 25, 2), Status(1, 50, 4), Status(1, 75, 6), Status(2, 100, 7));
        Assert.Equal(
            """
            epoch 1/2  step 1/100  640 images/s  00:01:39 left  V -1.500  JSD -0.057  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38
            epoch 1/2  step 75/100  640 images/s  00:00:25 left  V -1.500  JSD -0.057  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38
            epoch 2/2  step 100/100  640 images/s  00:00:00 left  V -1.500  JSD -0.057  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38

            """,
            @out.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void PlainLines_AreTheSame_UnderEveryCulture()
    {
        var old = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            PlainLines_ComeEveryFiveSeconds_AndAtTheEnd();
        }
        finally
        {
            CultureInfo.CurrentCulture = old;
        }
    }

    [Fact]
    public void ATerminal_HasATable_WithARowAnEpoch()
    {
        var console = new TestConsole().Interactive().EmitAnsiSequences().Width(120);
        var view = new LiveTable(console);
        Watch(view, Status(1, 50, 1), Status(2, 100, 2));
        foreach (var part in new[] { "epoch", "images/s", "D(G(z))", "1/2", "2/2", "100/100", "640", "-1.500", "00:00:00" })
            Assert.Contains(part, console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTable_FitsATerminalOf80Columns()
    {
        var console = new TestConsole().Width(80);
        Watch(new LiveTable(console), Status(1, 100, 300) with { TotalSteps = 2_811, ImagesPerSecond = 12_345 });
        Assert.Contains("D(G(z))", console.Output, StringComparison.Ordinal);
        Assert.InRange(console.Lines.Max(line => line.TrimEnd().Length), 70, 80);
    }

    [Fact]
    public void Warnings_AreLines_AndStandUnderATable()
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        var lines = RunProgress.For(new TestConsole(), @out);
        lines.Warn("step 5: [odd].");
        Assert.Equal("Warning: step 5: [odd].", @out.ToString().TrimEnd());

        var console = new TestConsole().Interactive().EmitAnsiSequences().Width(120);
        var table = new LiveTable(console);
        table.Warn("step 5: [odd].");
        Watch(table, Status(1, 50, 1));
        Assert.Contains("step 5: [odd].", console.Output, StringComparison.Ordinal);
    }

    private static void Watch(RunProgress view, params RunStatus[] statuses)
    {
        var outcome = new RunOutcome(100, "picture", Stopped: false);
        Assert.Same(outcome, view.Watch(show =>
        {
            foreach (var status in statuses) show(status);
            return outcome;
        }));
    }

    private static RunStatus Status(int epoch, long step, double seconds) =>
        new(
            epoch, Epochs: 2, TotalSteps: 100, ImagesPerSecond: 640, TimeSpan.FromSeconds(seconds), Left: TimeSpan.FromSeconds(100 - step),
            new StepReport(step, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: -0.05685281944005471));
}
