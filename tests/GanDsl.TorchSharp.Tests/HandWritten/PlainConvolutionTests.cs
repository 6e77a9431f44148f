using GanDsl.HandWritten;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.HandWritten;

/// <summary>Hand-written convolutions by unfold and a matrix product are libtorch's in float64: forward, gradients, and gradients of gradients.</summary>
public class PlainConvolutionTests
{
    private const double Exact = 1e-12;

    [Theory]
    [InlineData(5, 7, 1, 3, 3, 1, 1, 1)]
    [InlineData(16, 1, 1, 3, 3, 1, 1, 1)]
    [InlineData(4, 6, 2, 4, 4, 2, 1, 1)]
    [InlineData(6, 6, 6, 3, 3, 1, 1, 1)]
    [InlineData(3, 8, 1, 1, 1, 1, 0, 1)]
    [InlineData(3, 8, 1, 3, 5, 2, 2, 2)]
    public void AConvolution(int inputs, int outputs, int groups, int height, int width, int stride, int padding, int dilation) => AssertSame(
        [2, inputs, 11, 12],
        [outputs, inputs / groups, height, width],
        outputs,
        (x, weight, bias) => functional.conv2d(x, weight, bias, [stride, stride], [padding, padding], [dilation, dilation], groups),
        (x, weight, bias) => PlainConvolution.UnfoldedConv2d(x, weight, bias, (stride, stride), (padding, padding), (dilation, dilation), groups));

    [Theory]
    [InlineData(5, 7, 1, 3, 3, 1, 1, 0, 1)]
    [InlineData(16, 1, 1, 4, 4, 2, 1, 0, 1)]
    [InlineData(4, 6, 2, 4, 4, 2, 1, 0, 1)]
    [InlineData(6, 6, 6, 3, 3, 2, 1, 1, 1)]
    [InlineData(3, 8, 1, 3, 5, 2, 2, 1, 2)]
    public void ATransposedConvolution(int inputs, int outputs, int groups, int height, int width, int stride, int border, int more, int far) => AssertSame(
        [2, inputs, 6, 7],
        [inputs, outputs / groups, height, width],
        outputs,
        (x, weight, bias) => functional.conv_transpose2d(x, weight, bias, [stride, stride], [border, border], [more, more], [far, far], groups),
        (x, weight, bias) => PlainConvolution.UnfoldedConvTranspose2d(x, weight, bias, (stride, stride), (border, border), (more, more), (far, far), groups));

    [Theory]
    [InlineData(2, 5, 7)]
    [InlineData(17, 20, 24)]
    [InlineData(3, 33, 100)]
    public void AFilledConvolution(int samples, int inputs, int outputs) => AssertSame(
        [samples, inputs, 8, 9],
        [outputs, inputs, 3, 2],
        outputs,
        (x, weight, bias) => functional.conv2d(x, weight, bias, [2, 1], [1, 0], [1, 2]),
        (x, weight, bias) => PlainConvolution.FilledConv2d(x, weight, bias, (2, 1), (1, 0), (1, 2)));

    [Theory]
    [InlineData(2, 5, 7)]
    [InlineData(17, 20, 24)]
    [InlineData(3, 33, 100)]
    public void AFilledTransposedConvolution(int samples, int inputs, int outputs) => AssertSame(
        [samples, inputs, 6, 5],
        [inputs, outputs, 3, 2],
        outputs,
        (x, weight, bias) => functional.conv_transpose2d(x, weight, bias, [2, 3], [1, 0], [1, 2], [2, 1]),
        (x, weight, bias) => PlainConvolution.FilledConvTranspose2d(x, weight, bias, (2, 3), (1, 0), (1, 2), (2, 1)));

    [Fact]
    public void PairsAreHeightAndWidth()
    {
        AssertSame(
            [5, 4, 8, 9],
            [6, 2, 3, 2],
            6,
            (x, weight, bias) => functional.conv2d(x, weight, bias, [2, 3], [1, 0], [2, 1], 2),
            (x, weight, bias) => PlainConvolution.UnfoldedConv2d(x, weight, bias, (2, 3), (1, 0), (2, 1), 2));
        AssertSame(
            [5, 4, 6, 5],
            [4, 3, 3, 2],
            6,
            (x, weight, bias) => functional.conv_transpose2d(x, weight, bias, [2, 3], [1, 0], [1, 2], [2, 1], 2),
            (x, weight, bias) => PlainConvolution.UnfoldedConvTranspose2d(x, weight, bias, (2, 3), (1, 0), (1, 2), (2, 1), 2));
    }

    [Fact]
    public void Float32Unfolds_WhereTheProcessorsOwnAreWrong_OrTheVariableSaysSo()
    {
        using var x = Values.Normal(2, 5, 6, 6);
        using var wide = x.to(ScalarType.Float64);
        Assert.Equal(ConvolutionSelfTest.Fails(x), PlainConvolution.Unfolds(x));
        Unfolding(() =>
        {
            Assert.True(PlainConvolution.Unfolds(x));
            Assert.False(PlainConvolution.Unfolds(wide));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ALayer_HasTheNamesAndNumbersOfTorchsOwn_AndConvolvesEitherWayTheSame(bool transposed)
    {
        torch.manual_seed(5);
        using var expected = transposed ? (Module<Tensor, Tensor>)ConvTranspose2d(5, 6, 4L, 2L, 1L) : Conv2d(5, 6, 4L, 2L, 1L);
        torch.manual_seed(5);
        using var layer = transposed ? PlainConvolutionLayer.ConvTranspose2d(5, 6, 4, 2, 1) : PlainConvolutionLayer.Conv2d(5, 6, 4, 2, 1);
        Assert.Equal(expected.state_dict().Keys.Order(), layer.state_dict().Keys.Order());
        foreach (var (name, value) in expected.state_dict()) Assert.True(value.equal(layer.state_dict()[name]).all().ToBoolean(), name);

        using var x = Values.Normal(2, 5, 6, 6);
        using var guarded = layer.forward(x);
        using var unfolded = Unfolding(() => layer.forward(x));
        layer.to(ScalarType.Float64);
        using var truth = layer.forward(x.to(ScalarType.Float64));
        Values.AssertClose(truth, guarded, 1e-5, "as it is");
        Values.AssertClose(truth, unfolded, 1e-5, "unfolded");
        Assert.Single(PlainConvolutionLayer.Conv2d(5, 6, 3, bias: false).parameters());
    }

    private static void AssertSame(
        long[] sizes, long[] weightSizes, int outputs, Func<Tensor, Tensor, Tensor, Tensor> libtorchs, Func<Tensor, Tensor, Tensor, Tensor> unfolded)
    {
        using var scope = NewDisposeScope();
        var values = new[] { Values.Normal(sizes), Values.Normal(weightSizes), Values.Normal(outputs) };
        var (expected, actual) = (Everything(values, libtorchs), Everything(values, unfolded));
        string[] names = ["output", "gradient at x", "gradient at the weight", "gradient at the bias", "second gradient at x", "second gradient at the weight"];
        Assert.Equal((names.Length, names.Length), (expected.Length, actual.Length));
        foreach (var (index, name) in names.Index()) Values.AssertClose(expected[index], actual[index], Exact, name);
    }

    // The second ones as a gradient penalty has them: of the square of the gradient at x.
    private static Tensor[] Everything(Tensor[] values, Func<Tensor, Tensor, Tensor, Tensor> convolve)
    {
        var leaves = values.Select(value => value.to(ScalarType.Float64).requires_grad_()).ToArray();
        var output = convolve(leaves[0], leaves[1], leaves[2]);
        var first = autograd.grad([output.square().sum()], leaves, retain_graph: true, create_graph: true);
        var second = autograd.grad([first[0].square().sum()], leaves[..2]);
        return [output.detach(), .. first.Select(gradient => gradient.detach()), .. second];
    }

    private static void Unfolding(Action action) => Unfolding(() =>
    {
        action();
        return 0;
    });

    private static T Unfolding<T>(Func<T> read)
    {
        var before = Environment.GetEnvironmentVariable(PlainConvolution.Variable);
        Environment.SetEnvironmentVariable(PlainConvolution.Variable, "unfold");
        try
        {
            return read();
        }
        finally
        {
            Environment.SetEnvironmentVariable(PlainConvolution.Variable, before);
        }
    }
}
