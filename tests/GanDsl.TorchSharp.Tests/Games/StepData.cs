using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Reals, both players' latents, the shares of interpolates, the noise around reals and the draws of augmentations for a number of steps.</summary>
internal sealed class StepData : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public StepData(int steps, int count, int latent, IReadOnlyList<long> sample, long seed = 11)
    {
        using var random = new torch.Generator((ulong)seed);
        using var uniform = new torch.Generator((ulong)seed + 1);
        using var noise = new torch.Generator((ulong)seed + 2);
        Steps = [.. Enumerable.Range(0, steps).Select(_ => (
            Reals: randn([count, .. sample], generator: random).tanh_(),
            Latents: randn([count, latent], generator: random),
            GeneratorLatents: randn([count, latent], generator: random),
            Interpolation: rand([count, 1], generator: uniform),
            Perturbation: rand([count, .. sample], generator: noise)))];

        using var draws = new torch.Generator((ulong)seed + 3);
        Augmentations = [.. Enumerable.Range(0, steps).Select(_ => (IReadOnlyList<Tensor>)[.. Enumerable.Range(0, 3).Select(_ => rand([count, AugmentationDraws.Elements], generator: draws))])];
    }

    /// <summary>What changes the reals, D's fakes and G's fakes, step by step.</summary>
    public IReadOnlyList<IReadOnlyList<Tensor>> Augmentations { get; }

    public IReadOnlyList<(Tensor Reals, Tensor Latents, Tensor GeneratorLatents, Tensor Interpolation, Tensor Perturbation)> Steps { get; }

    public void Dispose() => scope.Dispose();
}
