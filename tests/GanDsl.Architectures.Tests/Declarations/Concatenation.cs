namespace GanDsl.Architectures.Tests;

// A GAN with classes by concatenation (Mirza and Osindero 2014), as PyTorch-GAN has it, implementations/cgan/cgan.py:
// https://github.com/eriklindernoren/PyTorch-GAN. Its BatchNorm1d(width, 0.8) gives 0.8 to eps, where a momentum was meant: here both are PyTorch's own. The
// game is its least squares on logits.

[Generator(latent: 100, Classes = 10, Backends = Backends.Torch)]
[From("label"), Embedding(10), Concat("latent")]
[Dense(128), LeakyReLU(0.2)]
[Dense(256), BatchNorm, LeakyReLU(0.2)]
[Dense(512), BatchNorm, LeakyReLU(0.2)]
[Dense(1024), BatchNorm, LeakyReLU(0.2)]
[Dense(1024), Tanh, Reshape(1, 32, 32)]
internal sealed partial class ConcatenationGenerator;

[Discriminator(1, 32, 32, Classes = 10, Backends = Backends.Torch)]
[From("label"), Embedding(10), Tap("class"), From("sample"), Flatten, Concat("class")]
[Dense(512), LeakyReLU(0.2)]
[Dense(512), Dropout(0.4), LeakyReLU(0.2)]
[Dense(512), Dropout(0.4), LeakyReLU(0.2)]
[Dense(1)]
internal sealed partial class ConcatenationDiscriminator;

[Gan<ConcatenationGenerator, ConcatenationDiscriminator>(Backends = Backends.Torch)]
[LeastSquares, Adam(2e-4, beta1: 0.5)]
internal sealed partial class ConcatenationGan;

// Without Dropout, of which each backend draws its own.
[Generator(latent: 5, Classes = 3)]
[From("label"), Embedding(4), Concat("latent"), Dense(8), LeakyReLU(0.2), Dense(12), BatchNorm, LeakyReLU(0.2), Dense(16), Tanh, Reshape(1, 4, 4)]
internal sealed partial class SmallConcatenationGenerator;

[Discriminator(1, 4, 4, Classes = 3)]
[From("label"), Embedding(4), Tap("class"), From("sample"), Flatten, Concat("class"), Dense(12), LeakyReLU(0.2), Dense(8), LeakyReLU(0.2), Dense(1)]
internal sealed partial class SmallConcatenationDiscriminator;

[Gan<SmallConcatenationGenerator, SmallConcatenationDiscriminator>]
[LeastSquares, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallConcatenation;
