using GanDsl.States;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>A run on 23 points with everything that a game can remember, in whole or from where another ended.</summary>
internal static class SmallRun
{
    private const int BatchSize = 4;
    private const int StepsPerCheckpoint = 3;

    public static IGan NewGame(long seed = 1) => new EverythingGame.Torch(seed, CPU);

    public static ImageDataset<S2> Data(long seed = 7) =>
        new(new IdxImages("points", 23, 1, 2, Enumerable.Range(0, 46).Select(i => (byte)(i * 5)).ToArray()), seed);

    /// <summary>Takes up the folder's newest checkpoint, if there is one, and trains until so many steps are taken.</summary>
    public static void Train(string path, long steps, Action<long>? stepped = null)
    {
        // Another seed each time: what is not taken over would show.
        using var gan = NewGame(seed: Environment.ProcessId);
        var folder = CheckpointFolder.Open(path, keep: 2);
        var place = DataPlace.Start(Data(), BatchSize);
        if (folder.Newest(gan) is { } found)
        {
            found.Load(gan);
            place = found.Data!;
        }
        else
        {
            using var start = NewGame();
            gan.Load(start.State());
        }

        Play(gan, place, steps, now =>
        {
            stepped?.Invoke(gan.Steps);
            if (gan.Steps % StepsPerCheckpoint == 0) folder.Save(gan, now);
        });
    }

    /// <summary>The same run without an end on the way.</summary>
    public static DataPlace Play(IGan gan, DataPlace? from, long steps, Action<DataPlace>? afterStep = null)
    {
        var data = Data();
        var place = from ?? DataPlace.Start(data, BatchSize);
        while (gan.Steps < steps)
        {
            foreach (var batch in data.Batches(place))
            {
                if (gan.Steps == steps) break;
                gan.Step(batch.Values.Span);
                place = place.Next;
                afterStep?.Invoke(place);
            }
        }

        return place;
    }
}
