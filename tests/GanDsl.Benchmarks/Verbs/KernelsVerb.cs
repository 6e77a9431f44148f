using System.CommandLine;
using System.Globalization;
using GanDsl.Benchmarks.Kernels;
using GanDsl.Benchmarks.Reporting;
using GanDsl.Benchmarks.Timing;
using GanDsl.Ilgpu;
using GanDsl.Ilgpu.Kernels;
using GanDsl.Ilgpu.Testing;
using ILGPU.Runtime;
using TorchSharp;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>Races our kernels on PoCL against libtorch on the same cores, once both are shown to compute the same.</summary>
public static class KernelsVerb
{
    private const int Threads = 2;
    private const int LaunchesABlock = 4;

    // Of the result's largest number: sums of 512 to 1,024 terms, added in another order.
    private const float Allowed = 1e-4f;

    private static readonly string[] Titles = ["kernel", "libtorch GFLOP/s", "PoCL GFLOP/s", "ratio"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the rows as JSON." };
        var only = new Option<string?>("--only") { Description = "The one kernel to measure." };
        var rounds = new Option<int>("--rounds") { Description = "How many pairs of blocks to time.", DefaultValueFactory = _ => 30 };
        var command = new Command("kernels", "Contractions: our kernels on PoCL against libtorch.") { json, only, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(json), KernelWorks.Named(parsed.GetValue(only)), parsed.GetValue(rounds)));
        return command;
    }

    private static int Run(FileInfo? json, IReadOnlyList<KernelWork> works, int rounds)
    {
        using var device = PoclDevice.TryOpen();
        if (device is null)
        {
            Console.Error.WriteLine("PoCL is not installed.");
            return 1;
        }

        torch.set_num_threads(Threads);
        torch.random.manual_seed(1);
        var rows = new List<KernelRow>();
        foreach (var work in works)
        {
            if (Measure(device, work, rounds) is not { } row) return 1;
            rows.Add(row);
        }

        Table.Write(Console.Out, Titles, [.. rows.Select(Line)]);
        if (json is not null) JsonFile.Write(json, rows);
        return 0;
    }

    private static KernelRow? Measure(ComputeDevice device, KernelWork work, int rounds)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor[] operands = [torch.randn(work.Small), torch.randn(work.Large), torch.randn(work.Weight)];
        var contents = operands.SelectMany(operand => operand.data<float>()).ToArray();
        var large = operands[0].numel();
        var weight = large + operands[1].numel();
        var transposed = contents.Length;
        using var memory = device.Accelerator.Allocate1D([.. contents, .. work.Transpose is null ? [] : new float[operands[2].numel()]]);
        var kernel = device.Load(work.Kernel);
        var transpose = work.Transpose is null ? null : device.Load(work.Transpose.Kernel);
        var arguments = work.Transpose is null
            ? new ContractionArguments(memory.View, 0, large, weight, work.Batch)
            : new ContractionArguments(memory.View, large, 0, transposed, work.Batch);

        void Ours(int step)
        {
            transpose?.Launch(work.Transpose!.Tiles, new(memory.View, weight, transposed, (int)operands[2].numel(), work.Transpose.Tiles));
            kernel.Launch(work.Items, arguments);
            device.Accelerator.Synchronize();
        }

        Ours(0);
        var expected = work.Torch(operands[0], operands[1], operands[2]);
        var at = (int)new[] { 0, large, weight }[work.Written];
        var result = torch.tensor(memory.GetAsArray1D()[at..(at + (int)expected.numel())]).view(expected.shape);
        var difference = ((result - expected).abs().max() / expected.abs().max()).item<float>();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Name}: both sides agree within {difference:E1} (allowed {Allowed:E0})"));
        if (!(difference <= Allowed))
        {
            Console.Error.WriteLine($"{work.Name}: the sides do not compute the same, so there is no race.");
            return null;
        }

        var race = Race.Run(_ => work.Torch(operands[0], operands[1], operands[2]).Dispose(), Ours, LaunchesABlock, rounds);
        return new KernelRow(work.Name, "libtorch", Rate(work, race.Baseline), Rate(work, race.Ours), race.Ratio);
    }

    private static double Rate(KernelWork work, IReadOnlyList<double> milliseconds) => work.Gigaflop / Median.Of(milliseconds) * 1e3;

    private static IReadOnlyList<string> Line(KernelRow row) =>
    [
        row.Work,
        row.BaselineGflops.ToString("F1", CultureInfo.InvariantCulture),
        row.OursGflops.ToString("F1", CultureInfo.InvariantCulture),
        row.Ratio.ToString("F2", CultureInfo.InvariantCulture),
    ];
}
