namespace GanDsl.Tests.Torch.Games;

/// <summary>Regularised games on points of the plane, well-conditioned.</summary>
internal static partial class RegularizedPoints
{
    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, R1(gamma: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithR1;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 2)]
    internal sealed partial class WganGp;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Wasserstein, GradientPenalty]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class Reused;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, GradientPenalty(weight: 5, target: 0.25), R1(gamma: 2)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class WithBoth;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, R1(gamma: 10), R2(gamma: 5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithR1AndR2;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, R2(gamma: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class WithR2;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 0.2, oneSided: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OneSided;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, Dragan(weight: 4, std: 0.75, target: 0.5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithDragan;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, Dragan(target: 0.5), GradientPenalty(target: 0.5), R2(gamma: 2), R1(gamma: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class WithAll;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, R1(gamma: 4, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Lazy;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, R1(gamma: 2, every: 4, lazyAdam: true), GradientPenalty(target: 0.5), R2(gamma: 3, every: 4)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class LazyBoth;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating, LeCam(weight: 2, decay: 0.7)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithLeCam;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [RelativisticAverage, R2(gamma: 3, every: 3), LeCam(decay: 0)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class WithLeCamAndR2;

    [Gan<SmoothPoints.Generator, SmoothPointsNormalized.Discriminator>]
    [NonSaturating, LeCam]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NormalizedLeCam;

    // That D couples samples here is what is tested. The gradient of BatchNorm's β nearly cancels between passes that are normalised alike: eps lies above its
    // rounding.
#pragma warning disable GAN0240
    [Gan<SmoothPoints.Generator, SmoothPointsNormalized.Discriminator>]
    [NonSaturating, R1(gamma: 0.5), GradientPenalty(weight: 0.5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-2)]
    internal sealed partial class Normalized;
#pragma warning restore GAN0240

    [Discriminator(2)]
    [Dense(32), LeakyReLU(0.2), Dropout(0.3)]
    [Dense(32), ReLU, Dropout(0.3)]
    [Dense(1)]
    internal sealed partial class DroppingDiscriminator;

    [Gan<SmoothPoints.Generator, DroppingDiscriminator>]
    [NonSaturating, R1(gamma: 1), GradientPenalty]
    [Adam(2e-3, beta1: 0.5)]
    internal sealed partial class Dropping;
}

/// <summary>Regularised games on pictures, well-conditioned.</summary>
internal static partial class RegularizedPictures
{
    [Gan<SmoothPictures.Generator, SmoothPictures.Discriminator>]
    [NonSaturating, R1]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WithR1;

    [Gan<SmoothPictures.Generator, SmoothPictures.Discriminator>]
    [Wasserstein, GradientPenalty]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WganGp;
}

/// <summary>A critic whose gradient is its weight w at every sample, and which nothing moves.</summary>
internal static partial class Linear
{
    [Generator(latent: 4)]
    [Dense(3)]
    internal sealed partial class Generator;

    [Discriminator(3)]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 1)]
    [Adam(lr: 0)]
    internal sealed partial class WganGp;

    [Gan<Generator, Discriminator>]
    [Wasserstein, R1(gamma: 10)]
    [Adam(lr: 0)]
    internal sealed partial class WithR1;

    [Gan<Generator, Discriminator>]
    [Wasserstein, R1(gamma: 10, every: 3)]
    [Adam(lr: 0)]
    internal sealed partial class Lazy;

    [Gan<Generator, Discriminator>]
    [Wasserstein, R2(gamma: 6)]
    [Adam(lr: 0)]
    internal sealed partial class WithR2;

    [Gan<Generator, Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 2.5, oneSided: true)]
    [Adam(lr: 0)]
    internal sealed partial class OneSided;

    [Gan<Generator, Discriminator>]
    [Wasserstein, Dragan(weight: 3, target: 1.5)]
    [Adam(lr: 0)]
    internal sealed partial class WithDragan;
}

/// <summary>D with every kind of convolution that second derivatives go through.</summary>
internal static partial class Convolved
{
    [Generator(latent: 4)]
    [Dense(2 * 8 * 8), Tanh, Reshape(2, 8, 8)]
    internal sealed partial class Generator;

    [Discriminator(2, 8, 8)]
    [Conv2d(20, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Conv2d(12, kernel: 1), Tanh]
    [Conv2d(24, kernel: 3, padding: 1, groups: 4), Tanh]
    [Conv2d(10, kernel: 3, padding: 1, paddingMode: PaddingMode.Reflect), Sigmoid]
    [ConvTranspose2d(6, kernel: 4, stride: 2, padding: 1), Tanh]
    [Flatten, Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [Wasserstein, GradientPenalty, R1]
    [Adam(lr: 0)]
    internal sealed partial class Game;
}
