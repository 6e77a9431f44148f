using GanDsl.Ilgpu.Kernels;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Kernels;

/// <summary>
/// The contractions whose speed is measured: 512³ matrix products and a DCGAN's layer, 64×16×16 to 128×8×8. Dense layers of that size go forward as
/// <c>linear</c>, with the weight turned in a launch of its own; <c>linear-small</c> is what small ones take.
/// </summary>
internal static class KernelWorks
{
    private const int Side = 512;
    private const int Batch = 16;

    private static readonly long[] Square = [Side, Side];
    private static readonly long[] Small = [Batch, 128, 8, 8];
    private static readonly long[] Large = [Batch, 64, 16, 16];
    private static readonly long[] Weight = [128, 64, 4, 4];

    public static IReadOnlyList<KernelWork> All { get; } =
    [
        BatchMatMul(
            "linear-small",
            0,
            (_, large, weight) => nn.functional.linear(large, weight),
            LinearKernels.Linear<Dense, Plain>,
            LinearKernels.LinearItems<Dense>(Side)),
        BatchMatMul(
            "linear",
            0,
            (_, large, weight) => nn.functional.linear(large, weight),
            LinearKernels.LinearTranspose<Dense, Plain>,
            LinearKernels.LinearTransposeItems<Dense>(Side)) with
        {
            Transpose = new(MatrixKernels.Transpose<Matrix>, MatrixKernels.TransposeTiles<Matrix>()),
        },
        BatchMatMul(
            "linear-transpose",
            1,
            (small, _, weight) => small.mm(weight),
            LinearKernels.LinearTranspose<Dense, Plain>,
            LinearKernels.LinearTransposeItems<Dense>(Side)),
        BatchMatMul(
            "linear-weight",
            2,
            (small, large, _) => small.t().mm(large),
            LinearKernels.LinearWeight<Dense, Plain>,
            LinearKernels.LinearWeightItems<Dense>(Side)),
        Layer(
            "conv2d",
            0,
            (_, large, weight) => nn.functional.conv2d(large, weight, strides: [2, 2], padding: [1, 1]),
            ConvolutionKernels.Conv2d<Dcgan, Plain>,
            ConvolutionKernels.Conv2dItems<Dcgan>(Batch)),
        Layer(
            "conv-transpose2d",
            1,
            (small, _, weight) => nn.functional.conv_transpose2d(small, weight, strides: [2, 2], padding: [1, 1]),
            ConvolutionKernels.ConvTranspose2d<Dcgan, Plain>,
            ConvolutionKernels.ConvTranspose2dItems<Dcgan>(Batch)),
        Layer("conv2d-weight", 2, WeightGradient, ConvolutionKernels.Conv2dWeight<Dcgan, Plain>, ConvolutionKernels.Conv2dWeightItems<Dcgan>(Batch)),
    ];

    /// <summary>The works of that name, or all.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static IReadOnlyList<KernelWork> Named(string? name)
    {
        if (name is null) return All;
        var named = All.Where(work => work.Name == name).ToArray();
        return named.Length > 0
            ? named
            : throw new ArgumentException($"There is no work '{name}'; there are {string.Join(", ", All.Select(work => work.Name))}.", nameof(name));
    }

    private static KernelWork BatchMatMul(
        string name, int written, Func<Tensor, Tensor, Tensor, Tensor> torch, Action<ILGPU.Index1D, ContractionArguments> kernel, int items) =>
        new(name, 2e-9 * Side * Side * Side, Side, Square, Square, Square, written, torch, kernel, items);

    private static KernelWork Layer(
        string name, int written, Func<Tensor, Tensor, Tensor, Tensor> torch, Action<ILGPU.Index1D, ContractionArguments> kernel, int items) =>
        new(name, 2e-9 * Batch * 128 * 8 * 8 * 64 * 4 * 4, Batch, Small, Large, Weight, written, torch, kernel, items);

    // What libtorch offers is the backward pass: the convolution runs once more under it, without its result being asked for.
    private static Tensor WeightGradient(Tensor small, Tensor large, Tensor weight)
    {
        using var leaf = weight.detach().requires_grad_();
        using var output = nn.functional.conv2d(large, leaf, strides: [2, 2], padding: [1, 1]);
        return autograd.grad([output], [leaf], [small])[0];
    }

    private readonly struct Dense : ILinear
    {
        public static int Inputs => Side;
        public static int Outputs => Side;
    }

    private readonly struct Matrix : IExtent
    {
        public static int Channels => Side;
        public static int Pixels => Side;
    }

    private readonly struct Dcgan : IConvolution
    {
        public static int LargeChannels => 64;
        public static int LargeHeight => 16;
        public static int LargeWidth => 16;
        public static int SmallChannels => 128;
        public static int SmallHeight => 8;
        public static int SmallWidth => 8;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int PaddingHeight => 1;
        public static int PaddingWidth => 1;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int Groups => 1;
    }
}
