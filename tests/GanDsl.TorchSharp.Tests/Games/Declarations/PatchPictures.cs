namespace GanDsl.Tests.Torch.Games;

/// <summary>Games whose D scores patches, well-conditioned; <see cref="PatchGameTests"/> has the same by hand.</summary>
internal static partial class PatchPictures
{
    [Generator(latent: 8)]
    [Dense(32), Tanh, Dense(16), Tanh, Reshape(1, 4, 4)]
    internal sealed partial class Generator;

    [Discriminator(1, 4, 4)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, Flatten, Dense(6, bias: false), Reshape(1, 2, 3)]
    internal sealed partial class Discriminator;

    [Discriminator(1, 4, 4)]
    [Flatten, Dense(32, bias: false), BatchNorm, Tanh, Dense(6), Reshape(1, 2, 3)]
    internal sealed partial class CouplingDiscriminator;

    [Generator(2, 4, 4)]
    [Conv2d(1, kernel: 1), Tanh]
    internal sealed partial class Translator;

    [Gan<Translator, Discriminator>]
    [LeastSquares, Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
    internal sealed partial class Translation;

    [Gan<Generator, Discriminator>]
    [NonSaturating, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Game;

    [Gan<Generator, CouplingDiscriminator>]
    [NonSaturating, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Coupling;

    [Gan<Generator, Discriminator>]
    [LeastSquares, Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class Lsgan;

    [Gan<Generator, Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 1), Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
    internal sealed partial class WganGp;

    [Gan<Generator, Discriminator>]
    [NonSaturating, R1(gamma: 4, every: 3), Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class LazyR1;

    [Gan<Generator, Discriminator>]
    [NonSaturating, LeCam(weight: 0.5, decay: 0.9), Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OfLeCam;

    [Gan<Generator, Discriminator>]
    [RelativisticAverage, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Relative;

    [Gan<Generator, Discriminator>]
    [Minimax, Simultaneous, Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class AtOnce;
}
