namespace GanDsl.Architectures.Tests;

// The networks of pix2pix and CycleGAN as PyTorch-GAN has them, https://github.com/eriklindernoren/PyTorch-GAN. What a picture is made from stands where
// latents do; pix2pix's D is given it, too.

[Block]
[Conv2d(Width.Out, kernel: 4, stride: 2, padding: 1, bias: false), InstanceNorm, LeakyReLU(0.2)]
internal sealed class Encode;

[Block]
[ConvTranspose2d(Width.Out, kernel: 4, stride: 2, padding: 1, bias: false), InstanceNorm, ReLU]
internal sealed class Decode;

[Generator(3, 256, 256, Backends = Backends.Torch), Initialize(std: 0.02)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2), Tap("d1")]
[Use<Encode>(128), Tap("d2")]
[Use<Encode>(256), Tap("d3")]
[Use<Encode>(512), Dropout, Tap("d4")]
[Use<Encode>(512), Dropout, Tap("d5")]
[Use<Encode>(512), Dropout, Tap("d6")]
[Use<Encode>(512), Dropout, Tap("d7")]
[Conv2d(512, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2), Dropout]
[Use<Decode>(512), Dropout, Concat("d7")]
[Use<Decode>(512), Dropout, Concat("d6")]
[Use<Decode>(512), Dropout, Concat("d5")]
[Use<Decode>(512), Dropout, Concat("d4")]
[Use<Decode>(256), Concat("d3")]
[Use<Decode>(128), Concat("d2")]
[Use<Decode>(64), Concat("d1")]
[Upsample(2), ZeroPad2d(1, 0, 1, 0), Conv2d(3, kernel: 4, padding: 1), Tanh]
internal sealed partial class Pix2PixGenerator;

// Scores a picture together with its source.
[Discriminator(3, 256, 256, Source = new[] { 3, 256, 256 }, Backends = Backends.Torch), Initialize(std: 0.02)]
[Concat("source"), Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[Conv2d(512, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[ZeroPad2d(1, 0, 1, 0), Conv2d(1, kernel: 4, padding: 1, bias: false)]
internal sealed partial class PatchGan;

[Gan<Pix2PixGenerator, PatchGan>(Backends = Backends.Torch)]
[LeastSquares, Reconstruction(weight: 100), Adam(2e-4, beta1: 0.5)]
internal sealed partial class Pix2Pix;

[Block]
[Tap("in"), ReflectionPad2d(1), Conv2d(Width.In, kernel: 3), InstanceNorm, ReLU, ReflectionPad2d(1), Conv2d(Width.In, kernel: 3), InstanceNorm, Add("in")]
internal sealed class CycleBlock;

[Block]
[Use<CycleBlock>, Use<CycleBlock>, Use<CycleBlock>]
internal sealed class ThreeCycleBlocks;

[Generator(3, 64, 64, Backends = Backends.Torch), Initialize(std: 0.02)]
[ReflectionPad2d(3), Conv2d(64, kernel: 7), InstanceNorm, ReLU]
[Conv2d(128, kernel: 3, stride: 2, padding: 1), InstanceNorm, ReLU]
[Conv2d(256, kernel: 3, stride: 2, padding: 1), InstanceNorm, ReLU]
[Use<ThreeCycleBlocks>, Use<ThreeCycleBlocks>, Use<ThreeCycleBlocks>]
[Upsample(2), Conv2d(128, kernel: 3, padding: 1), InstanceNorm, ReLU]
[Upsample(2), Conv2d(64, kernel: 3, padding: 1), InstanceNorm, ReLU]
[ReflectionPad2d(3), Conv2d(3, kernel: 7), Tanh]
internal sealed partial class CycleGenerator;

[Discriminator(3, 64, 64, Backends = Backends.Torch), Initialize(std: 0.02)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[Conv2d(512, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[ZeroPad2d(1, 0, 1, 0), Conv2d(1, kernel: 4, padding: 1)]
internal sealed partial class CycleDiscriminator;

// cyclegan.py takes 10 and 5 beside squares without a half.
[Gan<CycleGenerator, CycleDiscriminator, CycleGenerator, CycleDiscriminator>(Backends = Backends.Torch)]
[LeastSquares, CycleConsistency(weight: 5), Identity(weight: 2.5), Adam(2e-4, beta1: 0.5)]
internal sealed partial class CycleGan;

[Generator(3, 8, 8), Initialize(std: 0.2)]
[Conv2d(4, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2), Tap("d1")]
[Use<Encode>(6), Tap("d2")]
[Conv2d(5, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Use<Decode>(6), Concat("d2")]
[Use<Decode>(4), Concat("d1")]
[Upsample(2), ZeroPad2d(1, 0, 1, 0), Conv2d(3, kernel: 4, padding: 1), Tanh]
internal sealed partial class SmallPix2PixGenerator;

[Generator(3, 8, 8), Initialize(std: 0.2)]
[ReflectionPad2d(3), Conv2d(4, kernel: 7), InstanceNorm, ReLU]
[Conv2d(6, kernel: 3, stride: 2, padding: 1), InstanceNorm, ReLU]
[Use<CycleBlock>, Use<CycleBlock>]
[Upsample(2), Conv2d(4, kernel: 3, padding: 1), InstanceNorm, ReLU]
[ReflectionPad2d(3), Conv2d(3, kernel: 7), Tanh]
internal sealed partial class SmallCycleGenerator;

[Discriminator(3, 8, 8), Initialize(std: 0.2)]
[Conv2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(6, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[ZeroPad2d(1, 0, 1, 0), Conv2d(1, kernel: 3, padding: 1)]
internal sealed partial class SmallPatchGan;

[Discriminator(3, 8, 8, Source = new[] { 3, 8, 8 }), Initialize(std: 0.2)]
[Concat("source"), Conv2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(6, kernel: 4, stride: 2, padding: 1), InstanceNorm, LeakyReLU(0.2)]
[ZeroPad2d(1, 0, 1, 0), Conv2d(1, kernel: 3, padding: 1)]
internal sealed partial class SmallPairPatchGan;

[Gan<SmallPix2PixGenerator, SmallPairPatchGan>]
[LeastSquares, Reconstruction(weight: 100), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallPix2Pix;

[Gan<SmallCycleGenerator, SmallPatchGan, SmallCycleGenerator, SmallPatchGan>]
[LeastSquares, CycleConsistency(weight: 5), Identity(weight: 2.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallCycleGan;
