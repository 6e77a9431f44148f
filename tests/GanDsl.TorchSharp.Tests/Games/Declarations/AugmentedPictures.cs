namespace GanDsl.Tests.Torch.Games;

/// <summary>Players of small pictures of three channels, no taller than they are wide, whose D sees them changed.</summary>
public static partial class AugmentedPictures
{
    [Generator(latent: 8)]
    [Dense(144), Tanh, Reshape(3, 8, 6)]
    public sealed partial class G;

    [Discriminator(3, 8, 6)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
    public sealed partial class D;

    // What is measured against the other kind has no use for a last bias: its gradient is rounding, which Adam divides by its size.
    [Discriminator(3, 8, 6)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, Flatten, Dense(1, bias: false)]
    public sealed partial class RelativeD;

    [Generator(latent: 8)]
    [Dense(35), Tanh, Reshape(1, 7, 5)]
    public sealed partial class GreyG;

    [Discriminator(1, 7, 5)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
    public sealed partial class GreyD;

    [Gan<G, D>, NonSaturating, DiffAugment, Adam(2e-4, beta1: 0.5)]
    public sealed partial class Game;

    [Gan<G, D>, NonSaturating, DiffAugment, Adam(2e-4, beta1: 0.5), Alternating(2, freshNoise: false)]
    public sealed partial class Reused;

    [Gan<G, D>, NonSaturating, DiffAugment(color: false, translation: 0.4), R1(gamma: 4, every: 3), Adam(2e-4, beta1: 0.5)]
    public sealed partial class LazyR1;

    [Gan<G, D>, Wasserstein, DiffAugment, GradientPenalty(10), Adam(2e-4, beta1: 0.5), Alternating(freshNoise: false)]
    public sealed partial class WganGp;

    [Gan<G, RelativeD>, RelativisticAverage, DiffAugment(cutout: 0), Adam(2e-4, beta1: 0.5)]
    public sealed partial class Relative;

    [Gan<G, D>, Minimax, DiffAugment, Adam(2e-4, beta1: 0.5), Simultaneous]
    public sealed partial class AtOnce;

    [Gan<G, D>, Minimax, DiffAugment, R1(gamma: 4), Adam(2e-4, beta1: 0.5), Simultaneous]
    public sealed partial class AtOnceWithR1;

    [Gan<GreyG, GreyD>, NonSaturating, DiffAugment(translation: 0.2, cutout: 0.6), Adam(2e-4, beta1: 0.5)]
    public sealed partial class Grey;
}
