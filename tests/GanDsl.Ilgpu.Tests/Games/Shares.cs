namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>The same noise of regularisers, numbers of U[0, 1), step by step, for both backends; the test's process ends with them.</summary>
internal sealed class Shares<TShare>(ComputeDevice device, int count)
    where TShare : struct, IShape
{
    private readonly Random forTorch = new(4);
    private readonly Random forOwn = new(4);

    public Torch.Batch<TShare> NextTorch() => Torch.Batch<TShare>.From(new HostBatch<TShare>(Numbers(forTorch)));

    public Batch<TShare> NextOwn() => Batch<TShare>.From(new HostBatch<TShare>(Numbers(forOwn)), device);

    private float[] Numbers(Random random) => [.. Enumerable.Range(0, count * TShare.Elements).Select(_ => random.NextSingle())];
}
