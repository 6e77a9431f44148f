namespace GanDsl.Tests.Torch.Games;

/// <summary>Players of small pictures whose D sees them changed with a probability that follows it: fast, so that ten steps show it.</summary>
public static partial class AdaptedPictures
{
    [Gan<AugmentedPictures.G, AugmentedPictures.D>, NonSaturating, Ada(every: 3, images: 100, initial: 0.5), Adam(2e-4, beta1: 0.5)]
    public sealed partial class Game;

    [Gan<AugmentedPictures.GreyG, AugmentedPictures.GreyD>, NonSaturating, Ada(every: 1, images: 400, initial: 0.8, target: 0.1), Adam(2e-4, beta1: 0.5)]
    public sealed partial class Grey;

    [Gan<AugmentedPictures.G, AugmentedPictures.RelativeD>, Relativistic, Ada(every: 3, images: 100, initial: 0.5, geometry: false), Adam(2e-4, beta1: 0.5),
        Alternating(2, freshNoise: false)]
    public sealed partial class Relative;

    [Gan<AugmentedPictures.G, AugmentedPictures.D>, LeastSquares, Ada(every: 2, images: 200, initial: 1, blit: false, color: false), GradientPenalty(10),
        Adam(2e-4, beta1: 0.5)]
    public sealed partial class WithPenalty;

    [Gan<AugmentedPictures.G, AugmentedPictures.D>, Minimax, Ada(every: 3, images: 100, initial: 0.5), Adam(2e-4, beta1: 0.5), Simultaneous]
    public sealed partial class AtOnce;

    [Gan<AugmentedPictures.G, AugmentedPictures.D>, NonSaturating, Ada(every: 3, images: 100, initial: 0.5, blit: false, geometry: false),
        R1(gamma: 4, every: 3), Adam(2e-4, beta1: 0.5)]
    public sealed partial class LazyR1;

    // A logit for each of (1, 8, 6) patches: p follows the share of all of them.
    [Discriminator(3, 8, 6)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, Conv2d(1, kernel: 3, padding: 1)]
    public sealed partial class PatchD;

    [Gan<AugmentedPictures.G, PatchD>, NonSaturating, Ada(every: 3, images: 100, initial: 0.5), Adam(2e-4, beta1: 0.5)]
    public sealed partial class Patches;

    [Gan<AugmentedPictures.G, AugmentedPictures.D>, NonSaturating, Ada, Adam(2e-4, beta1: 0.5)]
    public sealed partial class Defaults;
}
