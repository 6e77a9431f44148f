using GanDsl.HandWritten;
using GanDsl.Parity;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What a number of steps are given.</summary>
internal sealed class StepData : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public StepData(int steps, int count, int latent, IReadOnlyList<long> sample)
    {
        using var source = new DrawSource(count, [latent], sample);
        Steps = [.. Enumerable.Range(0, steps).Select(_ => source.Next())];
    }

    public IReadOnlyList<StepDraws> Steps { get; }

    public void Dispose() => scope.Dispose();
}
