using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Torch;

/// <summary>Whether this machine's libtorch convolves float32 wrongly (see <see cref="SafeConvolution"/>), tested once.</summary>
internal static class ConvolutionSelfTest
{
    // Wrong results differ by a tenth; correct ones by 1e-6.
    private const double Tolerance = 1e-3;
    private const long Padding = 1;

    private static readonly (bool Transposed, int Inputs, int Outputs, int Kernel, int Stride)[] Cases =
    [
        (false, 30, 20, 3, 1), (true, 30, 20, 3, 1), (false, 48, 32, 4, 2), (true, 40, 40, 4, 2),
    ];

    private static readonly Lazy<int> Result = new(CountWrong);
    private static volatile bool passed;

    /// <summary>The result on this machine, as a clause for people.</summary>
    public static string Finding => Describe(Result.Value, Cases.Length);

    /// <summary>Whether plain float32 convolutions on the CPU are right on this machine.</summary>
    public static bool Passes => Result.Value == 0;

    /// <summary>Whether convolutions of a tensor go wrong: never on CUDA, in float64, or where the test passes.</summary>
    public static bool Fails(Tensor x)
    {
        if (passed || x.device_type != DeviceType.CPU || x.dtype != ScalarType.Float32) return false;
        if (!Passes) return true;
        passed = true;
        return false;
    }

    /// <summary>Runs the test again and returns whether anything was wrong.</summary>
    public static bool Run() => CountWrong() > 0;

    internal static string Describe(int wrong, int tried) => wrong == 0
        ? "libtorch's float32 convolutions are right on this processor, so channels stay as they are"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"libtorch's float32 convolutions are wrong on this processor ({wrong} of {tried} tried), "
            + $"so channels are filled up to {SafeConvolution.FilledCounts}");

    /// <summary>
    /// Runs the test, some milliseconds, and counts wrong results: odd channel counts in float32 against float64. On a thread of its own, because the
    /// caller's may be inside no_grad or inference mode, or have a scope that collects tensors; and with its own numbers, so that libtorch's
    /// global random numbers do not change.
    /// </summary>
    private static int CountWrong() =>
        Task.Factory.StartNew(CountHere, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();

    private static int CountHere()
    {
        using var scope = NewDisposeScope();
        return Cases.Count(one => Differs(one.Transposed, one.Inputs, one.Outputs, one.Kernel, one.Stride));
    }

    private static bool Differs(bool transposed, int inputs, int outputs, int kernel, int stride)
    {
        var x = Numbers(2, inputs, 8, 8);
        var weight = transposed ? Numbers(inputs, outputs, kernel, kernel) : Numbers(outputs, inputs, kernel, kernel);
        var wideX = x.to(ScalarType.Float64);
        var wideWeight = weight.to(ScalarType.Float64);
        var (output, gradient) = WithGradient(x, input => Convolve(input, weight, transposed, stride));
        var (expectedOutput, expectedGradient) = WithGradient(wideX, input => MultiplyOut(input, wideWeight, transposed, stride));
        return Differs(expectedOutput, output) || Differs(expectedGradient, gradient);
    }

    private static Tensor Convolve(Tensor x, Tensor weight, bool transposed, long stride) => transposed
        ? functional.conv_transpose2d(x, weight, null, [stride, stride], [Padding, Padding])
        : functional.conv2d(x, weight, null, [stride, stride], [Padding, Padding]);

    // The same as a matrix product over windows. Not libtorch's own float64 convolution, which warns on stderr where NNPACK knows no such processor.
    internal static Tensor MultiplyOut(Tensor x, Tensor weight, bool transposed, long stride)
    {
        var kernel = weight.size(2);
        if (!transposed)
        {
            var windows = functional.unfold(x, kernel, padding: Padding, stride: stride);
            var side = ((x.size(2) + (2 * Padding) - kernel) / stride) + 1;
            return weight.flatten(1).matmul(windows).view(x.size(0), -1, side, side);
        }

        var columns = weight.flatten(1).t().matmul(x.flatten(2));
        var outputSide = ((x.size(2) - 1) * stride) - (2 * Padding) + kernel;
        return functional.fold(columns, outputSide, kernel, padding: Padding, stride: stride);
    }

    private static (Tensor Output, Tensor InputGradient) WithGradient(Tensor x, Func<Tensor, Tensor> layer)
    {
        var input = x.detach().requires_grad_();
        var output = layer(input);
        var seed = Numbers(output.shape).to(output.dtype);
        return (output.detach(), autograd.grad([output], [input], [seed])[0]);
    }

    private static bool Differs(Tensor expected, Tensor actual)
    {
        var difference = (expected - actual).abs().max().item<double>();

        // Not "greater than": a NaN differs too.
        return !(difference <= Tolerance * expected.abs().max().item<double>());
    }

    // Numbers without a pattern that could hide a lost value: sin(n²).
    private static Tensor Numbers(params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        for (var index = 0; index < values.Length; index++) values[index] = (float)Math.Sin((double)index * index);
        return tensor(values, shape);
    }
}
