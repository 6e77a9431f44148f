using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Quality;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>What a run with everything on costs over a loop of bare steps, at the size of samples/FashionMnist, and how much memory it holds over many steps.</summary>
public static class OverheadVerb
{
    private const int Threads = 2;
    private const int Batch = 64;
    private const int WarmUps = 20;
    private const double Mebi = 1024 * 1024;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The folder of Fashion-MNIST's four files. [default: the installed Debian package's]" };
        var steps = new Option<int>("--steps") { Description = "Steps of each side in a round; an epoch by default.", DefaultValueFactory = _ => 938 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of both sides.", DefaultValueFactory = _ => 3 };
        var memory = new Option<int>("--memory") { Description = "Steps of the run whose memory is watched.", DefaultValueFactory = _ => 5000 };
        var command = new Command("overhead", "A run with everything on against bare steps, and its memory.") { data, steps, rounds, memory };
        command.SetAction(parsed => Run(parsed.GetValue(data), parsed.GetValue(steps), parsed.GetValue(rounds), parsed.GetValue(memory)));
        return command;
    }

    private static int Run(string? folder, int steps, int rounds, int watched)
    {
        torch.set_num_threads(Threads);
        var (images, _) = LabelledClothes.Both(folder);
        PlayBare(images.Images, WarmUps, seed: 0);
        WatchedRun.Play(images.Images, Batch, WarmUps, seed: 0);

        var costs = new List<(double Bare, double Run)>();
        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes first would find the machine cool.
            var bare = 0.0;
            if (round % 2 == 0) bare = Bare();
            var run = Watched();
            if (round % 2 == 1) bare = Bare();
            costs.Add((bare, run));
            Say($"round {round + 1}: {1e3 * bare / steps:F2} ms a bare step, {1e3 * run / steps:F2} ms a step of a run; {(run / bare) - 1:P2} more");

            double Bare() => Seconds(() => PlayBare(images.Images, steps, round));

            double Watched() => Seconds(() => WatchedRun.Play(images.Images, Batch, steps, round));
        }

        if (rounds > 0) Say($"A run of {steps:N0} steps with everything on costs {Median.Of(costs.Select(cost => cost.Run / cost.Bare)) - 1:P2} over bare steps (median of {rounds} rounds).");
        if (watched > 0) WatchMemory(images.Images, watched);
        return 0;
    }

    private static void PlayBare(IdxImages images, int steps, long seed)
    {
        using var gan = new ClothingGan.Torch(seed);
        IGan bare = gan;
        var data = new ImageDataset<S1x28x28>(images, seed);
        for (var left = steps; left > 0;)
        {
            foreach (var batch in data.Batches(Batch).Take(left))
            {
                bare.Step(batch.Values.Span);
                left--;
            }
        }
    }

    // The most that each tenth of the run holds: what leaks would show from tenth to tenth.
    private static void WatchMemory(IdxImages images, int steps)
    {
        var process = Process.GetCurrentProcess();
        var most = new double[10];
        WatchedRun.Play(images, Batch, steps, seed: 1, status =>
        {
            process.Refresh();
            var tenth = Math.Min((int)((status.Report.Step - 1) * 10 / steps), 9);
            most[tenth] = Math.Max(most[tenth], process.WorkingSet64 / Mebi);
        });
        process.Refresh();
        Console.WriteLine();
        Table.Write(
            Console.Out,
            ["steps up to", "most memory, MiB"],
            [.. most.Select((size, i) => (IReadOnlyList<string>)[((i + 1) * steps / 10).ToString("N0", CultureInfo.InvariantCulture), size.ToString("N0", CultureInfo.InvariantCulture)])]);
        Say($"Peak of the whole process: {process.PeakWorkingSet64 / Mebi:N0} MiB.");
    }

    private static double Seconds(Action play)
    {
        var start = Stopwatch.GetTimestamp();
        play();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
