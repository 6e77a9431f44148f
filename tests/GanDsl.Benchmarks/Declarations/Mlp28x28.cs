namespace GanDsl.Benchmarks.Declarations;

[Generator(latent: 100)]
[Dense(128), LeakyReLU(0.2)]
[Dense(256), BatchNorm, LeakyReLU(0.2)]
[Dense(512), BatchNorm, LeakyReLU(0.2)]
[Dense(1024), BatchNorm, LeakyReLU(0.2)]
[Dense(784), Tanh]
[Reshape(1, 28, 28)]
public sealed partial class Mlp28x28Generator;

[Discriminator(1, 28, 28)]
[Flatten]
[Dense(512), LeakyReLU(0.2)]
[Dense(256), LeakyReLU(0.2)]
[Dense(1)]
public sealed partial class Mlp28x28Discriminator;

[Gan<Mlp28x28Generator, Mlp28x28Discriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5)]
[Alternating(freshNoise: false)]
public sealed partial class Mlp28x28;
