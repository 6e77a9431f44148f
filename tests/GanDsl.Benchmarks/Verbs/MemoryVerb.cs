using System.CommandLine;
using System.Globalization;
using GanDsl.Benchmarks.Contenders;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Works;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>What a step of generated code leaves behind: live tensors, and managed garbage.</summary>
public static class MemoryVerb
{
    private const int EarlySteps = 100;
    private const int LateSteps = 2000;
    private const int WarmUp = 50;

    private static readonly string[] Titles = ["work", "tensors after 100 steps", "after 2,000", "left to the finalizer a step", "managed bytes a step"];

    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "The one work to measure." };
        var command = new Command("memory", "Live tensors and managed bytes of generated steps.") { only };
        command.SetAction(parsed => Run(StepWorks.Named(parsed.GetValue(only))));
        return command;
    }

    private static int Run(IReadOnlyList<Work> works)
    {
        var lines = new List<IReadOnlyList<string>>();
        var leaked = false;
        foreach (var work in works)
        {
            var memory = Measure(work);
            leaked |= memory.Late > memory.Early;
            lines.Add(
            [
                work.Name,
                memory.Early.ToString("N0", CultureInfo.InvariantCulture),
                memory.Late.ToString("N0", CultureInfo.InvariantCulture),
                memory.FinalizedAStep.ToString("N1", CultureInfo.InvariantCulture),
                memory.BytesAStep.ToString("N0", CultureInfo.InvariantCulture),
            ]);
        }

        Table.Write(Console.Out, Titles, lines);
        if (leaked) Console.Error.WriteLine("Tensors leak: there are more after 2,000 steps than after 100.");
        return leaked ? 1 : 0;
    }

    private static Memory Measure(Work work)
    {
        using var players = work.Plain();
        using var data = new WorkData(players, work.Batch);
        using var ours = work.Ours(1);

        Step(ours, data, 0, WarmUp);
        Collect();
        var tensors = torch.Tensor.TotalCount;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        Step(ours, data, WarmUp, EarlySteps);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        var finalized = torch.Tensor.TotalCount - tensors;

        // What is live once the finalizers have run: a tensor they free late is garbage, one they never free is a leak.
        Collect();
        var early = torch.Tensor.TotalCount;
        Step(ours, data, EarlySteps, LateSteps);
        Collect();
        const double steps = EarlySteps - WarmUp;
        return new Memory(early, torch.Tensor.TotalCount, finalized / steps, bytes / steps);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Step(IContender contender, WorkData data, int from, int to)
    {
        for (var step = from; step < to; step++) contender.Step(data.Reals(step));
    }

    private sealed record Memory(long Early, long Late, double FinalizedAStep, double BytesAStep);
}
