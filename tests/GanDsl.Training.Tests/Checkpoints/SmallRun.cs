using GanDsl.States;
using static TorchSharp.torch;

namespace GanDsl.Training.Tests.Checkpoints;

/// <summary>A run on 23 points with everything that a game can remember, in whole or from where another ended.</summary>
internal static class SmallRun
{
    private const int BatchSize = 4;
    private const int StepsPerCheckpoint = 3;
    private const int Latents = 4;

    public static IGan NewGame(long seed = 1) => new EverythingGame.Torch(seed, CPU);

    public static ImageDataset<S2> Data(long seed = 7) =>
        new(new IdxImages("points", 23, 1, 2, Enumerable.Range(0, 46).Select(i => (byte)(i * 5)).ToArray()), seed);

    /// <summary>A run without an end: a new one, over what is in the folder, or the folder's.</summary>
    public static void Train(string path, bool isNew, Action<long> stepped)
    {
        // Another seed each time: what is not taken over would show.
        using var gan = NewGame(seed: Environment.ProcessId);
        if (isNew)
        {
            using var start = NewGame();
            gan.Load(start.State());
        }

        var run = new TrainingRun<S2>(gan, Data(), new RunOptions(path, BatchSize)
        {
            Epochs = int.MaxValue,
            StepsPerCheckpoint = StepsPerCheckpoint,
            StepsPerReport = 1,
            KeepCheckpoints = 2,
            PictureSamples = Latents,
            OnReport = status => stepped(status.Report.Step),
        });
        if (isNew) run.Train();
        else run.Resume();
    }

    /// <summary>The game at the beginning of such a run, which has drawn the latents of its pictures.</summary>
    public static IGan AtTheStart()
    {
        var gan = NewGame();
        gan.Noise(Latents);
        return gan;
    }

    /// <summary>The same run without an end on the way.</summary>
    public static DataPlace Play(IGan gan, DataPlace? from, long steps)
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
            }
        }

        return place;
    }
}
