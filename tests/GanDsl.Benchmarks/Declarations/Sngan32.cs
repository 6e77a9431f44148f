namespace GanDsl.Benchmarks.Declarations;

// The plain convolutional networks of Miyato et al. 2018, table 3, for 32 × 32 pictures. G's last layer is a transposed convolution of stride 1: libtorch's
// float32 convolutions to 3 channels give wrong numbers on some CPUs, and a baseline that computes something else is none.

[Generator(latent: 128)]
[Dense(4 * 4 * 512), Reshape(512, 4, 4), BatchNorm, ReLU]
[ConvTranspose2d(256, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
[ConvTranspose2d(128, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
[ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
[ConvTranspose2d(3, kernel: 3, padding: 1), Tanh]
public sealed partial class Sngan32Generator;

[Discriminator(3, 32, 32), SpectralNorm]
[Conv2d(64, kernel: 3, padding: 1), LeakyReLU(0.1)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.1)]
[Conv2d(128, kernel: 3, padding: 1), LeakyReLU(0.1)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.1)]
[Conv2d(256, kernel: 3, padding: 1), LeakyReLU(0.1)]
[Conv2d(256, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.1)]
[Conv2d(512, kernel: 3, padding: 1), LeakyReLU(0.1)]
[Flatten, Dense(1)]
public sealed partial class Sngan32Discriminator;

// Adam divides a gradient by its size: with an eps of 1e-8, the rounding of those next to 0 would tell the sides apart.
[Gan<Sngan32Generator, Sngan32Discriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5, eps: 1e-5)]
[Alternating(freshNoise: false)]
public sealed partial class Sngan32;
