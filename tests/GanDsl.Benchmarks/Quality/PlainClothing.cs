using System.Runtime;
using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Benchmarks.Quality;

/// <summary>The game of samples/FashionMnist, written by hand in TorchSharp.</summary>
public sealed class PlainClothing : IClothingGame
{
    /// <summary>They allocate about half of what may be allocated without a collection.</summary>
    private const int StepsWithoutCollection = 200;

    private const long BytesWithoutCollection = 200_000_000;

    private readonly PlainGan gan;
    private readonly int latent;
    private int steps;

    public PlainClothing(long seed)
    {
        random.manual_seed(seed);
        var players = PlainDcgan28x28.Create();
        players.Generator.apply(Initialize);
        players.Discriminator.apply(Initialize);
        latent = players.Latent;
        gan = new PlainGan(players, new PlainGame(FreshNoise: true));
    }

    public string Name => "hand-written TorchSharp";

    public void Step(ReadOnlySpan<float> reals)
    {
        if (steps++ % StepsWithoutCollection == 0) HoldTheCollector();
        using var scope = NewDisposeScope();
        var batch = tensor(reals.ToArray()).reshape(-1, 1, 28, 28);
        gan.Step(batch, randn(batch.shape[0], latent), randn(batch.shape[0], latent));
    }

    public float[] Draw(int count)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        gan.Pair.Generator.eval();
        var pictures = gan.Pair.Generator.forward(randn(count, latent)).data<float>().ToArray();
        gan.Pair.Generator.train();
        return pictures;
    }

    public void Dispose()
    {
        LetTheCollectorGo();
        gan.Dispose();
    }

    // TorchSharp's BatchNorm counts its batches with a Scalar that nothing holds while libtorch reads it: a collection in that moment ends the process with
    // "Unknown scalar type".
    private static void HoldTheCollector()
    {
        LetTheCollectorGo();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.TryStartNoGCRegion(BytesWithoutCollection);
    }

    private static void LetTheCollectorGo()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
    }

    // weights_init of PyTorch's DCGAN tutorial, for all layers that have weights.
    private static void Initialize(nn.Module module)
    {
        var isNormalization = module is TorchSharp.Modules.BatchNorm1d or TorchSharp.Modules.BatchNorm2d;
        foreach (var (name, parameter) in module.named_parameters(recurse: false))
        {
            if (name == "weight") init.normal_(parameter, isNormalization ? 1 : 0, 0.02);
            else if (isNormalization) init.zeros_(parameter);
        }
    }
}
