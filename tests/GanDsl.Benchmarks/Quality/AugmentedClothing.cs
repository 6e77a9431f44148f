using FashionMnist;

namespace GanDsl.Benchmarks.Quality;

/// <summary>The sample's game whose D sees pictures changed by DiffAugment.</summary>
[Gan<ClothingGenerator, ClothingDiscriminator>]
[NonSaturating, DiffAugment]
[Adam(2e-4, beta1: 0.5)]
public sealed partial class DiffAugmentedClothing;

/// <summary>The sample's game whose D sees pictures changed by ADA, which moves fast enough for runs of minutes.</summary>
[Gan<ClothingGenerator, ClothingDiscriminator>]
[NonSaturating, Ada(images: 100_000)]
[Adam(2e-4, beta1: 0.5)]
public sealed partial class AdaptedClothing;

/// <summary>A game on libtorch under the name of what changes what D sees.</summary>
/// <param name="name">The name.</param>
/// <param name="gan">The game, which is disposed with this.</param>
public sealed class AugmentedClothing(string name, IGan gan) : IClothingGame
{
    public string Name => name;

    /// <summary>What the last step says.</summary>
    public StepReport Report => gan.Report();

    public void Step(ReadOnlySpan<float> reals) => gan.Step(reals);

    public float[] Draw(int count) => gan.Sample(gan.Noise(count));

    public void Dispose() => gan.Dispose();
}
