using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Reals, both players' latents the shares of interpolates and the noise around reals for a number of steps.</summary>
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
    }

    public IReadOnlyList<(Tensor Reals, Tensor Latents, Tensor GeneratorLatents, Tensor Interpolation, Tensor Perturbation)> Steps { get; }

    public void Dispose() => scope.Dispose();
}
