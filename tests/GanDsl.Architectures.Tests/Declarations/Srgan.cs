namespace GanDsl.Architectures.Tests;

// SRGAN (Ledig et al. 2017) as PyTorch-GAN has it, implementations/srgan: https://github.com/eriklindernoren/PyTorch-GAN. Pictures of 24 × 24 stand where
// latents do, and become pictures of 96 × 96; D sees only these. Two things differ: the distance to the true picture is that of its pixels, where srgan.py
// takes features of a trained VGG-19; and its BatchNorm2d(64, 0.8) gives 0.8 to eps, where a momentum was meant: here both are PyTorch's own.

[Block]
[Tap("in"), Conv2d(Width.In, kernel: 3, padding: 1), BatchNorm, PReLU, Conv2d(Width.In, kernel: 3, padding: 1), BatchNorm, Add("in")]
internal sealed class SharpBlock;

[Block]
[Use<SharpBlock>, Use<SharpBlock>, Use<SharpBlock>, Use<SharpBlock>]
internal sealed class FourSharpBlocks;

[Block]
[Conv2d(Width.Out, kernel: 3, padding: 1), BatchNorm, PixelShuffle(2), PReLU]
internal sealed class Enlarge;

[Block]
[Conv2d(Width.Out, kernel: 3, padding: 1), BatchNorm, LeakyReLU(0.2)]
[Conv2d(Width.Out, kernel: 3, stride: 2, padding: 1), BatchNorm, LeakyReLU(0.2)]
internal sealed class Halve;

[Generator(3, 24, 24, Backends = Backends.Torch)]
[Conv2d(64, kernel: 9, padding: 4), PReLU, Tap("coarse")]
[Use<FourSharpBlocks>, Use<FourSharpBlocks>, Use<FourSharpBlocks>, Use<FourSharpBlocks>]
[Conv2d(64, kernel: 3, padding: 1), BatchNorm, Add("coarse")]
[Use<Enlarge>(256), Use<Enlarge>(256)]
[Conv2d(3, kernel: 9, padding: 4), Tanh]
internal sealed partial class SrGenerator;

[Discriminator(3, 96, 96, Backends = Backends.Torch)]
[Conv2d(64, kernel: 3, padding: 1), LeakyReLU(0.2), Conv2d(64, kernel: 3, stride: 2, padding: 1), BatchNorm, LeakyReLU(0.2)]
[Use<Halve>(128), Use<Halve>(256), Use<Halve>(512)]
[Conv2d(1, kernel: 3, padding: 1)]
internal sealed partial class SrDiscriminator;

// srgan.py takes a thousandth of squares without a half, beside a distance of weight 1.
[Gan<SrGenerator, SrDiscriminator>(Backends = Backends.Torch)]
[LeastSquares, Reconstruction(weight: 500), Adam(2e-4, beta1: 0.5)]
internal sealed partial class Srgan;

[Generator(3, 2, 2)]
[Conv2d(4, kernel: 3, padding: 1), PReLU, Tap("coarse")]
[Use<SharpBlock>, Use<SharpBlock>]
[Conv2d(4, kernel: 3, padding: 1), BatchNorm, Add("coarse")]
[Use<Enlarge>(16), Use<Enlarge>(16)]
[Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallSrGenerator;

// No bias that BatchNorm would take away: its gradient would be rounding.
[Discriminator(3, 8, 8)]
[Conv2d(4, kernel: 3, padding: 1), LeakyReLU(0.2)]
[Conv2d(6, kernel: 3, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(1, kernel: 3, padding: 1)]
internal sealed partial class SmallSrDiscriminator;

[Gan<SmallSrGenerator, SmallSrDiscriminator>]
[LeastSquares, Reconstruction(weight: 10), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallSrgan;
