namespace GanDsl.Tests.Torch.Games;

/// <summary>As <see cref="Points"/>, well-conditioned: without kinks, and with an eps that keeps Adam from scaling rounding up.</summary>
internal static partial class SmoothPoints
{
    [Generator(latent: 8)]
    [Dense(32), Tanh]
    [Dense(32), Tanh]
    [Dense(2)]
    internal sealed partial class Generator;

    [Discriminator(2)]
    [Dense(32), Tanh]
    [Dense(32), Tanh]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class K1Fresh;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}

/// <summary>Both players at once, on points of the plane, well-conditioned.</summary>
internal static partial class SimultaneousPoints
{
    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Game;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Minimax, Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OfMinimax;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Wasserstein, R1(gamma: 3), Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithR1;

    [Gan<SmoothPictures.Generator, SmoothPictures.Discriminator>]
    [NonSaturating, Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OfPictures;

    [Gan<SmoothPictures.Generator, SmoothPictures.Discriminator>]
    [NonSaturating, R1(gamma: 10), Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OfPicturesWithR1;

    /// <summary>Nothing moves, so that gradients of one step can be looked at.</summary>
    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, Simultaneous]
    [Adam(0)]
    internal sealed partial class Still;
}

/// <summary>As <see cref="SmoothPoints"/>, with BatchNorm in D: reals and fakes take a pass each.</summary>
internal static partial class SmoothPointsNormalized
{
    [Discriminator(2)]
    [Dense(32), Tanh]
    [Dense(32, bias: false), BatchNorm, Tanh]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<SmoothPoints.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class K1Fresh;

    [Gan<SmoothPoints.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<SmoothPoints.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<SmoothPoints.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}

/// <summary>Games with normalised weights, well-conditioned.</summary>
internal static partial class SpectralGames
{
    [Discriminator(2), SpectralNorm]
    [Dense(32), Tanh]
    [Dense(32), Tanh]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Generator(latent: 8)]
    [Dense(32), Tanh]
    [Dense(32), SpectralNorm, Tanh]
    [Dense(2)]
    internal sealed partial class Generator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class Points;

    [Gan<SmoothPoints.Generator, Discriminator>]
    [NonSaturating, R1(gamma: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithR1;

    [Gan<Generator, SmoothPoints.Discriminator>]
    [NonSaturating, Adam(2e-4, beta1: 0.5, eps: 1e-4), Ema(halfLifeImages: 50)]
    internal sealed partial class Averaged;
}
