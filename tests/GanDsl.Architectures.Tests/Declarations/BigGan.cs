namespace GanDsl.Architectures.Tests;

// BigGAN for CIFAR-10 (Brock et al. 2019) as PyTorch-StudioGAN has it, https://github.com/POSTECH-CVLab/PyTorch-StudioGAN: models/big_resnet.py with
// configs/CIFAR10/BigGAN-Mod.yaml, that is 80 latents, classes of 128 numbers and 384 channels in G, 192 in D. The latents are split in four: the first part
// becomes the first picture, each other one conditions a block, behind the class. A conditional normalisation is 1 + W·y times what BatchNorm without γ and
// β returns, plus V·y. Two things differ: spectral norm reaches G's table of classes, too, and the average begins at once instead of after 1,000 steps.

/// <summary>A number for each channel, of the condition, repeated over the pixels.</summary>
[Block]
[Dense(Width.Out, bias: false), Reshape(Width.Out, 1, 1), Upsample(4)]
internal sealed class ToPixels4;

[Block]
[Dense(Width.Out, bias: false), Reshape(Width.Out, 1, 1), Upsample(8)]
internal sealed class ToPixels8;

[Block]
[Dense(Width.Out, bias: false), Reshape(Width.Out, 1, 1), Upsample(16)]
internal sealed class ToPixels16;

[Block]
[Dense(Width.Out, bias: false), Reshape(Width.Out, 1, 1), Upsample(32)]
internal sealed class ToPixels32;

/// <summary>The first row of four.</summary>
[Block]
[Reshape(1, 4, 20), AvgPool2d(new[] { 1, 1 }, new[] { 8, 1 }), Flatten]
internal sealed class Latents1;

/// <summary>The second: a border that reflects one row begins with it.</summary>
[Block]
[Reshape(1, 4, 20), ReflectionPad2d(0, 0, 1, 0), AvgPool2d(new[] { 1, 1 }, new[] { 8, 1 }), Flatten]
internal sealed class Latents2;

[Block]
[Reshape(1, 4, 20), ReflectionPad2d(0, 0, 2, 0), AvgPool2d(new[] { 1, 1 }, new[] { 8, 1 }), Flatten]
internal sealed class Latents3;

[Block]
[Reshape(1, 4, 20), ReflectionPad2d(0, 0, 3, 0), AvgPool2d(new[] { 1, 1 }, new[] { 8, 1 }), Flatten]
internal sealed class Latents4;

[Generator(latent: 80, Classes = 10, Backends = Backends.Torch), SpectralNorm(eps: 1e-6)]
[Use<Latents2>, Tap("z1"), From("latent"), Use<Latents3>, Tap("z2"), From("latent"), Use<Latents4>, Tap("z3")]
[From("label"), Embedding(128), Tap("class")]
[Concat("z1"), Tap("y1"), From("class"), Concat("z2"), Tap("y2"), From("class"), Concat("z3"), Tap("y3")]
[From("latent"), Use<Latents1>, Dense(384 * 4 * 4), Reshape(384, 4, 4)]
[Tap("in1"), BatchNorm(eps: 1e-4, affine: false), Tap("n1a"), From("y1"), Use<ToPixels4>(384), Multiply("n1a"), Add("n1a"), Tap("g1a"), From("y1"),
    Use<ToPixels4>(384), Add("g1a"), ReLU, Upsample(2), Conv2d(384, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1b"), From("y1"), Use<ToPixels8>(384), Multiply("n1b"), Add("n1b"), Tap("g1b"), From("y1"), Use<ToPixels8>(384),
    Add("g1b"), ReLU, Conv2d(384, kernel: 3, padding: 1), Tap("main1")]
[From("in1"), Upsample(2), Conv2d(384, kernel: 1), Add("main1")]
[Tap("in2"), BatchNorm(eps: 1e-4, affine: false), Tap("n2a"), From("y2"), Use<ToPixels8>(384), Multiply("n2a"), Add("n2a"), Tap("g2a"), From("y2"),
    Use<ToPixels8>(384), Add("g2a"), ReLU, Upsample(2), Conv2d(384, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2b"), From("y2"), Use<ToPixels16>(384), Multiply("n2b"), Add("n2b"), Tap("g2b"), From("y2"), Use<ToPixels16>(384),
    Add("g2b"), ReLU, Conv2d(384, kernel: 3, padding: 1), Tap("main2")]
[From("in2"), Upsample(2), Conv2d(384, kernel: 1), Add("main2"), SelfAttention2d]
[Tap("in3"), BatchNorm(eps: 1e-4, affine: false), Tap("n3a"), From("y3"), Use<ToPixels16>(384), Multiply("n3a"), Add("n3a"), Tap("g3a"), From("y3"),
    Use<ToPixels16>(384), Add("g3a"), ReLU, Upsample(2), Conv2d(384, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n3b"), From("y3"), Use<ToPixels32>(384), Multiply("n3b"), Add("n3b"), Tap("g3b"), From("y3"), Use<ToPixels32>(384),
    Add("g3b"), ReLU, Conv2d(384, kernel: 3, padding: 1), Tap("main3")]
[From("in3"), Upsample(2), Conv2d(384, kernel: 1), Add("main3")]
[BatchNorm(eps: 1e-4), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class BigGenerator;

[Discriminator(3, 32, 32, Classes = 10, Backends = Backends.Torch), SpectralNorm(eps: 1e-6)]
[Use<FirstDownBlock>(192), SelfAttention2d, Use<DownBlock>(192), Use<SameBlock>, Use<SameBlock>]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class BigDiscriminator;

// A decay of 0.9999 per update of G, which sees five batches of 64 between two.
[Gan<BigGenerator, BigDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(2e-4, beta1: 0.5, eps: 1e-6), Ema(2_218_000, rampUp: 0), Alternating(discriminatorSteps: 5)]
internal sealed partial class BigGan;

[Generator(latent: 80, Classes = 3), SpectralNorm(eps: 1e-6)]
[Use<Latents3>, Tap("z1"), From("latent"), Use<Latents4>, Tap("z2"), From("label"), Embedding(4), Tap("class")]
[Concat("z1"), Tap("y1"), From("class"), Concat("z2"), Tap("y2"), From("latent"), Use<Latents2>, Dense(8 * 4 * 4), Reshape(8, 4, 4)]
[Tap("in1"), BatchNorm(eps: 1e-4, affine: false), Tap("n1a"), From("y1"), Use<ToPixels4>(8), Multiply("n1a"), Add("n1a"), Tap("g1a"), From("y1"),
    Use<ToPixels4>(8), Add("g1a"), ReLU, Upsample(2), Conv2d(8, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1b"), From("y1"), Use<ToPixels8>(8), Multiply("n1b"), Add("n1b"), Tap("g1b"), From("y1"), Use<ToPixels8>(8),
    Add("g1b"), ReLU, Conv2d(8, kernel: 3, padding: 1), Tap("main1")]
[From("in1"), Upsample(2), Conv2d(8, kernel: 1), Add("main1"), SelfAttention2d]
[Tap("in2"), BatchNorm(eps: 1e-4, affine: false), Tap("n2a"), From("y2"), Use<ToPixels8>(8), Multiply("n2a"), Add("n2a"), Tap("g2a"), From("y2"),
    Use<ToPixels8>(8), Add("g2a"), ReLU, Upsample(2), Conv2d(8, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2b"), From("y2"), Use<ToPixels16>(8), Multiply("n2b"), Add("n2b"), Tap("g2b"), From("y2"), Use<ToPixels16>(8),
    Add("g2b"), ReLU, Conv2d(8, kernel: 3, padding: 1), Tap("main2")]
[From("in2"), Upsample(2), Conv2d(8, kernel: 1), Add("main2")]
[BatchNorm(eps: 1e-4), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallBigGenerator;

[Discriminator(3, 16, 16, Classes = 3), SpectralNorm(eps: 1e-6)]
[Use<FirstDownBlock>(8), SelfAttention2d, Use<DownBlock>(6), Use<SameBlock>]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class SmallBigDiscriminator;

[Gan<SmallBigGenerator, SmallBigDiscriminator>]
[Hinge, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallBigGan;
