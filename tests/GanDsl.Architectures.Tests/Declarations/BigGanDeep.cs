namespace GanDsl.Architectures.Tests;

// BigGAN-deep for CIFAR-10 (Brock et al. 2019) as PyTorch-StudioGAN has it, https://github.com/POSTECH-CVLab/PyTorch-StudioGAN:
// models/big_resnet_deep_studiogan.py with configs/CIFAR10/BigGAN-Deep-StudioGAN.yaml, that is 128 latents, classes of 128 numbers, 512 channels, of which a
// bottleneck leaves 128, and two blocks for each size. All blocks are conditioned on the class with all latents behind it. It differs as BigGan.cs says; its D
// has the same width everywhere, so that no block of it widens.

[Block]
[Tap("in"), ReLU, Conv2d(Width.Out, kernel: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), ReLU,
    Conv2d(Width.In, kernel: 1), Add("in")]
internal sealed class DeepBlock;

[Block]
[Tap("in"), ReLU, Conv2d(Width.Out, kernel: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), ReLU,
    Conv2d(Width.In, kernel: 1), AvgPool2d(2), Tap("main")]
[From("in"), AvgPool2d(2), Add("main")]
internal sealed class DeepDownBlock;

[Generator(latent: 128, Classes = 10, Backends = Backends.Torch), SpectralNorm(eps: 1e-6)]
[From("label"), Embedding(128), Concat("latent"), Tap("y")]
[Dense(512 * 4 * 4), Reshape(512, 4, 4)]
[Tap("in1"), BatchNorm(eps: 1e-4, affine: false), Tap("n1a"), From("y"), Use<ToPixels4>(512), Multiply("n1a"), Add("n1a"), Tap("g1a"), From("y"),
    Use<ToPixels4>(512), Add("g1a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1b"), From("y"), Use<ToPixels4>(128), Multiply("n1b"), Add("n1b"), Tap("g1b"), From("y"), Use<ToPixels4>(128),
    Add("g1b"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1c"), From("y"), Use<ToPixels4>(128), Multiply("n1c"), Add("n1c"), Tap("g1c"), From("y"), Use<ToPixels4>(128),
    Add("g1c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1d"), From("y"), Use<ToPixels4>(128), Multiply("n1d"), Add("n1d"), Tap("g1d"), From("y"), Use<ToPixels4>(128),
    Add("g1d"), ReLU, Conv2d(512, kernel: 1), Add("in1")]
[Tap("in2"), BatchNorm(eps: 1e-4, affine: false), Tap("n2a"), From("y"), Use<ToPixels4>(512), Multiply("n2a"), Add("n2a"), Tap("g2a"), From("y"),
    Use<ToPixels4>(512), Add("g2a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2b"), From("y"), Use<ToPixels4>(128), Multiply("n2b"), Add("n2b"), Tap("g2b"), From("y"), Use<ToPixels4>(128),
    Add("g2b"), ReLU, Upsample(2), Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2c"), From("y"), Use<ToPixels8>(128), Multiply("n2c"), Add("n2c"), Tap("g2c"), From("y"), Use<ToPixels8>(128),
    Add("g2c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2d"), From("y"), Use<ToPixels8>(128), Multiply("n2d"), Add("n2d"), Tap("g2d"), From("y"), Use<ToPixels8>(128),
    Add("g2d"), ReLU, Conv2d(512, kernel: 1), Tap("main2")]
[From("in2"), Upsample(2), Add("main2")]
[Tap("in3"), BatchNorm(eps: 1e-4, affine: false), Tap("n3a"), From("y"), Use<ToPixels8>(512), Multiply("n3a"), Add("n3a"), Tap("g3a"), From("y"),
    Use<ToPixels8>(512), Add("g3a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n3b"), From("y"), Use<ToPixels8>(128), Multiply("n3b"), Add("n3b"), Tap("g3b"), From("y"), Use<ToPixels8>(128),
    Add("g3b"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n3c"), From("y"), Use<ToPixels8>(128), Multiply("n3c"), Add("n3c"), Tap("g3c"), From("y"), Use<ToPixels8>(128),
    Add("g3c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n3d"), From("y"), Use<ToPixels8>(128), Multiply("n3d"), Add("n3d"), Tap("g3d"), From("y"), Use<ToPixels8>(128),
    Add("g3d"), ReLU, Conv2d(512, kernel: 1), Add("in3")]
[Tap("in4"), BatchNorm(eps: 1e-4, affine: false), Tap("n4a"), From("y"), Use<ToPixels8>(512), Multiply("n4a"), Add("n4a"), Tap("g4a"), From("y"),
    Use<ToPixels8>(512), Add("g4a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n4b"), From("y"), Use<ToPixels8>(128), Multiply("n4b"), Add("n4b"), Tap("g4b"), From("y"), Use<ToPixels8>(128),
    Add("g4b"), ReLU, Upsample(2), Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n4c"), From("y"), Use<ToPixels16>(128), Multiply("n4c"), Add("n4c"), Tap("g4c"), From("y"), Use<ToPixels16>(128),
    Add("g4c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n4d"), From("y"), Use<ToPixels16>(128), Multiply("n4d"), Add("n4d"), Tap("g4d"), From("y"), Use<ToPixels16>(128),
    Add("g4d"), ReLU, Conv2d(512, kernel: 1), Tap("main4")]
[From("in4"), Upsample(2), Add("main4"), SelfAttention2d]
[Tap("in5"), BatchNorm(eps: 1e-4, affine: false), Tap("n5a"), From("y"), Use<ToPixels16>(512), Multiply("n5a"), Add("n5a"), Tap("g5a"), From("y"),
    Use<ToPixels16>(512), Add("g5a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n5b"), From("y"), Use<ToPixels16>(128), Multiply("n5b"), Add("n5b"), Tap("g5b"), From("y"), Use<ToPixels16>(128),
    Add("g5b"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n5c"), From("y"), Use<ToPixels16>(128), Multiply("n5c"), Add("n5c"), Tap("g5c"), From("y"), Use<ToPixels16>(128),
    Add("g5c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n5d"), From("y"), Use<ToPixels16>(128), Multiply("n5d"), Add("n5d"), Tap("g5d"), From("y"), Use<ToPixels16>(128),
    Add("g5d"), ReLU, Conv2d(512, kernel: 1), Add("in5")]
[Tap("in6"), BatchNorm(eps: 1e-4, affine: false), Tap("n6a"), From("y"), Use<ToPixels16>(512), Multiply("n6a"), Add("n6a"), Tap("g6a"), From("y"),
    Use<ToPixels16>(512), Add("g6a"), ReLU, Conv2d(128, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n6b"), From("y"), Use<ToPixels16>(128), Multiply("n6b"), Add("n6b"), Tap("g6b"), From("y"), Use<ToPixels16>(128),
    Add("g6b"), ReLU, Upsample(2), Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n6c"), From("y"), Use<ToPixels32>(128), Multiply("n6c"), Add("n6c"), Tap("g6c"), From("y"), Use<ToPixels32>(128),
    Add("g6c"), ReLU, Conv2d(128, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n6d"), From("y"), Use<ToPixels32>(128), Multiply("n6d"), Add("n6d"), Tap("g6d"), From("y"), Use<ToPixels32>(128),
    Add("g6d"), ReLU, Conv2d(512, kernel: 1), Tap("main6")]
[From("in6"), Upsample(2), Add("main6")]
[BatchNorm(eps: 1e-4), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class DeepGenerator;

[Discriminator(3, 32, 32, Classes = 10, Backends = Backends.Torch), SpectralNorm(eps: 1e-6)]
[Conv2d(512, kernel: 3, padding: 1)]
[Use<DeepDownBlock>(128), Use<DeepBlock>(128), SelfAttention2d]
[Use<DeepDownBlock>(128), Use<DeepBlock>(128)]
[Use<DeepBlock>(128), Use<DeepBlock>(128)]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class DeepDiscriminator;

// A decay of 0.9999 per update of G, which sees two batches of 64 between two.
[Gan<DeepGenerator, DeepDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(2e-4, beta1: 0.5, eps: 1e-6), Ema(887_000, rampUp: 0), Alternating(discriminatorSteps: 2)]
internal sealed partial class BigGanDeep;

[Generator(latent: 5, Classes = 3), SpectralNorm(eps: 1e-6)]
[From("label"), Embedding(4), Concat("latent"), Tap("y")]
[Dense(8 * 4 * 4), Reshape(8, 4, 4)]
[Tap("in1"), BatchNorm(eps: 1e-4, affine: false), Tap("n1a"), From("y"), Use<ToPixels4>(8), Multiply("n1a"), Add("n1a"), Tap("g1a"), From("y"),
    Use<ToPixels4>(8), Add("g1a"), ReLU, Conv2d(4, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1b"), From("y"), Use<ToPixels4>(4), Multiply("n1b"), Add("n1b"), Tap("g1b"), From("y"), Use<ToPixels4>(4),
    Add("g1b"), ReLU, Conv2d(4, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1c"), From("y"), Use<ToPixels4>(4), Multiply("n1c"), Add("n1c"), Tap("g1c"), From("y"), Use<ToPixels4>(4),
    Add("g1c"), ReLU, Conv2d(4, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n1d"), From("y"), Use<ToPixels4>(4), Multiply("n1d"), Add("n1d"), Tap("g1d"), From("y"), Use<ToPixels4>(4),
    Add("g1d"), ReLU, Conv2d(8, kernel: 1), Add("in1")]
[Tap("in2"), BatchNorm(eps: 1e-4, affine: false), Tap("n2a"), From("y"), Use<ToPixels4>(8), Multiply("n2a"), Add("n2a"), Tap("g2a"), From("y"),
    Use<ToPixels4>(8), Add("g2a"), ReLU, Conv2d(4, kernel: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2b"), From("y"), Use<ToPixels4>(4), Multiply("n2b"), Add("n2b"), Tap("g2b"), From("y"), Use<ToPixels4>(4),
    Add("g2b"), ReLU, Upsample(2), Conv2d(4, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2c"), From("y"), Use<ToPixels8>(4), Multiply("n2c"), Add("n2c"), Tap("g2c"), From("y"), Use<ToPixels8>(4),
    Add("g2c"), ReLU, Conv2d(4, kernel: 3, padding: 1)]
[BatchNorm(eps: 1e-4, affine: false), Tap("n2d"), From("y"), Use<ToPixels8>(4), Multiply("n2d"), Add("n2d"), Tap("g2d"), From("y"), Use<ToPixels8>(4),
    Add("g2d"), ReLU, Conv2d(8, kernel: 1), Tap("main2")]
[From("in2"), Upsample(2), Add("main2"), SelfAttention2d]
[BatchNorm(eps: 1e-4), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallDeepGenerator;

[Discriminator(3, 8, 8, Classes = 3), SpectralNorm(eps: 1e-6)]
[Conv2d(8, kernel: 3, padding: 1), Use<DeepDownBlock>(4), SelfAttention2d, Use<DeepBlock>(4)]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class SmallDeepDiscriminator;

[Gan<SmallDeepGenerator, SmallDeepDiscriminator>]
[Hinge, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallBigGanDeep;
