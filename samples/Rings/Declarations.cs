using GanDsl;

namespace Rings;

[Generator(latent: 2)]
[Dense(128), ReLU]
[Dense(128), ReLU]
[Dense(2)]
public sealed partial class PointGenerator;

[Discriminator(2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(1)]
public sealed partial class PointDiscriminator;

// The original game, with Adam's defaults: its momentum of 0.9 makes G circle around the modes, and D follow it.
[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating]
[Adam(1e-3)]
public sealed partial class PlainGame;

// The same, but D should be flat at the reals.
[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, R1(gamma: 0.1)]
[Adam(1e-3)]
public sealed partial class FlatGame;

// The other remedy, and the most common: less momentum.
[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating]
[Adam(1e-3, beta1: 0.5)]
public sealed partial class CalmGame;

// D is a critic whose slope is held near 1.
[Gan<PointGenerator, PointDiscriminator>]
[Wasserstein, GradientPenalty(weight: 0.1)]
[Adam(1e-3, beta1: 0.5, beta2: 0.9)]
[Alternating(discriminatorSteps: 5)]
public sealed partial class SlopeGame;

// No layer of D stretches anything, so D is flat everywhere. The recipe of Miyato et al. 2018: the hinge, no momentum, five steps of D.
[Discriminator(2)]
[SpectralNorm]
[Dense(128), LeakyReLU(0.2)]
[Dense(128), LeakyReLU(0.2)]
[Dense(1)]
public sealed partial class BoundedDiscriminator;

[Gan<PointGenerator, BoundedDiscriminator>]
[Hinge]
[Adam(1e-3, beta1: 0, beta2: 0.9)]
[Alternating(discriminatorSteps: 5)]
public sealed partial class BoundedGame;
