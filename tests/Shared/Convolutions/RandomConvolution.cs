using System.Globalization;
using GanDsl.HandWritten;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Convolutions;

/// <summary>One convolution, or transposed one, of a shape that networks have.</summary>
public sealed record RandomConvolution(bool Transposed, int Batch, int Inputs, int Outputs, int Height, int Width, int Kernel, int Stride = 1, int Padding = 0)
{
    public int Groups { get; init; } = 1;

    public int Dilation { get; init; } = 1;

    public int OutputPadding { get; init; }

    /// <summary>Those that were seen to be wrong on AMD EPYC of family 26, with libtorch 2.10.</summary>
    public static IReadOnlyList<RandomConvolution> Known { get; } =
    [
        new(false, 16, 20, 24, 8, 6, 3, Padding: 1),
        new(false, 16, 16, 1, 28, 28, 3, Padding: 1),
        new(false, 2, 48, 32, 8, 8, 4, 2, 1),
        new(true, 2, 352, 160, 4, 4, 7, Padding: 3),
    ];

    /// <summary>The known ones, then random ones; equal seeds draw equal ones.</summary>
    public static IEnumerable<RandomConvolution> Draw(int seed, int count)
    {
        var random = new Random(seed);
        return Known.Concat(Enumerable.Range(0, int.MaxValue).Select(_ => Draw(random))).Take(count);
    }

    /// <summary>x, the weight and the gradient at the output, N(0, 1).</summary>
    public (Tensor X, Tensor Weight, Tensor Gradient) Operands(Generator generator)
    {
        Tensor Normal(params long[] shape) => randn(shape, generator: generator);
        var (first, second) = Transposed ? (Inputs, Outputs / Groups) : (Outputs, Inputs / Groups);
        return (Normal(Batch, Inputs, Height, Width), Normal(first, second, Kernel, Kernel), Normal(Batch, Outputs, Side(Height), Side(Width)));
    }

    /// <summary>What a convolution gives and its gradients, at x and at the weight, by autograd.</summary>
    public Tensor[] ByAutograd((Tensor X, Tensor Weight, Tensor Gradient) operands, Func<Tensor, Tensor, Tensor> convolve)
    {
        var (x, weight) = (operands.X.detach().requires_grad_(), operands.Weight.detach().requires_grad_());
        var output = convolve(x, weight);
        var gradients = autograd.grad([output], [x, weight], [operands.Gradient]);
        return [output.detach(), gradients[0], gradients[1]];
    }

    /// <summary>libtorch's convolution as it is.</summary>
    public Tensor Plain(Tensor x, Tensor weight) => Transposed
        ? nn.functional.conv_transpose2d(x, weight, null, Pair(Stride), Pair(Padding), Pair(OutputPadding), Pair(Dilation), Groups)
        : nn.functional.conv2d(x, weight, null, Pair(Stride), Pair(Padding), Pair(Dilation), Groups);

    /// <summary>As a matrix product over windows.</summary>
    public Tensor Unfolded(Tensor x, Tensor weight) => Transposed
        ? PlainConvolution.UnfoldedConvTranspose2d(x, weight, null, Both(Stride), Both(Padding), Both(OutputPadding), Both(Dilation), Groups)
        : PlainConvolution.UnfoldedConv2d(x, weight, null, Both(Stride), Both(Padding), Both(Dilation), Groups);

    /// <summary>As GanDsl's networks convolve on this machine.</summary>
    public Tensor Ours(Tensor x, Tensor weight) => Transposed
        ? SafeConvolution.ConvTranspose2d(x, weight, null, Window)
        : SafeConvolution.Conv2d(x, weight, null, Window, Pair(Padding));

    /// <summary>As GanDsl's networks convolve where libtorch's convolutions are wrong.</summary>
    public Tensor Filled(Tensor x, Tensor weight) => Transposed
        ? SafeConvolution.ConvTranspose2d(x, weight, null, Window, guarded: true)
        : SafeConvolution.Conv2d(x, weight, null, Window, Pair(Padding), guarded: true);

    /// <summary>The gradients at x and at the weight as generated steps write them, without autograd.</summary>
    public Tensor[] WrittenBack((Tensor X, Tensor Weight, Tensor Gradient) operands)
    {
        var ((x, weight, gradient), window) = (operands, Window);
        var values = weight.flatten().clone();
        using var parameter = new TorchParameter("weight", values, zeros_like(values), 0, weight.shape);
        if (Transposed)
        {
            window.WriteGradients(gradient, x, parameter, null);
            return [SafeConvolution.Conv2d(gradient, weight, null, window, window.Padding), parameter.Gradient.clone()];
        }

        window.WriteGradients(x, gradient, parameter, null);
        return [SafeConvolution.ConvTranspose2d(gradient, weight, null, window.Onto(x, weight)), parameter.Gradient.clone()];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Transposed ? "transposed " : "")}{Inputs} → {Outputs}, {Kernel}×{Kernel}, stride {Stride}, padding {Padding}, "
        + $"groups {Groups}, dilation {Dilation}, {Height}×{Width}, batch {Batch}");

    private Window Window => new(Pair(Stride), Pair(Padding), Pair(Dilation), Groups, Pair(OutputPadding));

    private int Side(int side) => Transposed
        ? ((side - 1) * Stride) - (2 * Padding) + (Dilation * (Kernel - 1)) + OutputPadding + 1
        : ((side + (2 * Padding) - (Dilation * (Kernel - 1)) - 1) / Stride) + 1;

    private static RandomConvolution Draw(Random random)
    {
        // A picture's few channels now and then, few groups seldom.
        int Channels() => random.Next(5) == 0 ? random.Next(1, 4) : random.Next(4, 101);
        var groups = random.Next(8) == 0 ? random.Next(2, 4) : 1;
        var (kernel, stride) = (random.Next(1, 6), random.Next(1, 3));
        var dilation = random.Next(8) == 0 ? 2 : 1;
        var transposed = random.Next(2) == 0;
        var reach = dilation * (kernel - 1);
        return new RandomConvolution(
            transposed,
            1 << random.Next(5),
            groups * Math.Max(1, Channels() / groups),
            groups * Math.Max(1, Channels() / groups),
            reach + 1 + random.Next(8),
            reach + 1 + random.Next(8),
            kernel,
            stride,
            random.Next((kernel / 2) + 1))
        {
            Groups = groups,
            Dilation = dilation,
            OutputPadding = transposed && stride == 2 ? random.Next(2) : 0,
        };
    }

    private static long[] Pair(long number) => [number, number];

    private static (long, long) Both(long number) => (number, number);
}
