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
            epoch 1/2  step 1/100  640 images/s  00:01:39 left  V -1.500  JSD –  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38
            epoch 1/2  step 75/100  640 images/s  00:00:25 left  V -1.500  JSD –  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38
            epoch 2/2  step 100/100  640 images/s  00:00:00 left  V -1.500  JSD –  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38

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

    /// <summary>Each objective's own numbers: its divergence by name, and a critic's scores, which are no probabilities.</summary>
    [Theory]
    [InlineData("JSD", 0.25, false, "V -1.500  JSD 0.250  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38")]
    [InlineData("Wasserstein-1", 96.166, true, "V -1.500  Wasserstein-1 96.166  loss D 1.250  loss G 0.750  ℓ(x) 0.62  ℓ(G(z)) 0.38")]
    [InlineData("Wasserstein-1", -3, true, "V -1.500  Wasserstein-1 –  loss D 1.250  loss G 0.750  ℓ(x) 0.62  ℓ(G(z)) 0.38")]
    [InlineData("KL", double.NaN, false, "V -1.500  KL –  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38")]
    [InlineData("", double.NaN, false, "V -1.500  loss D 1.250  loss G 0.750  D(x) 0.62  D(G(z)) 0.38")]
    public void ALine_HasTheNumbersOfTheObjective(string divergence, double estimate, bool isCritic, string numbers)
    {
        var status = Status(1, 1, 0);
        Assert.EndsWith(
            $"left  {numbers}\n", Line(status with { Report = status.Report with { Divergence = divergence, Estimate = estimate, IsCritic = isCritic } }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotKnownYet_IsADash()
    {
        var status = Status(1, 1, 0);
        var numbers = status.Report with { GeneratorLoss = double.NaN, MeanOnReals = double.NaN };
        Assert.Contains("loss G –  D(x) –  D(G(z)) 0.38", Line(status with { Report = numbers }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-999.9994, "V -999.999")]
    [InlineData(-12_345.6, "V -12,346")]
    [InlineData(1.5e9, "V 1.5E+09")]
    [InlineData(double.NegativeInfinity, "V -Infinity")]
    public void LargeNumbers_HaveRoom(double value, string text)
    {
        var status = Status(1, 1, 0);
        Assert.Contains($"  {text}  ", Line(status with { Report = status.Report with { Value = value } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "00:00:01 left")]
    [InlineData(86_399, "23:59:59 left")]
    [InlineData(86_400, "1d 00:00:00 left")]
    [InlineData((3 * 86_400) + (4 * 3_600) + (5 * 60) + 6, "3d 04:05:06 left")]
    public void TheTimeLeft_HasItsDays(int seconds, string text) =>
        Assert.Contains($"  {text}  ", Line(Status(1, 1, 0) with { Left = TimeSpan.FromSeconds(seconds) }), StringComparison.Ordinal);

    [Fact]
    public void ARunWithoutAnEnd_HasNoTimeLeft_AndNoTotal() =>
        Assert.StartsWith(
            "epoch 1/2  step 25  640 images/s  – left  ", Line(Status(1, 25, 0) with { TotalSteps = long.MaxValue, Left = null }), StringComparison.Ordinal);

    [Theory]
    [InlineData("JSD", "JSD")]
    [InlineData("paired relativistic divergence", "est.: paired relativistic divergence")]
    public void TheTable_FitsATerminalOf80Columns_WithDaysLeft_AndEveryDivergence(string divergence, string heading)
    {
        var console = new TestConsole().Width(80);
        var status = Status(1, 100, 300);
        var report = status.Report with { Divergence = divergence, Estimate = 0.125, IsCritic = true, MeanOnReals = -12.25 };
        Watch(new LiveTable(console), status with { TotalSteps = 2_811, ImagesPerSecond = 12_345, Left = new TimeSpan(3, 4, 5, 6), Report = report });
        foreach (var part in new[] { heading, divergence, "3d 04:05:06", "0.125", "-12.25", "ℓ(G(z))" })
            Assert.Contains(part, console.Output, StringComparison.Ordinal);
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

    private static string Line(RunStatus status)
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        Watch(RunProgress.For(new TestConsole(), @out), status);
        return @out.ToString().ReplaceLineEndings("\n");
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
