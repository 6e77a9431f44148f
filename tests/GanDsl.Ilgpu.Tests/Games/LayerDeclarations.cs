namespace GanDsl.Ilgpu.Tests.Games;

// Games of the layers that Declarations.cs lacks: filters, moves of pixels, borders, maxima; and what StyleGAN's networks have.

[Generator(latent: 6)]
[Dense(72), ELU(0.7), Reshape(8, 3, 3)]
[PixelShuffle(2), Conv2d(4, kernel: 3, padding: 1), GELU(GeluApproximation.Tanh)]
[Upsample(2, UpsampleMode.Bilinear), Blur(new[] { 1, 2, 1 }, down: 2), ZeroPad2d(1, 0, 2, 1)]
[AdaptiveAvgPool2d(new[] { 6, 5 }), Blur(up: 2, gain: 1.5), Conv2d(2, kernel: 3, padding: 1), AdaptiveAvgPool2d(6), Tanh]
internal sealed partial class ResampledGenerator;

[Discriminator(2, 6, 6)]
[ReflectionPad2d(1, 0, 2, 1), Conv2d(4, kernel: 3), GELU]
[MaxPool2d(2, stride: 1), PixelUnshuffle(2), Tanh, Blur(up: 2), Upsample(new[] { 1, 3 }, UpsampleMode.Bilinear)]
[MaxPool2d(3, stride: 2, padding: 1), ReflectionPad2d(1), AdaptiveAvgPool2d(new[] { 4, 3 }), Conv2d(6, kernel: 3, bias: false), ELU, Flatten, Dense(1)]
internal sealed partial class ResampledDiscriminator;

[Gan<ResampledGenerator, ResampledDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ResampledGame;

[Gan<ResampledGenerator, ResampledDiscriminator>]
[Wasserstein, GradientPenalty(weight: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ResampledWganGame;

[Generator(latent: 5), EqualizedLearningRate]
[Tap("z"), ConstInput(4, 3, 3), Tap("const")]
[From("z"), Dense(36), Tanh, Reshape(4, 3, 3), Multiply("const"), Blur(up: 2)]
[ConvTranspose2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class ConstGenerator;

[Discriminator(1, 6, 6)]
[Conv2d(6, kernel: 3, padding: 1), EqualizedLearningRate(0.5), Tanh, MinibatchStdDev(channels: 2), Blur(down: 2)]
[Conv2d(4, kernel: 3), Tanh, Flatten, Dense(1, bias: false), EqualizedLearningRate]
internal sealed partial class StdDevDiscriminator;

[Gan<ConstGenerator, StdDevDiscriminator>]
[NonSaturating, R1(gamma: 0.5, every: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class StdDevGame;

[Generator(latent: 512)]
[Reshape(2, 16, 16), Noise]
internal sealed partial class NoisyGenerator;

[Discriminator(2, 16, 16)]
[Noise, Conv2d(3, kernel: 4, stride: 2), Tanh, Flatten, Dense(1)]
internal sealed partial class NoisyDiscriminator;

[Gan<NoisyGenerator, NoisyDiscriminator>]
[NonSaturating, Adam]
internal sealed partial class NoisyGame;

[Generator(latent: 5)]
[Dense(64), Tanh, Reshape(4, 4, 4), SelfAttention2d(key: 2, value: 4, pool: 1), EqualizedLearningRate]
[Conv2d(2, kernel: 3, padding: 2), Tanh]
internal sealed partial class AttentionGenerator;

[Discriminator(2, 6, 6), SpectralNorm]
[Conv2d(8, kernel: 3, padding: 1), Tanh, SelfAttention2d, Conv2d(4, kernel: 4, stride: 2, padding: 1), Tanh, Flatten, Dense(1)]
internal sealed partial class AttentionDiscriminator;

[Gan<AttentionGenerator, AttentionDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AttentionGame;

[Gan<AttentionGenerator, AttentionDiscriminator>]
[NonSaturating, R1(gamma: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AttentionR1Game;

[Generator(latent: 5)]
[Dense(4), Tanh, Tap("w"), ConstInput(4, 3, 3), ModulatedConv2d(6, "w", up: 2), LeakyReLU(0.2), Scale(1.4142135623730951), Tap("x")]
[ToRGB(2, "w"), EqualizedLearningRate, Tap("rgb")]
[From("x"), ModulatedConv2d(4, "w"), EqualizedLearningRate, LeakyReLU(0.2), ToRGB(2, "w"), Add("rgb")]
internal sealed partial class StyledGenerator;

[Discriminator(2, 6, 6)]
[Tap("x"), Flatten, Dense(3), Tanh, Tap("w"), From("x"), ModulatedConv2d(4, "w", kernel: 1, up: 2, bias: false, eps: 0.1), Tanh]
[ModulatedConv2d(4, "w", eps: 0.1), SpectralNorm, Tanh, Flatten, Dense(1)]
internal sealed partial class StyledDiscriminator;

[Gan<StyledGenerator, StyledDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class StyledGame;

[Generator(latent: 256)]
[Reshape(64, 2, 2), Dropout2d(0.25)]
internal sealed partial class ChannelDroppingGenerator;
