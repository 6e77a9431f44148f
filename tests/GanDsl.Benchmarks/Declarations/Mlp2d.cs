namespace GanDsl.Benchmarks.Declarations;

[Generator(latent: 2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(2)]
public sealed partial class Mlp2dGenerator;

[Discriminator(2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(1)]
public sealed partial class Mlp2dDiscriminator;

[Gan<Mlp2dGenerator, Mlp2dDiscriminator>]
[NonSaturating]
[Adam(2e-4, beta1: 0.5)]
[Alternating(freshNoise: false)]
public sealed partial class Mlp2d;
