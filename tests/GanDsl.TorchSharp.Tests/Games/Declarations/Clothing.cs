namespace GanDsl.Tests.Torch.Games;

/// <summary>The DCGAN for 28×28 pictures at its full width, biases before BatchNorm included.</summary>
internal static partial class Clothing
{
    [Generator(latent: 100)]
    [Dense(7 * 7 * 128), BatchNorm, ReLU]
    [Reshape(128, 7, 7)]
    [ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
    [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
    internal sealed partial class Generator;

    [Discriminator(1, 28, 28)]
    [Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Conv2d(128, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Flatten, Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    internal sealed partial class Game;
}
