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

    private static readonly string[] Titles = ["work", "tensors after 100 steps", "after 2,000", "managed bytes a step"];

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
            var (early, late, bytes) = Measure(work);
            leaked |= late > early;
            lines.Add([work.Name, .. new[] { early, late, bytes }.Select(number => number.ToString("N0", CultureInfo.InvariantCulture))]);
        }

        Table.Write(Console.Out, Titles, lines);
        if (leaked) Console.Error.WriteLine("Tensors leak: there are more after 2,000 steps than after 100.");
        return leaked ? 1 : 0;
    }

    private static (long Early, long Late, long BytesAStep) Measure(Work work)
    {
        using var players = work.Plain();
        using var data = new WorkData(players, work.Batch);
        using var ours = work.Ours(1);

        Step(ours, data, 0, WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Step(ours, data, WarmUp, EarlySteps);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (EarlySteps - WarmUp);
        var early = torch.Tensor.TotalCount;
        Step(ours, data, EarlySteps, LateSteps);
        return (early, torch.Tensor.TotalCount, bytes);
    }

    private static void Step(IContender contender, WorkData data, int from, int to)
    {
        for (var step = from; step < to; step++) contender.Step(data.Reals(step));
    }
}
