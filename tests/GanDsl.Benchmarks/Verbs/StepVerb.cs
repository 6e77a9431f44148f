using System.CommandLine;
using System.Globalization;
using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Parity;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Benchmarks.Works;
using GanDsl.HandWritten;
using GanDsl.Parity;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>Races the generated min-max step against the hand-written one, once both are shown to compute the same.</summary>
public static class StepVerb
{
    private const int Threads = 2;
    private const long Seed = 1;

    private static readonly string[] Titles = ["work", "against", "batch", "baseline ms", "min–max", "ours ms", "min–max", "ratio", "floor ms", "above it"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var only = new Option<string?>("--only") { Description = "The one work to measure." };
        var rounds = new Option<int>("--rounds") { Description = "How many pairs of blocks to time.", DefaultValueFactory = _ => 30 };
        var backend = new Option<string>("--backend") { Description = "torch, or ilgpu: our own kernels on PoCL.", DefaultValueFactory = _ => "torch" };
        backend.AcceptOnlyFromAmong("torch", "ilgpu");
        var check = new Option<bool>("--check") { Description = "Only whether both sides compute the same; no race." };
        var command = new Command("step", "One min-max step: generated against hand-written.") { json, only, rounds, backend, check };
        command.SetAction(parsed =>
        {
            var (works, ownKernels) = (StepWorks.Named(parsed.GetValue(only)), parsed.GetValue(backend) == "ilgpu");
            return parsed.GetValue(check) ? Check(works, ownKernels) : Run(parsed.GetValue(json), works, parsed.GetValue(rounds), ownKernels);
        });
        return command;
    }

    private static int Check(IReadOnlyList<Work> works, bool ownKernels)
    {
        torch.set_num_threads(Threads);
        var agreeing = works.Count(work =>
        {
            using var ours = Ours(work, ownKernels);
            return Agree(work, ours);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agreeing} of {works.Count} works agree"));
        return agreeing == works.Count ? 0 : 1;
    }

    private static int Run(FileInfo? json, IReadOnlyList<Work> works, int rounds, bool ownKernels)
    {
        torch.set_num_threads(Threads);
        var (product, convolution) = MatrixRate.Measure();
        var rate = Math.Max(product, convolution);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Threads} threads, 512³ at {product / 1e9:F1} G multiply-adds a second as a matrix product and {convolution / 1e9:F1} as a "
                + $"convolution, {rounds} rounds"));
        Console.WriteLine("Alternating; both sides reuse D's fakes for G's update (freshNoise: false) and draw their own latents. "
            + "Simultaneous games are raced against the alternating one.");
        Console.WriteLine("plain: as tutorials write it. expert: D frozen in G's update, labels created once, nothing recorded for fakes that only D sees.");

        var rows = new List<StepRow>();
        var lines = new List<IReadOnlyList<string>>();
        var apart = 0;
        foreach (var work in works)
        {
            using var data = Data(work);
            using var ours = Ours(work, ownKernels);
            if (!Agree(work, ours))
            {
                apart++;
                continue;
            }

            foreach (var expert in new[] { false, true })
            {
                using var players = work.Plain();
                using var baseline = new PlainContender(new PlainGan(players, work.Game with { Expert = expert }));
                var race = Race.Run(
                    step => baseline.Step(data.Reals(step)),
                    step =>
                    {
                        ours.Step(data.Reals(step));
                        if (step == work.StepsABlock - 1) ours.Wait();
                    },
                    work.StepsABlock,
                    rounds);
                var floor = StepCost.MultiplyAdds(players, work.Batch, work.SameGame) / rate * 1e3;
                var row = new StepRow(work.Name, baseline.Name, Median.Of(race.Baseline), Median.Of(race.Ours), race.Ratio, floor);
                rows.Add(row);
                lines.Add(Line(work, row, race));
            }
        }

        Console.WriteLine();
        Table.Write(Console.Out, Titles, lines);
        if (json is not null) JsonFile.Write(json, rows);
        return apart == 0 ? 0 : 1;
    }

    private static IContender Ours(Work work, bool ownKernels) => ownKernels ? work.OwnKernels(Seed) : work.Ours(Seed);

    private static WorkData Data(Work work)
    {
        torch.random.manual_seed(Seed);
        using var players = work.Plain();
        return new WorkData(players, work.Batch);
    }

    private static bool Agree(Work work, IContender ours)
    {
        try
        {
            var worst = ParityCheck.Run(work, ours);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{work.Name}: ours is what the game by hand is; at {worst.Share:P0} of what is allowed at most ({worst})"));
            return true;
        }
        catch (ParityException apart)
        {
            Console.Error.WriteLine($"{work.Name}: the sides do not compute the same, so there is no race. {apart.Message}");
            return false;
        }
    }

    private static IReadOnlyList<string> Line(Work work, StepRow row, RaceResult race) =>
    [
        work.Name,
        row.Baseline,
        work.Batch.ToString(CultureInfo.InvariantCulture),
        Ms(row.BaselineMs),
        Range(race.Baseline),
        Ms(row.OursMs),
        Range(race.Ours),
        row.Ratio.ToString("F2", CultureInfo.InvariantCulture),
        Ms(row.FloorMs),
        (row.OursMs / row.FloorMs).ToString("F1", CultureInfo.InvariantCulture),
    ];

    private static string Ms(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Range(IReadOnlyList<double> values) => $"{Ms(values.Min())}–{Ms(values.Max())}";
}
