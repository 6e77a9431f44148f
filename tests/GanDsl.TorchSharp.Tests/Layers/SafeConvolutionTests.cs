using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

/// <summary>The guard against libtorch's wrong float32 convolutions, on machines that need it and on those that do not.</summary>
[Trait("Category", "Parity")]
public class SafeConvolutionTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData(false, 3, 1)]
    [InlineData(false, 4, 2)]
    [InlineData(true, 3, 1)]
    [InlineData(true, 4, 2)]
    public void TheSelfTestsOracle_IsLibtorchsConvolutionInFloat64(bool transposed, int kernel, int stride)
    {
        using var x = Values.Normal(2, 5, 8, 8).to(ScalarType.Float64);
        using var weight = (transposed ? Values.Normal(5, 7, kernel, kernel) : Values.Normal(7, 5, kernel, kernel)).to(ScalarType.Float64);
        using var oracle = ConvolutionSelfTest.MultiplyOut(x, weight, transposed, stride);
        using var expected = transposed
            ? functional.conv_transpose2d(x, weight, null, [stride, stride], [1, 1])
            : functional.conv2d(x, weight, null, [stride, stride], [1, 1]);

        Values.AssertClose(expected, oracle, 1e-12, "oracle");
    }

    [Theory]
    [InlineData(1, 8, 1, 3, 1)]
    [InlineData(17, 1, 1, 3, 1)]
    [InlineData(30, 20, 1, 5, 2)]
    [InlineData(48, 32, 1, 4, 2)]
    [InlineData(40, 100, 1, 4, 2)]
    [InlineData(6, 9, 3, 3, 1)]
    [InlineData(96, 96, 2, 4, 2)]
    [InlineData(34, 80, 2, 4, 2)]
    [InlineData(12, 12, 12, 3, 1)]
    [InlineData(30, 20, 1, 1, 1)]
    [InlineData(64, 128, 1, 4, 2)]
    public void Guarded_ConvolutionsAreThoseOfFloat64(int inputs, int outputs, int groups, int kernel, int stride)
    {
        AssertAgrees(transposed: false, guarded: true, inputs, outputs, groups, kernel, stride);
        AssertAgrees(transposed: true, guarded: true, inputs, outputs, groups, kernel, stride);
    }

    [Theory]
    [InlineData(false, 1, 64)]
    [InlineData(false, 3, 64)]
    [InlineData(false, 64, 128)]
    [InlineData(true, 128, 64)]
    [InlineData(true, 64, 1)]
    [InlineData(true, 64, 3)]
    public void TheChannelsOfADcgan_AreConvolvedDirectly_AndThatIsRight(bool transposed, int inputs, int outputs)
    {
        var (first, second) = transposed ? (inputs, outputs) : (outputs, inputs);
        Assert.Equal((0, 0), SafeConvolution.Missing(1, first, second));
        AssertAgrees(transposed, guarded: false, inputs, outputs, groups: 1, kernel: 4, stride: 2);
    }

    /// <summary>Neither a false alarm, which would cost padding, nor a wrong convolution that is missed.</summary>
    [Fact]
    public void TheSelfTestFails_ExactlyWhereOddChannelsAreWrongWithoutTheGuard()
    {
        var right = new[] { false, true }.All(transposed => Record.Exception(
            () => AssertAgrees(transposed, guarded: false, inputs: 30, outputs: 20, groups: 1, kernel: 3, stride: 1)) is null);

        Assert.Equal(right, ConvolutionSelfTest.Passes);
    }

    [Theory]
    [InlineData(1, 16, 16, 0, 0)]
    [InlineData(1, 1, 64, 15, 0)]
    [InlineData(1, 64, 1, 0, 0)]
    [InlineData(1, 64, 4, 0, 12)]
    [InlineData(1, 24, 100, 8, 28)]
    [InlineData(1, 48, 192, 16, 0)]
    [InlineData(3, 3, 2, 0, 0)]
    [InlineData(2, 48, 48, 16, 16)]
    [InlineData(2, 17, 40, 15, 24)]
    public void ChannelsAreFilledUpTo16Or32OrAMultipleOf64(int groups, int first, int second, int missingFirst, int missingSecond) =>
        Assert.Equal((missingFirst, missingSecond), SafeConvolution.Missing(groups, first, second));

    [Fact]
    public void GuardedConvolutions_LeaveNoTensorButTheirOutput_WhichIsContiguous()
    {
        using var x = Values.Normal(2, 30, 8, 8);
        using var weight = Values.Normal(20, 30, 3, 3);
        using var bias = Values.Normal(20);
        var window = Window(kernel: 3, stride: 1, groups: 1);
        foreach (var b in new[] { bias, null })
        {
            var before = LiveTensors();
            using var output = SafeConvolution.Conv2d(x, weight, b, window, window.Padding, guarded: true);
            Assert.Equal(before + 1, Tensor.TotalCount);
            Assert.True(output.is_contiguous());
        }
    }

    [Fact]
    public void TheSelfTest_LeavesNoTensorAndTheGlobalRandomNumbersAlone()
    {
        torch.manual_seed(1);
        using var expected = torch.rand(5);
        torch.manual_seed(1);

        var before = LiveTensors();
        ConvolutionSelfTest.Run();
        Assert.Equal(before, Tensor.TotalCount);

        using var actual = torch.rand(5);
        Assert.True(expected.equal(actual).all().ToBoolean());
    }

    [Fact]
    public void TheSelfTest_DoesNotDependOnWhatItsCallerRecords()
    {
        var expected = ConvolutionSelfTest.Run();
        using (no_grad()) Assert.Equal(expected, ConvolutionSelfTest.Run());
        using (inference_mode()) Assert.Equal(expected, ConvolutionSelfTest.Run());
    }

    [Fact]
    public void OnlyFloat32_IsGuarded()
    {
        using var x = zeros(1, ScalarType.Float64);
        Assert.False(ConvolutionSelfTest.Fails(x));
    }

    private static long LiveTensors()
    {
        // Tensors that a test left to the collector would otherwise leave the count while another test counts.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    private static void AssertAgrees(bool transposed, bool guarded, int inputs, int outputs, int groups, int kernel, int stride)
    {
        using var scope = NewDisposeScope();
        var window = Window(kernel, stride, groups);
        var values = new[]
        {
            Values.Normal(2, inputs, 8, 8),
            transposed ? Values.Normal(inputs, outputs / groups, kernel, kernel) : Values.Normal(outputs, inputs / groups, kernel, kernel),
            Values.Normal(outputs),
        };
        var single = values.Select(value => value.clone().requires_grad_()).ToArray();
        var exact = values.Select(value => value.to(ScalarType.Float64).requires_grad_()).ToArray();

        using var output = transposed
            ? SafeConvolution.ConvTranspose2d(single[0], single[1], single[2], window, guarded)
            : SafeConvolution.Conv2d(single[0], single[1], single[2], window, window.Padding, guarded);
        using var expected = transposed
            ? functional.conv_transpose2d(exact[0], exact[1], exact[2], window.Stride, window.Padding, window.OutputPadding, window.Dilation, groups)
            : functional.conv2d(exact[0], exact[1], exact[2], window.Stride, window.Padding, window.Dilation, groups);
        // Positive, because the bias's gradient is their sum: a sum that happens to cancel is all rounding.
        using var seed = Values.Normal(output.shape).abs();
        output.backward([seed]);
        expected.backward([seed.to(ScalarType.Float64)]);

        var what = $"{(transposed ? "transposed" : "convolution")} {inputs} → {outputs}";
        Values.AssertClose(expected, output, Tolerance, $"{what}: output");
        foreach (var (index, name) in new[] { "input", "weight", "bias" }.Index())
        {
            Values.AssertClose(exact[index].grad!, single[index].grad!, Tolerance, $"{what}: gradient of the {name}");
        }
    }

    private static Window Window(long kernel, long stride, long groups) => new([stride, stride], [kernel / 3, kernel / 3], [1, 1], groups);
}
