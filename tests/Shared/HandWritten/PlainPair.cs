using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>Two players as a tutorial builds them, in train mode, with PyTorch's own initialisation.</summary>
/// <param name="Generator">(N, Latent) → (N, SampleShape…).</param>
/// <param name="Discriminator">(N, SampleShape…) → (N, 1), a logit.</param>
/// <param name="Latent">How many numbers of noise one sample is made from.</param>
/// <param name="SampleShape">One sample, without the batch.</param>
public sealed record PlainPair(
    nn.Module<Tensor, Tensor> Generator,
    nn.Module<Tensor, Tensor> Discriminator,
    int Latent,
    IReadOnlyList<long> SampleShape) : IDisposable
{
    /// <summary>The shape of a batch of samples: (count, SampleShape…).</summary>
    public long[] BatchShape(int count) => [count, .. SampleShape];

    public void Dispose()
    {
        Generator.Dispose();
        Discriminator.Dispose();
    }
}
