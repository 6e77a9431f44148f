using System.Globalization;

namespace GanDsl.Samples.Tests.Theory;

/// <summary>The program: what it says, returns and leaves behind.</summary>
public sealed class TheoryAppTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gandsl-").FullName;

    private string Output => Path.Combine(root, "output");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("--steps: expected a whole number from 1 to 2147483647, found '0'", "--steps", "0")]
    [InlineData("--seed: expected a whole number", "--seed", "one")]
    [InlineData("--backend: expected torch or ilgpu, found 'cuda'", "--backend", "cuda")]
    [InlineData("--output: expected a folder, found an empty name", "--output", " ")]
    [InlineData("--nonsense", "--nonsense")]
    public void NonsenseOptions_AreRefused(string part, params string[] args)
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.BadInput, global::Theory.App.Run(args, @out, err));
        Assert.Contains(part, err.ToString(), StringComparison.Ordinal);
        Assert.Single(err.ToString().TrimEnd().Split('\n'));
        Assert.Empty(@out.ToString());
    }

    [Fact]
    public void AnOutputThatIsAFile_IsRefused()
    {
        File.WriteAllText(Output, "mine");
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.BadInput, global::Theory.App.Run(["--output", Output], TextWriter.Null, err));
        Assert.Contains("an output folder that can be written to", err.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Output));
    }

    [Fact]
    public void AShortRun_WritesEveryPicture_AndATable()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            using var @out = new StringWriter(CultureInfo.InvariantCulture);
            using var err = new StringWriter(CultureInfo.InvariantCulture);
            Assert.Equal(CommandLine.Done, global::Theory.App.Run(["--steps", "20", "--out", Output], @out, err));
            Assert.Empty(err.ToString());
            Assert.Equal(
                ["1-best-discriminator.png", "2-best-generator.png", "3-descent.png", "4-divergences.png"],
                Directory.EnumerateFiles(Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.All(Directory.EnumerateFiles(Output), file => Assert.InRange(new FileInfo(file).Length, 10_000, 500_000));
            Assert.Contains("D against the fixed G3: 100 %", @out.ToString(), StringComparison.Ordinal);
            Assert.Contains("-1.2483", @out.ToString(), StringComparison.Ordinal); // G3's −2·log 2 + 2·JSD, with a point
            Assert.Contains("2.7056", @out.ToString(), StringComparison.Ordinal); // Neyman's χ², by quadrature
            Assert.EndsWith($"Done; the pictures: {Output}", @out.ToString().Trim(), StringComparison.Ordinal);

            // Into a pipe, every finding is one line: what, four cells.
            var findings = @out.ToString().Split('\n').SkipWhile(line => !line.Contains("measured", StringComparison.Ordinal)).Skip(2)
                .TakeWhile(line => line.Trim().Length > 0).ToList();
            Assert.NotEmpty(findings);
            Assert.All(findings, line => Assert.Matches(@"\S  .*\S  .*(yes|no)\s*$", line));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
