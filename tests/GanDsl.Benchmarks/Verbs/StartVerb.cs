using System.CommandLine;
using System.Globalization;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Benchmarks.Works;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>
/// How long a game on our own kernels takes from its constructor to the end of its first step, beside the same game on libtorch: each start in a process of its
/// own.
/// </summary>
public static class StartVerb
{
    private static readonly string[] Titles = ["game", "device", "kernels", "different", "cold ms", "warm ms", "libtorch ms", "warm / libtorch"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var only = new Option<string?>("--only") { Description = "The one game to start." };
        var device =
            new Option<string>("--device") { Description = "Where our kernels run: pocl, or cpu for the emulation.", DefaultValueFactory = _ => "pocl" };
        var rounds = new Option<int>("--rounds") { Description = "How many starts of each kind to time.", DefaultValueFactory = _ => 5 };
        var command = new Command("start", "From the constructor to the end of the first step, in fresh processes.") { json, only, device, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(json), StepWorks.Named(parsed.GetValue(only)), parsed.GetValue(device)!, parsed.GetValue(rounds)));
        return command;
    }

    /// <summary>What <see cref="FreshStart.Of"/> runs.</summary>
    public static Command CreateOnce()
    {
        var work = new Argument<string>("work");
        var side = new Argument<string>("side");
        var command = new Command(FreshStart.Verb, "One start, for the verb start.") { work, side };
        command.Hidden = true;
        command.SetAction(parsed => Console.WriteLine(FreshStart.Here(StepWorks.Named(parsed.GetValue(work)).Single(), parsed.GetValue(side)!)));
        return command;
    }

    private static void Run(FileInfo? json, IReadOnlyList<Work> works, string device, int rounds)
    {
        var rows = works.Select(work => Measure(work.Name, device, rounds)).ToArray();
        Table.Write(Console.Out, Titles, [.. rows.Select(Line)]);
        if (json is not null) JsonFile.Write(json, rows);
    }

    // The kinds take turns, so that the machine's mood is shared. Each round begins with empty caches, the driver's and ours; its second start finds them
    // filled.
    private static StartRow Measure(string work, string device, int rounds)
    {
        var (cold, warm, torch) = (new List<FreshStart>(), new List<FreshStart>(), new List<FreshStart>());
        for (var round = 0; round < rounds; round++)
        {
            var cache = Directory.CreateTempSubdirectory("start");
            try
            {
                cold.Add(FreshStart.Of(work, device, cache));
                warm.Add(FreshStart.Of(work, device, cache));
                torch.Add(FreshStart.Of(work, "torch", cache));
            }
            finally
            {
                cache.Delete(recursive: true);
            }
        }

        var ratio = Median.Of(warm.Zip(torch, (ours, theirs) => ours.Milliseconds / theirs.Milliseconds));
        return new(work, device, cold[0].Kernels, cold[0].DifferentKernels, Milliseconds(cold), Milliseconds(warm), Milliseconds(torch), ratio);
    }

    private static double Milliseconds(IEnumerable<FreshStart> starts) => Median.Of(starts.Select(start => start.Milliseconds));

    private static IReadOnlyList<string> Line(StartRow row) =>
    [
        row.Work,
        row.Device,
        row.Kernels.ToString(CultureInfo.InvariantCulture),
        row.DifferentKernels.ToString(CultureInfo.InvariantCulture),
        row.ColdMilliseconds.ToString("N0", CultureInfo.InvariantCulture),
        row.WarmMilliseconds.ToString("N0", CultureInfo.InvariantCulture),
        row.TorchMilliseconds.ToString("N0", CultureInfo.InvariantCulture),
        row.Ratio.ToString("F1", CultureInfo.InvariantCulture),
    ];
}
