using GanDsl.FakeGames;

namespace GanDsl.Training.Tests.Runs;

/// <summary>Pictures of which one batch cannot be made: it throws, or, where it has a gate, waits for it.</summary>
internal sealed class SourceThatFails(int after, ManualResetEventSlim? gate = null) : IBatchSource<Image28>
{
    private readonly ImageDataset<Image28> inner = FakeRun.Data();

    public int Count => inner.Count;

    public long Seed => inner.Seed;

    /// <summary>Set when it waits.</summary>
    public ManualResetEventSlim Waits { get; } = new();

    public IEnumerable<HostBatch<Image28>> Batches(int batchSize) => Batches(DataPlace.Start(this, batchSize));

    public IEnumerable<HostBatch<Image28>> Batches(DataPlace place)
    {
        var taken = (place.Epoch * place.BatchesAnEpoch) + place.Batch;
        foreach (var batch in inner.Batches(place))
        {
            if (taken++ == after)
            {
                if (gate is null) throw new NotSupportedException("the tape has torn");
                Waits.Set();
                gate.Wait();
            }

            yield return batch;
        }
    }
}
