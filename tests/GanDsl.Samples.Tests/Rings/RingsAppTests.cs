using System.Globalization;
using Rings;

namespace GanDsl.Samples.Tests.Rings;

/// <summary>The program and its games: what they say, return and leave behind.</summary>
public sealed class RingsAppTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gandsl-").FullName;

    private string Output => Path.Combine(root, "output");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("--steps: expected a whole number from 1 to 2147483647, found '0'", "--steps", "0")]
    [InlineData("--seeds: expected a whole number from 1 to 1000, found '0'", "--seeds", "0")]
    [InlineData("--backend: expected torch or ilgpu, found 'cuda'", "--backend", "cuda")]
    [InlineData("--output: expected a folder, found an empty name", "--output", " ")]
    public void NonsenseOptions_AreRefused(string part, params string[] args)
    {
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.BadInput, App.Run(args, @out, err));
        Assert.Contains(part, err.ToString(), StringComparison.Ordinal);
        Assert.Single(err.ToString().TrimEnd().Split('\n'));
        Assert.Empty(@out.ToString());
    }

    [Fact]
    public void AShortRun_WritesFrames_Sheets_AndATable_AndReplacesOldFrames()
    {
        Directory.CreateDirectory(Path.Combine(Output, "frames"));
        File.WriteAllText(Path.Combine(Output, "frames", "900.png"), "old");
        File.WriteAllText(Path.Combine(Output, "frames", "mine.png"), "mine");
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        using var err = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.Done, App.Run(["--steps", "2", "--seeds", "2", "--out", Output], @out, err));
        Assert.Empty(err.ToString());
        Assert.Equal(
            ["frames/000.png", "frames/001.png", "frames/002.png", "frames/mine.png", "grid.png", "ring.png"],
            Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Output, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));
        Assert.Contains("grid of 25: WGAN-GP: 100 %", @out.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"Done; the pictures: {Output}", @out.ToString().Trim(), StringComparison.Ordinal);
    }

    /// <summary>Into a file or a pipe, which has no width: every number of every seed is on its game's line.</summary>
    [Fact]
    public void ATableOfManySeeds_IsNotBroken()
    {
        const int Seeds = 12;
        using var @out = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(CommandLine.Done, App.Run(["--steps", "1", "--seeds", $"{Seeds}", "--out", Output], @out, TextWriter.Null));
        var rows = @out.ToString().Split('\n').Where(line => line.Contains(" %, ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Recipe.All.Count * 2, rows.Count);
        Assert.All(rows, row => Assert.Matches($@" of \d+ +{All(@"\d+")} +{All(@"\d+ %")} +{All(@"\d\.\d\d")} *$", row.TrimEnd()));

        static string All(string number) => $"({number}, ){{{Seeds - 1}}}{number}";
    }

    [Fact]
    public void TwoHundredSteps_BringSamplesToTheRing()
    {
        Options? asked = null;
        Options.Command(options =>
        {
            asked = options;
            return 0;
        }).Parse([]).Invoke();
        using var game = GameHandle.Calm(asked!.Backend, seed: 1);
        var snapshotSteps = Run.Train(game, Modes.Ring, steps: 200, [0, 200], new Random(1), _ => { }, CancellationToken.None);
        Assert.Equal([0, 200], snapshotSteps.Select(snapshot => snapshot.Step));
        Assert.InRange(Radius(snapshotSteps[0]), 0, 1);
        Assert.InRange(Radius(snapshotSteps[1]), 1.5, 2.5);
    }

    private static double Radius(Snapshot snapshot) => snapshot.Samples.Chunk(2).Average(point => Math.Sqrt((point[0] * point[0]) + (point[1] * point[1])));
}
