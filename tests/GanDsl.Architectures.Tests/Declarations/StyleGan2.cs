namespace GanDsl.Architectures.Tests;

// StyleGAN2 for CIFAR-10 without conditions (Karras et al. 2020), https://github.com/NVlabs/stylegan2-ada-pytorch: training/networks.py with train.py's preset
// cifar, that is a mapping of two layers at a hundredth of the rate, 512 channels at every size, G of skips and D of plain convolutions, no path-length penalty
// and no mixing of styles. A gain of √2 behind an activation is a layer here. The lazy R1's change of Adam's rate and momenta is lazyAdam's; 500,000 images of
// the average's half-life begin with 5 % of those seen.

[Generator(latent: 512, Backends = Backends.Torch)]
[PixelNorm, Dense(512), EqualizedLearningRate(0.01), LeakyReLU(0.2), Scale(Root2), Dense(512), EqualizedLearningRate(0.01), LeakyReLU(0.2), Scale(Root2),
    Tap("w")]
[ConstInput(512)]
[ModulatedConv2d(512, "w"), EqualizedLearningRate, Noise, LeakyReLU(0.2), Scale(Root2), Tap("x4"), ToRGB(3, "w"), EqualizedLearningRate, Tap("rgb4"),
    From("x4")]
[ModulatedConv2d(512, "w", up: 2), EqualizedLearningRate, Noise, LeakyReLU(0.2), Scale(Root2), ModulatedConv2d(512, "w"), EqualizedLearningRate, Noise,
    LeakyReLU(0.2), Scale(Root2), Tap("x8")]
[ToRGB(3, "w"), EqualizedLearningRate, Tap("own8"), From("rgb4"), Blur(up: 2), Add("own8"), Tap("rgb8"), From("x8")]
[ModulatedConv2d(512, "w", up: 2), EqualizedLearningRate, Noise, LeakyReLU(0.2), Scale(Root2), ModulatedConv2d(512, "w"), EqualizedLearningRate, Noise,
    LeakyReLU(0.2), Scale(Root2), Tap("x16")]
[ToRGB(3, "w"), EqualizedLearningRate, Tap("own16"), From("rgb8"), Blur(up: 2), Add("own16"), Tap("rgb16"), From("x16")]
[ModulatedConv2d(512, "w", up: 2), EqualizedLearningRate, Noise, LeakyReLU(0.2), Scale(Root2), ModulatedConv2d(512, "w"), EqualizedLearningRate, Noise,
    LeakyReLU(0.2), Scale(Root2)]
[ToRGB(3, "w"), EqualizedLearningRate, Tap("own32"), From("rgb16"), Blur(up: 2), Add("own32")]
internal sealed partial class StyleGenerator
{
    private const double Root2 = 1.4142135623730951;
}

[Discriminator(3, 32, 32, Backends = Backends.Torch), EqualizedLearningRate]
[Conv2d(512, kernel: 1), LeakyReLU(0.2), Scale(Root2)]
[Use<StyleDown>(512), Use<StyleDown>(512), Use<StyleDown>(512)]
[MinibatchStdDev(32), Conv2d(512, kernel: 3, padding: 1), LeakyReLU(0.2), Scale(Root2), Flatten, Dense(512), LeakyReLU(0.2), Scale(Root2), Dense(1)]
internal sealed partial class StyleDiscriminator
{
    private const double Root2 = 1.4142135623730951;
}

/// <summary>
/// NVlabs' DiscriminatorBlock without a residual connection: conv2d_resample's four rows of zeros before the filter are Blur's two and one more behind.
/// </summary>
[Block]
[Conv2d(Width.Out, kernel: 3, padding: 1), LeakyReLU(0.2), Scale(Root2), ZeroPad2d(0, 1, 0, 1), Blur, Conv2d(Width.Out, kernel: 3, stride: 2), LeakyReLU(0.2),
    Scale(Root2)]
internal sealed class StyleDown
{
    private const double Root2 = 1.4142135623730951;
}

[Gan<StyleGenerator, StyleDiscriminator>(Backends = Backends.Torch)]
[NonSaturating, R1(gamma: 0.01, every: 16, lazyAdam: true), Adam(0.0025, beta1: 0, beta2: 0.99), Ema(500_000, rampUp: 0.05)]
internal sealed partial class StyleGan;

// Without the noise, of which each backend draws its own, and which would move its strength.
[Generator(latent: 6)]
[PixelNorm, Dense(6), EqualizedLearningRate(0.01), LeakyReLU(0.2), Scale(1.5), Tap("w"), ConstInput(4)]
[ModulatedConv2d(4, "w"), EqualizedLearningRate, LeakyReLU(0.2), Scale(1.5), Tap("x4"), ToRGB(3, "w"), EqualizedLearningRate, Tap("rgb4"), From("x4")]
[ModulatedConv2d(4, "w", up: 2), EqualizedLearningRate, LeakyReLU(0.2), Scale(1.5), ToRGB(3, "w"), EqualizedLearningRate, Tap("own8"), From("rgb4"),
    Blur(up: 2), Add("own8")]
internal sealed partial class SmallStyleGenerator;

[Discriminator(3, 8, 8), EqualizedLearningRate]
[Conv2d(4, kernel: 1), LeakyReLU(0.2), Use<StyleDown>(4), MinibatchStdDev(32), Conv2d(4, kernel: 3, padding: 1), LeakyReLU(0.2), Flatten, Dense(1)]
internal sealed partial class SmallStyleDiscriminator;

[Gan<SmallStyleGenerator, SmallStyleDiscriminator>]
[NonSaturating, R1(gamma: 0.01, every: 2, lazyAdam: true), Adam(0.0025, beta1: 0, beta2: 0.99, eps: 1e-4)]
internal sealed partial class SmallStyleGan;
