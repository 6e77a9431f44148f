namespace GanDsl.States;

// Between them: everything that a game remembers from one call of Step to the next.

[Generator(latent: 3)]
[Dense(7), BatchNorm, Tanh, Dense(2)]
internal sealed partial class NormalizedGenerator;

[Discriminator(2)]
[Dense(9), Tanh, Dropout(0.3), Dense(1)]
internal sealed partial class DroppingDiscriminator;

[Gan<NormalizedGenerator, DroppingDiscriminator>, NonSaturating, Alternating(discriminatorSteps: 2), R1(gamma: 1, every: 3)]
[Adam(1e-2, eps: 1e-4), Ema(halfLifeImages: 64, rampUp: 0.5), WeightClip(0.3), ClipGradient(0.05, Player.Generator)]
[LearningRate(Decay.Cosine, steps: 8, endFactor: 0.1, warmUp: 3, player: Player.Generator),
    LearningRate(Decay.Linear, steps: 10, endFactor: 0.5, player: Player.Discriminator)]
internal sealed partial class EverythingGame;

[Discriminator(2)]
[SpectralNorm, Dense(9), Tanh, Dense(1)]
internal sealed partial class SpectralDiscriminator;

[Gan<NormalizedGenerator, SpectralDiscriminator>, RelativisticAverage, Alternating(discriminatorSteps: 3, freshNoise: false)]
[RmsProp(1e-2, momentum: 0.9, eps: 1e-3, centered: true, player: Player.Generator), AdamW(1e-2, eps: 1e-4, amsgrad: true, player: Player.Discriminator)]
internal sealed partial class RelativisticGame;

[Discriminator(2)]
[Dense(9), Tanh, Dense(1)]
internal sealed partial class PlainDiscriminator;

[Gan<NormalizedGenerator, PlainDiscriminator>, Wasserstein, GradientPenalty, Dragan, LeCam]
[Sgd(1e-2, momentum: 0.9)]
internal sealed partial class PenalizedGame;

[Gan<NormalizedGenerator, PlainDiscriminator>, NonSaturating, Simultaneous]
[Adam(1e-2, eps: 1e-4), Ema(halfLifeImages: 50)]
internal sealed partial class AtOnceGame;

[Gan<NormalizedGenerator, PlainDiscriminator>, NonSaturating]
[Adam(1e-2, eps: 1e-4)]
internal sealed partial class PlainGame;

[Discriminator(2)]
[Dense(8), Tanh, Dense(1)]
internal sealed partial class NarrowDiscriminator;

[Gan<NormalizedGenerator, NarrowDiscriminator>, NonSaturating]
[Adam(1e-2, eps: 1e-4)]
internal sealed partial class NarrowGame;

[Gan<NormalizedGenerator, PlainDiscriminator>, NonSaturating]
[Sgd(1e-2)]
internal sealed partial class ForgetfulGame;

// As many weights as PlainGame's.
[Discriminator(2)]
[Dense(9), LeakyReLU, Dense(1)]
internal sealed partial class RectifiedDiscriminator;

[Gan<NormalizedGenerator, RectifiedDiscriminator>, NonSaturating]
[Adam(1e-2, eps: 1e-4)]
internal sealed partial class RectifiedGame;
