using GanDsl.HandWritten;
using TorchSharp;

using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Works;

/// <summary>A few batches that both sides see: what they show does not matter to the clock, only their shape.</summary>
public sealed class WorkData : IDisposable
{
    private readonly Tensor[] _reals;
    private readonly Tensor[] _latents;

    public WorkData(PlainPair players, int batch, int batches = 8)
    {
        _reals = Draw(batches, () => torch.randn(players.BatchShape(batch)).tanh_());
        _latents = Draw(batches, () => torch.randn(batch, players.Latent));
    }

    public Tensor Reals(int step) => _reals[step % _reals.Length];

    public Tensor Latents(int step) => _latents[step % _latents.Length];

    public void Dispose()
    {
        foreach (var tensor in _reals.Concat(_latents)) tensor.Dispose();
    }

    private static Tensor[] Draw(int count, Func<Tensor> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
