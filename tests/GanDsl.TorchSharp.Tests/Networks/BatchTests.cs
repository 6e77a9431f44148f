using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Networks;

public class BatchTests
{
    [Theory]
    [InlineData(new long[] { 4, 1, 28, 27 }, "(4, 1, 28, 27)")]
    [InlineData(new long[] { 4, 784 }, "(4, 784)")]
    [InlineData(new long[] { 1, 28, 28 }, "(1, 28, 28)")]
    [InlineData(new long[] { 2, 4, 1, 28, 28 }, "(2, 4, 1, 28, 28)")]
    [InlineData(new long[] { 0, 1, 28, 28 }, "(0, 1, 28, 28)")]
    public void ATensorOfAnotherShape_IsRefused(long[] shape, string text)
    {
        using var tensor = zeros(shape);

        var error = Assert.Throws<ArgumentException>(() => new Batch<S1x28x28>(tensor));

        Assert.StartsWith(
            $"A tensor of shape {text} is not a batch of S1x28x28; expected (N, 1, 28, 28), N at least 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostSamples_ComeBackAsTheyWere()
    {
        float[] values = [.. Enumerable.Range(0, 3 * 784).Select(i => MathF.Sin(i))];

        using var batch = Batch<S1x28x28>.From(new HostBatch<S1x28x28>(values));

        Assert.Equal(3, batch.Count);
        Assert.Equal([3, 1, 28, 28], batch.Tensor.shape);
        Assert.Equal(values, batch.ToArray());
    }

    [Fact]
    public void ATransposedTensor_ComesBackRowByRow()
    {
        using var rows = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
        using var batch = new Batch<S2>(rows.t());

        Assert.Equal([1, 4, 2, 5, 3, 6], batch.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void HostSamples_OfARaggedLength_AreRefused(int length)
    {
        var error = Assert.Throws<ArgumentException>(() => new HostBatch<S2>(new float[length]));

        Assert.StartsWith(
            $"{length} numbers are not a whole number of samples of shape (2), 2 numbers each; pass N × 2, N at least 1.",
            error.Message,
            StringComparison.Ordinal);
    }
}
