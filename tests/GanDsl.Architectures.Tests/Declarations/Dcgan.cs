namespace GanDsl.Architectures.Tests;

// pytorch/examples, dcgan/main.py: https://github.com/pytorch/examples; of three channels and of one. LSGAN and WGAN-GP have its bodies.

[Generator(latent: 100, Backends = Backends.Torch), Initialize(std: 0.02)]
[Reshape(100, 1, 1)]
[ConvTranspose2d(512, kernel: 4, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(3, kernel: 4, stride: 2, padding: 1, bias: false), Tanh]
internal sealed partial class DcganGenerator;

[Discriminator(3, 64, 64, Backends = Backends.Torch), Initialize(std: 0.02)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(512, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(1, kernel: 4, bias: false), Flatten]
internal sealed partial class DcganDiscriminator;

[Generator(latent: 100, Backends = Backends.Torch), Initialize(std: 0.02)]
[Reshape(100, 1, 1)]
[ConvTranspose2d(512, kernel: 4, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1, bias: false), Tanh]
internal sealed partial class GreyDcganGenerator;

[Discriminator(1, 64, 64, Backends = Backends.Torch), Initialize(std: 0.02)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(512, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(1, kernel: 4, bias: false), Flatten]
internal sealed partial class GreyDcganDiscriminator;

[Gan<DcganGenerator, DcganDiscriminator>(Backends = Backends.Torch)]
[NonSaturating, Adam(2e-4, beta1: 0.5)]
internal sealed partial class Dcgan;

[Gan<GreyDcganGenerator, GreyDcganDiscriminator>(Backends = Backends.Torch)]
[NonSaturating, Adam(2e-4, beta1: 0.5)]
internal sealed partial class GreyDcgan;

// Mao et al. 2017.
[Gan<DcganGenerator, DcganDiscriminator>(Backends = Backends.Torch)]
[LeastSquares, Adam(2e-4, beta1: 0.5)]
internal sealed partial class Lsgan;

// Gulrajani et al. 2017: no BatchNorm in the critic.
[Discriminator(3, 64, 64, Backends = Backends.Torch), Initialize(std: 0.02)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(512, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(1, kernel: 4, bias: false), Flatten]
internal sealed partial class WganCritic;

[Gan<DcganGenerator, WganCritic>(Backends = Backends.Torch)]
[Wasserstein, GradientPenalty(weight: 10), Adam(1e-4, beta1: 0, beta2: 0.9), Alternating(discriminatorSteps: 5)]
internal sealed partial class WganGp;

[Generator(latent: 5), Initialize(std: 0.2)]
[Reshape(5, 1, 1)]
[ConvTranspose2d(6, kernel: 4, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(4, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
[ConvTranspose2d(3, kernel: 4, stride: 2, padding: 1, bias: false), Tanh]
internal sealed partial class SmallDcganGenerator;

[Discriminator(3, 16, 16), Initialize(std: 0.2)]
[Conv2d(4, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(6, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
[Conv2d(1, kernel: 4, bias: false), Flatten]
internal sealed partial class SmallDcganDiscriminator;

[Discriminator(3, 16, 16), Initialize(std: 0.2)]
[Conv2d(4, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(6, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
[Conv2d(1, kernel: 4, bias: false), Flatten]
internal sealed partial class SmallWganCritic;

[Gan<SmallDcganGenerator, SmallDcganDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallDcgan;

[Gan<SmallDcganGenerator, SmallDcganDiscriminator>]
[LeastSquares, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmallLsgan;

[Gan<SmallDcganGenerator, SmallWganCritic>]
[Wasserstein, GradientPenalty(weight: 10), Adam(1e-3, beta1: 0, beta2: 0.9, eps: 1e-4)]
internal sealed partial class SmallWganGp;
