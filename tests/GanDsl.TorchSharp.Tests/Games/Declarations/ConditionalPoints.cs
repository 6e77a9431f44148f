namespace GanDsl.Tests.Torch.Games;

/// <summary>Games with classes on points of the plane, well-conditioned; <see cref="ConditionalPlayers"/> has the same by hand.</summary>
internal static partial class ConditionalPoints
{
    [Generator(latent: 8, Classes = 3)]
    [From("label"), Embedding(4), Concat("latent")]
    [Dense(32), Tanh]
    [Dense(2)]
    internal sealed partial class Generator;

    [Discriminator(2, Classes = 3)]
    [From("label"), Embedding(4), Tap("class")]
    [From("sample"), Dense(16), Tanh, Concat("class")]
    [Dense(32), Tanh]
    [Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Game;

    [Gan<Generator, Discriminator>]
    [NonSaturating, Ema(halfLifeImages: 100, rampUp: 0)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 2, freshNoise: false)]
    internal sealed partial class Reused;

    [Gan<Generator, Discriminator>]
    [Wasserstein, GradientPenalty(weight: 10, target: 1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class WganGp;

    [Gan<Generator, Discriminator>]
    [NonSaturating, R1(gamma: 4, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class LazyR1;

    [Gan<Generator, Discriminator>]
    [NonSaturating, Simultaneous]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class AtOnce;
}
