using GanDsl.HandWritten;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Parity;

/// <summary>
/// What step after step is given, from seeds: reals within (−1, 1), both players' latents, the shares of interpolates, the noise around reals and the draws of
/// augmentations.
/// </summary>
/// <param name="count">N, the samples of a batch.</param>
/// <param name="latent">What a sample is made from, without the batch.</param>
/// <param name="sample">One sample, without the batch.</param>
/// <param name="seed">The first of four seeds.</param>
public sealed class DrawSource(int count, IReadOnlyList<long> latent, IReadOnlyList<long> sample, long seed = 11) : IDisposable
{
    private readonly torch.Generator random = new((ulong)seed);
    private readonly torch.Generator uniform = new((ulong)seed + 1);
    private readonly torch.Generator noise = new((ulong)seed + 2);
    private readonly torch.Generator draws = new((ulong)seed + 3);

    public StepDraws Next() => new(
        Reals: randn([count, .. sample], generator: random).tanh_(),
        Latents: randn([count, .. latent], generator: random),
        GeneratorLatents: randn([count, .. latent], generator: random),
        Interpolation: rand([count, 1], generator: uniform),
        Perturbation: rand([count, .. sample], generator: noise))
    {
        Augmentations = [.. Enumerable.Range(0, 3).Select(_ => rand([count, AugmentationDraws.Elements], generator: draws))],
    };

    public void Dispose()
    {
        random.Dispose();
        uniform.Dispose();
        noise.Dispose();
        draws.Dispose();
    }
}
