using GanDsl.HandWritten;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Works;

/// <summary>A few batches that both sides see: what they show does not matter to the clock, only their shape.</summary>
public sealed class WorkData : IDisposable
{
    private readonly Tensor[] reals;
    private readonly Tensor[] latents;
    private readonly Tensor[] shares;

    public WorkData(PlainPair players, int batch, int batches = 8)
    {
        reals = Draw(batches, () => torch.randn(players.BatchShape(batch)).tanh_());
        latents = Draw(batches, () => torch.randn(batch, players.Latent));
        shares = Draw(batches, () => torch.rand(batch, 1));
    }

    public Tensor Reals(int step) => reals[step % reals.Length];

    public Tensor Latents(int step) => latents[step % latents.Length];

    /// <summary>The reals' shares where a gradient penalty looks.</summary>
    public Tensor Shares(int step) => shares[step % shares.Length];

    public void Dispose()
    {
        foreach (var tensor in reals.Concat(latents).Concat(shares)) tensor.Dispose();
    }

    private static Tensor[] Draw(int count, Func<Tensor> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
