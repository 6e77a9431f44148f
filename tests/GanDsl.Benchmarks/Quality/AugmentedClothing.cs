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
