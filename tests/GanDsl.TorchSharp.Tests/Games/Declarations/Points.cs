namespace GanDsl.Tests.Torch.Games;

/// <summary>MLPs on points of the plane.</summary>
internal static partial class Points
{
    [Generator(latent: 8)]
    [Dense(32), LeakyReLU(0.2)]
    [Dense(32), LeakyReLU(0.2)]
    [Dense(2)]
    internal sealed partial class Generator;

    [Discriminator(2)]
    [Dense(32), LeakyReLU(0.2)]
    [Dense(32), LeakyReLU(0.2)]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    internal sealed partial class K1Fresh;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}

/// <summary>As <see cref="Points"/>, with BatchNorm in D: reals and fakes take a pass each.</summary>
internal static partial class PointsNormalized
{
    [Discriminator(2)]
    [Dense(32), LeakyReLU(0.2)]
    [Dense(32, bias: false), BatchNorm, LeakyReLU(0.2)]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Points.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    internal sealed partial class K1Fresh;

    [Gan<Points.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<Points.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<Points.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}
