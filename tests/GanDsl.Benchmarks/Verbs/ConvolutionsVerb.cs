using System.CommandLine;
using System.Globalization;
using GanDsl.Convolutions;
using GanDsl.Torch;

namespace GanDsl.Benchmarks.Verbs;

/// <summary>How many random convolutions come out wrong on this machine: as libtorch computes them, and as GanDsl does.</summary>
public static class ConvolutionsVerb
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many to try.", DefaultValueFactory = _ => 240 };
        var seed = new Option<int>("--seed") { Description = "What they are drawn by.", DefaultValueFactory = _ => 1 };
        var command = new Command("convolutions", "Random float32 convolutions against float64: how many libtorch and GanDsl get wrong here.") { count, seed };
        command.SetAction(parsed => Run(parsed.GetValue(count), parsed.GetValue(seed)));
        return command;
    }

    private static int Run(int count, int seed)
    {
        Console.WriteLine($"fresh memory is full of NaN: {(PoisonedMemory.Works() ? "yes" : "not with this C library")}");
        Console.WriteLine($"SafeConvolution: {ConvolutionSelfTest.Finding}");
        var tally = ConvolutionTally.Of(RandomConvolution.Draw(seed, count), (ulong)seed);
        foreach (var example in tally.Examples) Console.WriteLine($"  wrong: {example}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"wrong of {tally.Tried}: plain {tally.Plain}, GanDsl {tally.Ours}, with channels filled up {tally.Filled}, unfolded {tally.Unfolded}"));
        var missed = tally.Plain > 0 && ConvolutionSelfTest.Passes;
        if (missed) Console.Error.WriteLine("SafeConvolution's self-test found nothing wrong where plain convolutions are.");
        return tally is { Ours: 0, Filled: 0, Unfolded: 0 } && !missed ? 0 : 1;
    }
}
