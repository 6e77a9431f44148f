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
