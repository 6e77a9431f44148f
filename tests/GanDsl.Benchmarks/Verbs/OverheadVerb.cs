using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FashionMnist;
using GanDsl.Benchmarks.Quality;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>
/// What a run with everything on costs over a loop of bare steps, at the size of samples/FashionMnist, and how much memory it holds over many steps.
/// </summary>
public static class OverheadVerb
{
    private const int Threads = 2;
    private const int Batch = 64;
    private const int StepsATurn = 25;
    private const double Mebi = 1024 * 1024;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The folder of Fashion-MNIST's four files. [default: the installed Debian package's]" };
        var steps = new Option<int>("--steps") { Description = "Steps of each side; an epoch by default.", DefaultValueFactory = _ => 938 };
        var memory = new Option<int>("--memory") { Description = "Steps of the run whose memory is watched; 0: none.", DefaultValueFactory = _ => 5000 };
        var command = new Command("overhead", "A run with everything on against bare steps, and its memory.") { data, steps, memory };
        command.SetAction(parsed => Run(parsed.GetValue(data), parsed.GetValue(steps), parsed.GetValue(memory)));
        return command;
    }

    private static int Run(string? folder, int steps, int watched)
    {
        torch.set_num_threads(Threads);
        var images = LabelledClothes.Both(folder).Training.Images;
        Race(images, 2 * StepsATurn);
        var (bare, run) = Race(images, steps);
        Say($"{1e3 * bare:F2} ms a bare step");
        Say($"{1e3 * run:F2} ms a step of a run of {steps:N0} with everything on, its start and its end included: {(run / bare) - 1:P1} more.");
        if (watched > 0) WatchMemory(images, watched);
        return 0;
    }

    // They take turns, of so many steps that machines do not change meanwhile: wherever the run reports, as many bare steps are taken.
    private static (double Bare, double Run) Race(IdxImages images, int steps)
    {
        using var game = new ClothingGan.Torch(seed: 1);
        IGan gan = game;
        using var batches = Forever(new ImageDataset<S1x28x28>(images, seed: 1)).GetEnumerator();
        var (bare, taken) = (0.0, 0);
        var both = Seconds(() => WatchedRun.Play(images, Batch, steps, seed: 1, status =>
        {
            if (status.Report.Step % StepsATurn != 0) return;
            bare += Seconds(() =>
            {
                for (var i = 0; i < StepsATurn; i++, taken++)
                {
                    batches.MoveNext();
                    gan.Step(batches.Current.Values.Span);
                }
            });
        }));
        return (bare / taken, (both - bare) / steps);
    }

    private static IEnumerable<HostBatch<S1x28x28>> Forever(ImageDataset<S1x28x28> data)
    {
        while (true)
        {
            foreach (var batch in data.Batches(Batch)) yield return batch;
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
            [.. most.Select((size, i) => (IReadOnlyList<string>)[
                ((i + 1) * steps / 10).ToString("N0", CultureInfo.InvariantCulture), size.ToString("N0", CultureInfo.InvariantCulture)
            ])]);
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
