using System.Diagnostics;
using TorchSharp;

namespace GanDsl.Benchmarks.Timing;

/// <summary>How many multiply-adds a second this machine's libtorch does on a 512³ matrix product, now.</summary>
/// <remarks>
/// As a product, and as a convolution of one tap: on AMD's processors MKL's products use half as wide vectors as oneDNN's convolutions. The floor is what the
/// faster of the two can do, since convolutions would be below it otherwise.
/// </remarks>
public static class MatrixRate
{
    private const int Side = 512;
    private const int ProductsABlock = 10;
    private const int Blocks = 21;
    private const int Tries = 3;

    /// <summary>Multiply-adds a second of either: the best of three medians, since the floor is what the machine can do undisturbed.</summary>
    public static (double Product, double Convolution) Measure()
    {
        using var scope = torch.NewDisposeScope();
        using var untracked = torch.no_grad();
        var (a, b) = (torch.randn(Side, Side), torch.randn(Side, Side));

        // One picture of 1 × Side pixels: its channels times the taps.
        var (pixels, taps) = (a.view(1, Side, 1, Side), b.view(Side, Side, 1, 1));
        return (Best(() => torch.mm(a, b)), Best(() => torch.nn.functional.conv2d(pixels, taps)));
    }

    private static double Best(Func<torch.Tensor> product) => Enumerable.Range(0, Tries).Max(_ =>
        (double)Side * Side * Side / Median.Of([.. Enumerable.Range(0, Blocks).Select(_ => Block(product))]));

    private static double Block(Func<torch.Tensor> product)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < ProductsABlock; i++) product().Dispose();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / ProductsABlock;
    }
}
