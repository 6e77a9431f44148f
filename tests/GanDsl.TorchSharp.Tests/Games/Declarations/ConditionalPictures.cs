namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// Games with classes on pictures, by conditional normalisation and projection, well-conditioned; <see cref="ConditionalPlayers"/> has the same by hand.
/// </summary>
internal static partial class ConditionalPictures
{
    [Generator(latent: 8, Classes = 3)]
    [Dense(64, bias: false), Reshape(16, 2, 2), ConditionalBatchNorm(momentum: 0.3), Tanh]
    [Use<Up>(16)]
    [Flatten, Dense(16), Tanh, Reshape(1, 4, 4)]
    internal sealed partial class Generator;

    [Block]
    [ConvTranspose2d(Width.Out, kernel: 4, stride: 2, padding: 1, bias: false), ConditionalBatchNorm(eps: 1e-3), Tanh]
    internal sealed class Up;

    [Discriminator(1, 4, 4, Classes = 3)]
    [Conv2d(16, kernel: 3, padding: 1), Tanh, GlobalSumPool]
    [ProjectionHead]
    internal sealed partial class Discriminator;

    [Discriminator(1, 4, 4, Classes = 3), SpectralNorm]
    [Conv2d(16, kernel: 3, padding: 1, bias: false), ConditionalBatchNorm, Tanh, Flatten]
    [ProjectionHead]
    internal sealed partial class NormalisedDiscriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Game;

    [Gan<Generator, Discriminator>]
    [NonSaturating, R1(gamma: 1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class Penalised;

    [Gan<Generator, NormalisedDiscriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Normalised;
}
