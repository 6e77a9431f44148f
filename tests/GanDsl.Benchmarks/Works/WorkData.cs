using GanDsl.HandWritten;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Works;

/// <summary>A few batches that both sides see: what they show does not matter to the clock, only their shape.</summary>
public sealed class WorkData : IDisposable
{
    private readonly Tensor[] reals;
    private readonly Tensor[] latents;

    public WorkData(PlainPair players, int batch, int batches = 8)
    {
        reals = Draw(batches, () => torch.randn(players.BatchShape(batch)).tanh_());
        latents = Draw(batches, () => torch.randn(batch, players.Latent));
    }

    public Tensor Reals(int step) => reals[step % reals.Length];

    public Tensor Latents(int step) => latents[step % latents.Length];

    public void Dispose()
    {
        foreach (var tensor in reals.Concat(latents)) tensor.Dispose();
    }

    private static Tensor[] Draw(int count, Func<Tensor> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
