namespace GanDsl.Ilgpu.Tests.Games;

// Games over two pairs for both backends: pictures of 2 and of 3 channels, and pictures of one shape.

[Generator(2, 4, 4)]
[Conv2d(5, kernel: 3, padding: 1), Tanh]
[Conv2d(3, kernel: 3, padding: 1)]
internal sealed partial class ThereTranslator;

[Generator(3, 4, 4)]
[Conv2d(4, kernel: 3, padding: 1), Tanh]
[Conv2d(2, kernel: 3, padding: 1)]
internal sealed partial class BackTranslator;

[Discriminator(3, 4, 4)]
[Conv2d(6, kernel: 3, padding: 1), Tanh]
[Conv2d(1, kernel: 2, bias: false)]
internal sealed partial class ThereDiscriminator;

[Discriminator(2, 4, 4)]
[Conv2d(4, kernel: 3, padding: 1), Tanh]
[Flatten, Dense(1)]
internal sealed partial class BackDiscriminator;

[Generator(2, 4, 4)]
[Conv2d(5, kernel: 3, padding: 1, bias: false), BatchNorm(eps: 1e-2), Tanh]
[Conv2d(2, kernel: 3, padding: 1)]
internal sealed partial class TurningTranslator;

[Discriminator(2, 4, 4)]
[Conv2d(4, kernel: 3, padding: 1), SpectralNorm, Tanh]
[Flatten, Dense(1)]
internal sealed partial class SpectralTurnDiscriminator;

[Discriminator(2, 4, 4)]
[Conv2d(4, kernel: 3, padding: 1, bias: false), BatchNorm(eps: 1e-2), Tanh]
[Flatten, Dense(1)]
internal sealed partial class CoupledTurnDiscriminator;

[Gan<ThereTranslator, ThereDiscriminator, BackTranslator, BackDiscriminator>]
[LeastSquares, CycleConsistency(weight: 5), R1(gamma: 2, every: 3), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
internal sealed partial class TwoPairLazyR1Game;

[Gan<TurningTranslator, SpectralTurnDiscriminator, TurningTranslator, CoupledTurnDiscriminator>]
[NonSaturating, CycleConsistency(weight: 10), Identity(weight: 5), Ema(halfLifeImages: 50, rampUp: 0), ClipGradient(maxNorm: 1),
    Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class TwoPairIdentityGame;

[Gan<ThereTranslator, ThereDiscriminator, BackTranslator, BackDiscriminator>]
[RelativisticAverage, CycleConsistency(weight: 5), R1(gamma: 2), R2(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class TwoPairRelativisticGame;
