using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// Convolutions by unfold and a matrix product, which yardsticks take where libtorch's own are wrong in float32, against libtorch's in float64, where they are
/// right everywhere.
/// </summary>
public class PlainConvolutionTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string> Cases => [.. Windows.Keys];

    private static Dictionary<string, (long[] Stride, long[] Padding, long[] OutputPadding, long[] Dilation, long Groups)> Windows { get; } = new()
    {
        ["plain"] = ([1, 1], [0, 0], [0, 0], [1, 1], 1),
        ["strided, padded"] = ([2, 2], [1, 1], [1, 1], [1, 1], 1),
        ["every argument"] = ([2, 3], [1, 0], [1, 2], [2, 1], 2),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void OutputsAndGradients_AreLibtorchs_BothWays(string name)
    {
        var (stride, padding, outputPadding, dilation, groups) = Windows[name];
        AssertSame(
            [5, 4, 8, 9],
            [6, 4 / groups, 3, 2],
            6,
            name,
            (x, w, b) => functional.conv2d(x, w, b, stride, padding, dilation, groups),
            (x, w, b) => PlainConvolution.UnfoldedConv2d(x, w, b, Both(stride), Both(padding), Both(dilation), groups));
        AssertSame(
            [5, 4, 6, 5],
            [4, 6 / groups, 3, 2],
            6,
            name,
            (x, w, b) => functional.conv_transpose2d(x, w, b, stride, padding, outputPadding, dilation, groups),
            (x, w, b) => PlainConvolution.UnfoldedConvTranspose2d(x, w, b, Both(stride), Both(padding), Both(outputPadding), Both(dilation), groups));

        static (long, long) Both(long[] pair) => (pair[0], pair[1]);
    }

    private static void AssertSame(long[] input, long[] kernel, long outputs, string name, Func<Tensor, Tensor, Tensor, Tensor> libtorchs, Func<Tensor, Tensor, Tensor, Tensor> unfolded)
    {
        using var scope = NewDisposeScope();
        Tensor[] given = [.. new[] { input, kernel, [outputs] }.Select(shape => Values.Normal(shape).to(ScalarType.Float64).requires_grad_())];

        var (expected, actual) = (Passed(libtorchs), Passed(unfolded));

        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) Values.AssertClose(expected[i], actual[i], Tolerance, $"{name}: {i}");

        // The output, its gradients, and those of a penalty on the input's gradient.
        List<Tensor> Passed(Func<Tensor, Tensor, Tensor, Tensor> layer)
        {
            var output = layer(given[0], given[1], given[2]);
            var square = output.square().sum();
            var gradients = autograd.grad([square], given, retain_graph: true, create_graph: true);
            return [output, .. gradients, .. autograd.grad([gradients[0].square().sum()], [given[0], given[1]])];
        }
    }
}
