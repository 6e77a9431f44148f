namespace GanDsl.Tests.Torch.Games;

/// <summary>Reduced DCGANs on 28×28 pictures. Channels are multiples of 16: libtorch's float32 convolutions can be wrong for others.</summary>
internal static partial class Pictures
{
    [Generator(latent: 16)]
    [Dense(7 * 7 * 32, bias: false), BatchNorm, ReLU]
    [Reshape(32, 7, 7)]
    [ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
    [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
    internal sealed partial class Generator;

    [Discriminator(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Conv2d(32, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Flatten, Dense(1)]
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

/// <summary>As <see cref="Pictures"/>, with BatchNorm in D: reals and fakes take a pass each.</summary>
internal static partial class PicturesNormalized
{
    [Discriminator(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
    [Conv2d(32, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
    [Flatten, Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<Pictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    internal sealed partial class K1Fresh;

    [Gan<Pictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<Pictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<Pictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}
