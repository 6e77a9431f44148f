using GanDsl.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>
/// Convolutions that take or give few channels, as matrix products, against libtorch's own in float64: what they give, their gradients, and the gradients of
/// these.
/// </summary>
[Trait("Category", "Parity")]
public class PictureConvolutionTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<int, int, long[], long[], long[], long[], bool> Taking => new()
    {
        { 1, 64, [4, 4], [2, 2], [1, 1], [1, 1], true },
        { 1, 5, [3, 3], [1, 1], [1, 1], [1, 1], false },
        { 2, 7, [5, 2], [3, 1], [0, 2], [1, 1], true },
        { 3, 16, [3, 3], [1, 1], [1, 1], [1, 1], true },
        { 3, 4, [3, 3], [2, 1], [2, 1], [2, 3], true },
        { 1, 3, [7, 7], [1, 2], [3, 3], [1, 1], true },
    };

    public static TheoryData<int, int, long[], long[], long[], bool> Giving => new()
    {
        { 64, 1, [3, 3], [1, 1], [1, 1], true },
        { 5, 3, [4, 4], [1, 1], [1, 1], true },
        { 7, 2, [5, 2], [4, 1], [1, 1], true },
        { 6, 3, [3, 3], [0, 3], [1, 2], false },
        { 9, 1, [1, 1], [0, 0], [1, 1], true },
    };

    public static TheoryData<int, int, long[], long[], long[], long[], long[], bool> Transposed => new()
    {
        { 64, 1, [4, 4], [2, 2], [1, 1], [0, 0], [1, 1], true },
        { 64, 3, [3, 3], [1, 1], [1, 1], [0, 0], [1, 1], true },
        { 5, 3, [3, 3], [2, 2], [1, 1], [1, 1], [1, 1], false },
        { 6, 2, [5, 2], [3, 2], [2, 0], [2, 1], [1, 1], true },
        { 7, 1, [3, 3], [2, 3], [0, 1], [1, 2], [2, 1], true },
    };

    [Theory]
    [MemberData(nameof(Taking))]
    public void AConvolutionThatTakesFew_IsLibtorchs(int inputs, int outputs, long[] kernel, long[] stride, long[] padding, long[] dilation, bool bias)
    {
        var window = new Window(stride, padding, dilation, groups: 1);
        using var x = zeros(2, inputs, 9, 11).requires_grad_();
        using var weight = zeros([outputs, inputs, .. kernel]);
        Assert.True(PictureConvolution.TakesFew(x, weight, window, padding));
        AssertAgrees(
            [outputs, inputs, .. kernel],
            inputs,
            outputs,
            bias,
            (x, weight, bias) => PictureConvolution.FromFew(x, weight, bias, window, padding),
            (x, weight, bias) => functional.conv2d(x, weight, bias, stride, padding, dilation));
    }

    [Theory]
    [MemberData(nameof(Giving))]
    public void AConvolutionThatGivesFew_IsLibtorchs(int inputs, int outputs, long[] kernel, long[] padding, long[] dilation, bool bias)
    {
        var window = new Window([1, 1], padding, dilation, groups: 1);
        using var x = zeros(2, inputs, 9, 11);
        using var weight = zeros([outputs, inputs, .. kernel]);
        Assert.True(PictureConvolution.GivesFew(x, weight, window, padding));
        AssertAgrees(
            [outputs, inputs, .. kernel],
            inputs,
            outputs,
            bias,
            (x, weight, bias) => PictureConvolution.ToFew(x, weight, bias, window, padding),
            (x, weight, bias) => functional.conv2d(x, weight, bias, [1, 1], padding, dilation));
    }

    [Theory]
    [MemberData(nameof(Transposed))]
    public void ATransposedConvolutionThatGivesFew_IsLibtorchs(
        int inputs, int outputs, long[] kernel, long[] stride, long[] padding, long[] outputPadding, long[] dilation, bool bias)
    {
        var window = new Window(stride, padding, dilation, groups: 1, outputPadding);
        using var x = zeros(2, inputs, 9, 11);
        using var weight = zeros([inputs, outputs, .. kernel]);
        Assert.True(PictureConvolution.TransposeGivesFew(x, weight, window));
        AssertAgrees(
            [inputs, outputs, .. kernel],
            inputs,
            outputs,
            bias,
            (x, weight, bias) => PictureConvolution.TransposeToFew(x, weight, bias, window),
            (x, weight, bias) => functional.conv_transpose2d(x, weight, bias, stride, padding, outputPadding, dilation));
    }

    [Fact]
    public void WhatGainsNothing_IsLeftToLibtorch()
    {
        var window = new Window([1, 1], [1, 1], [1, 1], groups: 1);
        using var x = zeros(2, 3, 9, 9);
        using var withGradient = zeros(2, 3, 9, 9).requires_grad_();
        using var fourChannels = zeros(2, 4, 9, 9).requires_grad_();
        using var small = zeros(8, 3, 3, 3);
        using var large = zeros(8, 3, 7, 7);
        using var four = zeros(8, 4, 3, 3);

        Assert.True(PictureConvolution.TakesFew(withGradient, small, window, [1, 1]));
        Assert.False(PictureConvolution.TakesFew(x, small, window, [1, 1]));
        Assert.False(PictureConvolution.TakesFew(withGradient, large, window, [1, 1]));
        Assert.False(PictureConvolution.TakesFew(fourChannels, four, window, [1, 1]));
        Assert.False(PictureConvolution.GivesFew(fourChannels, four, window, [1, 1]));
    }

    [Fact]
    public void WhatIsNoTransposeOfAConvolution_IsLeftToLibtorch()
    {
        using var x = zeros(2, 4, 9, 9);
        using var weight = zeros(3, 4, 2, 2);
        using var transposed = zeros(4, 3, 2, 2);

        // A border wider than the window, a convolution that leaves places out, and rows that no window reaches.
        Assert.False(PictureConvolution.GivesFew(x, weight, new Window([1, 1], [2, 0], [1, 1], 1), [2, 0]));
        Assert.False(PictureConvolution.GivesFew(x, weight, new Window([2, 1], [0, 0], [1, 1], 1), [0, 0]));
        Assert.False(PictureConvolution.TransposeGivesFew(x, transposed, new Window([1, 1], [0, 0], [2, 2], 1, [1, 0])));
    }

    [Fact]
    public void Columns_TakeNoMoreMemoryThan128Megabytes()
    {
        var window = new Window([1, 1], [1, 1], [1, 1], groups: 1);
        using var fits = empty(1, 2, 1024, 1024).expand(1, 2, 1024, 1024);
        using var many = empty(1, 2, 1, 1).expand(64, 2, 1024, 1024);
        using var weight = empty(3, 2, 3, 3);

        Assert.True(PictureConvolution.GivesFew(fits, weight, window, [1, 1]));
        Assert.False(PictureConvolution.GivesFew(many, weight, window, [1, 1]));
    }

    private static void AssertAgrees(
        long[] kernel, int inputs, int outputs, bool withBias, Func<Tensor, Tensor, Tensor?, Tensor> ours, Func<Tensor, Tensor, Tensor?, Tensor> libtorchs)
    {
        using var scope = NewDisposeScope();
        Tensor[] values = [Values.Normal(2, inputs, 9, 11), Values.Normal(kernel), .. withBias ? new[] { Values.Normal(outputs) } : []];
        var seed = Values.Normal(libtorchs(values[0], values[1], null).shape).abs();
        var (actual, actualSecond) = Derivatives([.. values.Select(value => value.clone())], seed, ours);
        var (expected, expectedSecond) = Derivatives([.. values.Select(value => value.to(ScalarType.Float64))], seed, libtorchs);

        foreach (var (i, (one, other)) in expected.PairedWith(actual).Index()) Values.AssertClose(one, other, Tolerance, i == 0 ? "output" : $"gradient {i}");
        foreach (var (i, (one, other)) in expectedSecond.PairedWith(actualSecond).Index())
            Values.AssertClose(one, other, Tolerance, $"second derivative {i + 1}");
    }

    /// <summary>
    /// What a layer gives and its gradients; and the gradients, to input and kernel, of the squared norm of the gradient to its input, as a penalty takes them.
    /// </summary>
    private static (Tensor[] First, Tensor[] Second) Derivatives(Tensor[] values, Tensor seed, Func<Tensor, Tensor, Tensor?, Tensor> layer)
    {
        foreach (var value in values) value.requires_grad_();
        var output = layer(values[0], values[1], values.Length > 2 ? values[2] : null);
        var gradients = autograd.grad([output], values, [seed.to(output.dtype)], retain_graph: true, create_graph: true);

        // Not linear in the output, so that the second derivative to the input is more than 0.
        var again = layer(values[0], values[1], values.Length > 2 ? values[2] : null);
        var toInput = autograd.grad([again.pow(3).sum()], [values[0]], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([toInput.square().sum()], [values[0], values[1]]);
        return ([output.detach(), .. gradients.Select(gradient => gradient.detach())], [.. second]);
    }
}
