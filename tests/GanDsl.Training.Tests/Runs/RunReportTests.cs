using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.FakeGames;
using SkiaSharp;

namespace GanDsl.Training.Tests.Runs;

/// <summary>The page that a run leaves.</summary>
public sealed partial class RunReportTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Page => File.ReadAllText(folder["report.html"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Text_IsNoMarkup_AndNoHole()
    {
        Play(epochs: 1);

        Assert.Contains("[Gan&lt;G, D&gt;] // {{name}}", Page, StringComparison.Ordinal);
        Assert.Contains("0  Dense(3) &amp; more", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<Gan>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_SayHowTheRunWent_AndOnWhat()
    {
        Play(epochs: 2);

        Assert.Equal("20", Fact("steps"));
        Assert.Equal("2", Fact("epochs"));
        Assert.Equal("40", Fact("reals seen"));
        Assert.Equal("2", Fact("batch"));
        Assert.Equal("20", Fact("samples in the data"));
        Assert.Equal("1", Fact("seed of the data&#39;s order"));
        Assert.Equal("paper", Fact("device"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors"), Fact("machine"), StringComparison.Ordinal);
        Assert.Matches(@"^\d[\d,]* MB$", Fact("most memory so far"));
        Assert.StartsWith(".NET ", Fact(".NET"), StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_AreThereWithTheirProtocols_AndInATableOfTheirOwn()
    {
        Play(epochs: 1, options =>
            options with { Evaluate = game => [new MetricValue("Fréchet distance", 2.5 + game.Steps, "8 features of \"paper\", 3 against 4", 0.25)] });

        Assert.Contains(
            "<td>Fr&#233;chet distance</td><td class=\"number\">12.5</td><td class=\"number\">± 0.25</td><td class=\"muted\">8 features of "
                + "&quot;paper&quot;, 3 against 4</td>",
            Page,
            StringComparison.Ordinal);
        Assert.Equal([new MetricValue("Fréchet distance", 12.5, "8 features of \"paper\", 3 against 4", 0.25)], MetricFile.Read(folder["evaluation.csv"]));

        // Without others, those that are written down stay.
        RunReport.Write(folder.Path, new FakeGame());
        Assert.Contains("8 features of &quot;paper&quot;", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasNotMeasured_HasNoSection()
    {
        new TrainingRun<Image28>(new FakeGame { ReportOf = step => new StepReport(step, 1, 1, 1, double.NaN, double.NaN, 1, 1) }, Data(), Options(1)).Train();

        Assert.DoesNotContain("id=\"metrics\"", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"divergence\"", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"game\"", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Means of D", Page, StringComparison.Ordinal);
        Assert.Contains("None: every check found finite numbers", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_AreThere_AlsoThoseOfTheRunThatThisOneGoesOnWith()
    {
        Play(epochs: 2, options => options with { StepsPerReport = 1, Health = new() { ReportsToWarn = 3 } });
        var before = Warnings();
        Assert.Equal(["step 3: V has implied a JSD below 0, now of -0.200, in 3 reports: D does worse than guessing, and V means nothing; "
            + "give D more steps or smaller ones."], before);
        File.AppendAllText(folder["warnings.txt"], "21\tof a path that was left\n");

        new TrainingRun<Image28>(NewGame(), Data(), Options(3)).Resume();

        Assert.Equal(before, Warnings().Take(before.Count));
        Assert.DoesNotContain("of a path that was left", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void AGameThatDiverged_LeavesAPageThatSaysSo()
    {
        var outcome = new TrainingRun<Image28>(new FakeGame { IsBroken = game => game.Steps > 12 }, Data(), Options(3)).Train();
        Assert.NotNull(outcome.Divergence);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(outcome.Divergence), Warnings()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void ManyEpochs_AreThinnedOut_FromTheFirstToTheLast()
    {
        Play(epochs: 40);
        var epochs = Epoch().Matches(Page).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((24, 0, 40), (epochs.Count, epochs[0], epochs[^1]));
        Assert.Equal(epochs.Order(), epochs);
        Assert.Contains("<p>The same latents, after 24 of 41 epochs.</p>", Page, StringComparison.Ordinal);
    }

    /// <summary>Noise in colours, which compresses worst: 24 such grids, whole, would be a page of a gigabyte.</summary>
    [Fact]
    public void LargeGrids_AreScaledDown_AndThePageSaysSo()
    {
        Play(epochs: 2);
        const int Side = 500;
        var random = new Random(1);
        var noise = Enumerable.Range(0, 16 * 3 * Side * Side).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        ImageGrid.Save(folder["samples/epoch-001.png"], noise, 16, 3, Side, Side);
        File.WriteAllText(folder["samples/epoch-002.png"], "damaged");
        Assert.InRange(new FileInfo(folder["samples/epoch-001.png"]).Length, 10_000_000, long.MaxValue);

        RunReport.Write(folder.Path, NewGame());

        Assert.Contains(
            "<p>The same latents, after each epoch. Large pictures are scaled down here, and long ones cut; they are whole in the run&#39;s folder.</p>",
            Page, StringComparison.Ordinal);
        Assert.Contains("<img class=\"scaled\" alt=\"samples after epoch 1\" src=\"data:image/jpeg;base64,", Page, StringComparison.Ordinal);
        Assert.Equal([0, 1], Epoch().Matches(Page).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.InRange(Page.Length, 0, 1_000_000);
    }

    [Fact]
    public void AFolderWithoutARun_IsRefused() => Assert.Equal(
        $"{folder["metrics.csv"]}: expected a run's metrics, found no such file; name the folder of a run.",
        Assert.Throws<DataFileException>(() => RunReport.Write(folder.Path, new FakeGame())).Message);

    /// <summary>In a real browser: nothing is fetched, every picture is whole, the named epoch alone is seen, and something is drawn.</summary>
    [OracleFact<Chromium>]
    public void InABrowser_ThePageNeedsNothingBesideIt()
    {
        Play(epochs: 3);

        // What the page itself sees, written where the test can read it.
        const string probe = """
            <script>addEventListener("load", () => {
              document.title = [...document.images].map(i => i.naturalWidth > 0).join() + "|" + performance.getEntriesByType("resource").filter(r => !r.name.startsWith("data:")).length
                + "|" + [...document.querySelectorAll("#grids figure")].map(f => f.offsetHeight > 0).join() + "|" + [...document.querySelectorAll("svg")].some(s => s.getBoundingClientRect().width > 300);
            });</script>
            </body>
            """;
        File.WriteAllText(folder["probe.html"], Page.Replace("</body>", probe, StringComparison.Ordinal));
        Assert.Contains("<title>true,true,true,true,true|0|false,false,false,true|true</title>", Dom(""), StringComparison.Ordinal);
        Assert.Contains("<title>true,true,true,true,true|0|false,true,false,false|true</title>", Dom("#epoch=1"), StringComparison.Ordinal);

        Chromium.Screenshot(folder["profile"], new Uri(folder["report.html"]), folder["page.png"]);
        using var picture = SKBitmap.Decode(folder["page.png"]);
        Assert.Equal((1280, 1600), (picture.Width, picture.Height));
        Assert.InRange(picture.Pixels.Distinct().Count(), 50, int.MaxValue);
    }

    /// <summary>On screens of every width and in both schemes: each chart is there once, with all of its text, and stands out from its card.</summary>
    [OracleTheory<Chromium>]
    [InlineData(400, false)]
    [InlineData(400, true)]
    [InlineData(600, false)]
    [InlineData(1130, false)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public void InABrowser_ChartsAreWhole_AndReadable(int width, bool isDark)
    {
        Play(epochs: 3);
        const string probe = """
            <script>addEventListener("load", () => {
              const luminance = color => color.match(/[\d.]+/g).slice(0, 3).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
              const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1;
              const box = element => element.getBoundingClientRect();
              const charts = [...document.querySelectorAll(".card")].filter(card => card.querySelector("svg"));
              const seen = charts.map(card => [...card.querySelectorAll("svg")].filter(svg => box(svg).width > 0));
              const ground = getComputedStyle(charts[0]).backgroundColor;
              const lines = seen.flat().flatMap(svg => [...svg.querySelectorAll("path[stroke-width='2']")]);
              const words = seen.flat().flatMap(svg => [...svg.querySelectorAll("text")]);
              document.title = [
                seen.length, seen.every(svgs => svgs.length === 1),
                charts.every(card => within(box(card), box(document.body)) && card.scrollWidth <= card.clientWidth),
                words.length > 20 && words.every(text => within(box(text), box(text.closest("svg"))) && box(text).height > 7),
                lines.length > 5 && lines.every(line => contrast(getComputedStyle(line).stroke, ground) > 3),
                words.every(text => contrast(getComputedStyle(text).fill, ground) > 7), luminance(ground) > 0.5,
                document.documentElement.scrollWidth <= innerWidth].join("|");
            });</script>
            </body>
            """;
        File.WriteAllText(folder["probe.html"], Page.Replace("</body>", probe, StringComparison.Ordinal));
        var dom = Chromium.Dom(folder["profile"], new Uri(folder["probe.html"]), width, isDark);
        Assert.Equal($"5|true|true|true|true|true|{(isDark ? "false" : "true")}|true", Regex.Match(dom, "<title>([^<]*)</title>").Groups[1].Value);
    }

    private string Dom(string hash) => Chromium.Dom(folder["profile"], new Uri(new Uri(folder["probe.html"]).AbsoluteUri + hash));

    private void Play(int epochs, Func<RunOptions, RunOptions>? change = null)
    {
        var options = Options(epochs);
        new TrainingRun<Image28>(NewGame(), Data(), change?.Invoke(options) ?? options).Train();
    }

    private static FakeGame NewGame() => new()
    {
        ReportOf = step => new StepReport(step, -1.5, 1.25, 0.75, 0.625, 0.375, 2, 3, Divergence: "JSD", Estimate: -0.2),
        Description = new GanDescription("Paper <Gan>", "[Gan<G, D>] // {{name}}", [new NetworkDescription("G", "0  Dense(3) & more")])
    };

    private RunOptions Options(int epochs) => new(folder.Path, BatchSize: 2) { Epochs = epochs, StepsPerRow = 5 };

    private static ImageDataset<Image28> Data() => new(new IdxImages("images", 20, 28, 28, new byte[20 * 784]), seed: 1);

    private string Fact(string name) => Regex.Match(Page, $"<tr><th>{Regex.Escape(name)}</th><td>([^<]*)</td></tr>").Groups[1].Value;

    private List<string> Warnings() => [.. Regex.Matches(Page, "<li>([^<]*)</li>").Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<figure data-epoch=\"(\\d+)\">")]
    private static partial Regex Epoch();
}
