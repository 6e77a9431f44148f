using FashionMnist;

namespace GanDsl.Benchmarks.Quality;

/// <summary>The game of samples/FashionMnist, as it is declared there, on libtorch.</summary>
public sealed class DeclaredClothing(long seed) : IClothingGame
{
    private readonly IGan gan = new ClothingGan.Torch(seed);

    public string Name => "GanDsl";

    public void Step(ReadOnlySpan<float> reals) => gan.Step(reals);

    public float[] Draw(int count) => gan.Sample(gan.Noise(count));

    public void Dispose() => gan.Dispose();
}
