namespace GanDsl.Benchmarks.Declarations;

[Generator(latent: 100)]
[Dense(7 * 7 * 128), BatchNorm, ReLU]
[Reshape(128, 7, 7)]
[ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
public sealed partial class Dcgan28x28Generator;

[Discriminator(1, 28, 28)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Flatten, Dense(1)]
public sealed partial class Dcgan28x28Discriminator;

[Gan<Dcgan28x28Generator, Dcgan28x28Discriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5)]
[Alternating(freshNoise: false)]
public sealed partial class Dcgan28x28;

[Gan<Dcgan28x28Generator, Dcgan28x28Discriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5)]
[Simultaneous]
public sealed partial class Dcgan28x28Simultaneous;

[Gan<Dcgan28x28Generator, Dcgan28x28Discriminator>]
[Wasserstein, GradientPenalty(weight: 10)]
[Adam(1e-4, beta1: 0, beta2: 0.9)]
[Alternating(discriminatorSteps: 5, freshNoise: false)]
public sealed partial class WganGp28x28;
