using System.Security.Cryptography;
using GanDsl.FakeGames;

namespace GanDsl.Training.Tests.Runs;

/// <summary>Runs of a game that learns nothing over 130 pictures, 65 steps an epoch, and the names in their folders.</summary>
internal static class FakeRun
{
    public const int StepsAnEpoch = 65;

    public static ImageDataset<Image28> Data(int images = 2 * StepsAnEpoch, long seed = 1) =>
        new(new IdxImages("images", images, 28, 28, Enumerable.Range(0, images * 784).Select(i => (byte)(i / 784)).ToArray()), seed);

    public static RunOptions Options(string output, int epochs = 1) => new(output, BatchSize: 2) { Epochs = epochs };

    public static TrainingRun<Image28> New(RunOptions options, FakeGame? game = null, IBatchSource<Image28>? data = null) =>
        new(game ?? new FakeGame(), data ?? Data(), options);

    /// <summary>A run that is asked to stop after a step.</summary>
    public static RunOutcome StopAt(int step, RunOptions options)
    {
        using var stop = new CancellationTokenSource();
        return New(options, new FakeGame { AfterStep = now => { if (now == step) stop.Cancel(); } }).Train(stop: stop.Token);
    }

    /// <summary>Everything in a folder but what is hidden, the files with their contents' hashes.</summary>
    public static IEnumerable<string> Contents(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Name(folder, path)[0] != '.')
        .Select(path => $"{Name(folder, path)} {Convert.ToHexStringLower(SHA256.HashData(Read(path)))[..8]}")
        .Order(StringComparer.Ordinal);

    /// <summary>The files in a folder.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Name(folder, path)).Order(StringComparer.Ordinal);

    /// <summary>A file that may be open for writing.</summary>
    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
