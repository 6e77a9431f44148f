namespace GanDsl.Architectures.Tests;

// PyTorch-GAN, implementations/acgan/acgan.py and infogan/infogan.py: https://github.com/eriklindernoren/PyTorch-GAN. Scores go to their losses without the
// softmax that stands there before the cross-entropy, BatchNorm has PyTorch's eps, and InfoGAN's D gives its Gaussian codes a variance, as the paper has it.

[Block]
[Upsample(2), Conv2d(Width.Out, kernel: 3, padding: 1), BatchNorm, LeakyReLU(0.2)]
internal sealed class UpConv;

[Block]
[Conv2d(Width.Out, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2), Dropout2d(0.25), BatchNorm]
internal sealed class DownConv;

[Generator(latent: 100, Classes = 10, Backends = Backends.Torch)]
[From("label"), Embedding(100), Multiply("latent")]
[Dense(128 * 8 * 8), Reshape(128, 8, 8), BatchNorm]
[Use<UpConv>(128), Use<UpConv>(64)]
[Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class AcGenerator;

[Discriminator(1, 32, 32, Backends = Backends.Torch)]
[Conv2d(16, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2), Dropout2d(0.25)]
[Use<DownConv>(32), Use<DownConv>(64), Use<DownConv>(128)]
[Flatten, Tap("features")]
[Dense(10), Head("class")]
[From("features"), Dense(1)]
internal sealed partial class AcDiscriminator;

[Gan<AcGenerator, AcDiscriminator>(Backends = Backends.Torch)]
[NonSaturating, AuxiliaryClassifier("class"), Adam(2e-4, beta1: 0.5)]
internal sealed partial class AcGan;

// 62 numbers of noise, a code of ten classes and one of two numbers.
[Generator(latent: 62 + 10 + 2, Backends = Backends.Torch)]
[Dense(128 * 8 * 8), Reshape(128, 8, 8), BatchNorm]
[Use<UpConv>(128), Use<UpConv>(64)]
[Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class InfoGenerator;

[Discriminator(1, 32, 32, Backends = Backends.Torch)]
[Conv2d(16, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2), Dropout2d(0.25)]
[Use<DownConv>(32), Use<DownConv>(64), Use<DownConv>(128)]
[Flatten, Tap("features")]
[Dense(10), Head("class")]
[From("features"), Dense(2 * 2), Head("style")]
[From("features"), Dense(1)]
internal sealed partial class InfoDiscriminator;

[Gan<InfoGenerator, InfoDiscriminator>(Backends = Backends.Torch)]
[LeastSquares, MutualInformation("class"), MutualInformation("style", weight: 0.1, Code.Gaussian), Adam(2e-4, beta1: 0.5)]
internal sealed partial class InfoGan;

[Generator(latent: 6, Classes = 3), Initialize(std: 0.2)]
[From("label"), Embedding(6), Multiply("latent")]
[Dense(5 * 2 * 2), Tanh, Reshape(5, 2, 2)]
[Use<UpConv>(6), Use<UpConv>(4)]
[Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallAcGenerator;

// No bias where one sign of all that it is added to would leave it to BatchNorm to take away: its gradient would be rounding.
[Discriminator(1, 8, 8), Initialize(std: 0.2)]
[Conv2d(4, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(6, kernel: 3, stride: 2, padding: 1, bias: false), LeakyReLU(0.2), BatchNorm]
[Flatten, Tap("features")]
[Dense(3), Head("class")]
[From("features"), Dense(1)]
internal sealed partial class SmallAcDiscriminator;

[Gan<SmallAcGenerator, SmallAcDiscriminator>]
[NonSaturating, AuxiliaryClassifier("class"), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallAcGan;

[Generator(latent: 9), Initialize(std: 0.2)]
[Dense(5 * 2 * 2), Tanh, Reshape(5, 2, 2)]
[Use<UpConv>(6), Use<UpConv>(4)]
[Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallInfoGenerator;

// No bias where one sign of all that it is added to would leave it to BatchNorm to take away: its gradient would be rounding.
[Discriminator(1, 8, 8), Initialize(std: 0.2)]
[Conv2d(4, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(6, kernel: 3, stride: 2, padding: 1, bias: false), LeakyReLU(0.2), BatchNorm]
[Flatten, Tap("features")]
[Dense(3), Head("class")]
[From("features"), Dense(4), Head("style")]
[From("features"), Dense(1)]
internal sealed partial class SmallInfoDiscriminator;

[Gan<SmallInfoGenerator, SmallInfoDiscriminator>]
[LeastSquares, MutualInformation("class"), MutualInformation("style", weight: 0.1, Code.Gaussian), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallInfoGan;
