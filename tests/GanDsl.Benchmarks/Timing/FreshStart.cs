using System.Diagnostics;
using System.Globalization;
using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Works;
using GanDsl.Ilgpu;

namespace GanDsl.Benchmarks.Timing;

/// <summary>A game's start in a process that has done nothing before: what it took from the constructor to the end of the first step.</summary>
/// <param name="Milliseconds">That time.</param>
/// <param name="Kernels">How many kernels were asked for; 0 on libtorch.</param>
/// <param name="DifferentKernels">How many of them compute something of their own.</param>
public sealed record FreshStart(double Milliseconds, int Kernels, int DifferentKernels)
{
    /// <summary>The verb under which this program measures one start.</summary>
    public const string Verb = "start-once";

    /// <summary>Starts a game in a process of its own.</summary>
    /// <param name="work">The game's name.</param>
    /// <param name="side">Where: <c>torch</c>, <c>pocl</c> or <c>cpu</c>.</param>
    /// <param name="cache">Where PoCL keeps what it has compiled, and we what ILGPU has translated.</param>
    public static FreshStart Of(string work, string side, DirectoryInfo cache)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(FreshStart).Assembly.Location);
        foreach (var argument in new[] { Verb, work, side }) start.ArgumentList.Add(argument);

        // By its own variable: it is read before any of our code could set it.
        start.Environment["POCL_CACHE_DIR"] = cache.FullName;
        start.Environment[KernelStore.Variable] = Path.Combine(cache.FullName, "gandsl");
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        if (process.ExitCode != 0 || words.Length != 3) throw new InvalidOperationException($"{work} did not start on {side}; exit code {process.ExitCode}.");
        return new(double.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(
            words[2], CultureInfo.InvariantCulture));
    }

    /// <summary>The start itself, in this process; the device is opened before the clock runs.</summary>
    public static FreshStart Here(Work work, string side)
    {
        using var data = new WorkData(work.Plain(), work.Batch, batches: 1);
        var device = OwnKernels.Use(side);
        var start = Stopwatch.GetTimestamp();
        using var game = device is null ? work.Ours(1) : work.OwnKernels(1);
        game.Step(data.Reals(0));
        game.Wait();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, device?.Methods.Count ?? 0, device?.DistinctKernels ?? 0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:F1} {Kernels} {DifferentKernels}");
}
