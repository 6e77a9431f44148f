using System.Diagnostics;
using TorchSharp;

namespace GanDsl.Benchmarks.Timing;

/// <summary>How many multiply-adds a second this machine's libtorch does on a 512³ matrix product, now.</summary>
public static class MatrixRate
{
    private const int Side = 512;
    private const int ProductsABlock = 10;
    private const int Blocks = 21;
    private const int Tries = 3;

    /// <summary>Multiply-adds a second: the best of three medians, since the floor is what the machine can do undisturbed.</summary>
    public static double Measure() => Enumerable.Range(0, Tries).Max(_ => Try());

    private static double Try()
    {
        using var scope = torch.NewDisposeScope();
        var a = torch.randn(Side, Side);
        var b = torch.randn(Side, Side);
        var seconds = Median.Of([.. Enumerable.Range(0, Blocks).Select(_ => Block(a, b))]);
        return (double)Side * Side * Side / seconds;
    }

    private static double Block(torch.Tensor a, torch.Tensor b)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < ProductsABlock; i++) torch.mm(a, b).Dispose();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / ProductsABlock;
    }
}
