namespace GanDsl.Tests.Torch.Games;

/// <summary>A U-Net with one skip against a D with a residual connection, well-conditioned.</summary>
internal static partial class Graphs
{
    [Generator(latent: 16)]
    [Dense(28 * 28), Reshape(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), Tanh, Tap("e1")]
    [Conv2d(32, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
    [ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh, Concat("e1")]
    [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
    internal sealed partial class Generator;

    [Discriminator(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), Tap("in")]
    [Tanh, Conv2d(32, kernel: 3, padding: 1), Tanh, Conv2d(32, kernel: 3, padding: 1), Tap("main")]
    [From("in"), Conv2d(32, kernel: 1, bias: false), Add("main"), Tanh]
    [Flatten, Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Game;

    [Gan<Generator, Discriminator>]
    [NonSaturating, R1(gamma: 1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class GameWithR1;
}
