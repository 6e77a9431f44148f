namespace GanDsl.Tests.Torch.Games;

/// <summary>As <see cref="Pictures"/>, well-conditioned: without kinks, and with an eps that keeps Adam from scaling rounding up.</summary>
internal static partial class SmoothPictures
{
    [Generator(latent: 16)]
    [Dense(7 * 7 * 32, bias: false), BatchNorm, Tanh]
    [Reshape(32, 7, 7)]
    [ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
    [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
    internal sealed partial class Generator;

    [Discriminator(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
    [Conv2d(32, kernel: 4, stride: 2, padding: 1), Tanh]
    [Flatten, Dense(1)]
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

/// <summary>As <see cref="SmoothPictures"/>, with BatchNorm in D: reals and fakes take a pass each.</summary>
internal static partial class SmoothPicturesNormalized
{
    [Discriminator(1, 28, 28)]
    [Conv2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
    [Conv2d(32, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
    [Flatten, Dense(1)]
    internal sealed partial class Discriminator;

    [Gan<SmoothPictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class K1Fresh;

    [Gan<SmoothPictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class K1Reused;

    [Gan<SmoothPictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3)]
    internal sealed partial class K3Fresh;

    [Gan<SmoothPictures.Generator, Discriminator>]
    [NonSaturating]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class K3Reused;
}
