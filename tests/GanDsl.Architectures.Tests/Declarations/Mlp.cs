namespace GanDsl.Architectures.Tests;

// PyTorch-GAN, implementations/gan/gan.py: https://github.com/eriklindernoren/PyTorch-GAN

[Generator(latent: 100, Backends = Backends.Torch)]
[Dense(128), LeakyReLU(0.2)]
[Dense(256), BatchNorm, LeakyReLU(0.2)]
[Dense(512), BatchNorm, LeakyReLU(0.2)]
[Dense(1024), BatchNorm, LeakyReLU(0.2)]
[Dense(784), Tanh, Reshape(1, 28, 28)]
internal sealed partial class MlpGenerator;

[Discriminator(1, 28, 28, Backends = Backends.Torch)]
[Flatten, Dense(512), LeakyReLU(0.2)]
[Dense(256), LeakyReLU(0.2)]
[Dense(1)]
internal sealed partial class MlpDiscriminator;

[Gan<MlpGenerator, MlpDiscriminator>(Backends = Backends.Torch)]
[NonSaturating, Adam(2e-4, beta1: 0.5)]
internal sealed partial class MlpGan;

[Generator(latent: 6)]
[Dense(8), LeakyReLU(0.2)]
[Dense(12), BatchNorm, LeakyReLU(0.2)]
[Dense(16), Tanh, Reshape(1, 4, 4)]
internal sealed partial class SmallMlpGenerator;

[Discriminator(1, 4, 4)]
[Flatten, Dense(12), LeakyReLU(0.2)]
[Dense(8), LeakyReLU(0.2)]
[Dense(1)]
internal sealed partial class SmallMlpDiscriminator;

[Gan<SmallMlpGenerator, SmallMlpDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallMlpGan;
