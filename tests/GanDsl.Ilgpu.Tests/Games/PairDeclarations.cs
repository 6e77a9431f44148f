namespace GanDsl.Ilgpu.Tests.Games;

// Games of pairs for both backends.

[Generator(2, 4, 4)]
[Conv2d(5, kernel: 3, padding: 1), Tanh]
[Conv2d(3, kernel: 3, padding: 1)]
internal sealed partial class PairTranslator;

[Discriminator(3, 4, 4, Source = new[] { 2, 4, 4 })]
[Concat("source"), Conv2d(6, kernel: 3, padding: 1), Tanh]
[Conv2d(1, kernel: 2, bias: false)]
internal sealed partial class PairDiscriminator;

[Discriminator(3, 4, 4, Source = new[] { 2, 4, 4 })]
[From("source"), Conv2d(3, kernel: 3, padding: 1, bias: false), Add("sample"), BatchNorm(eps: 1e-2), Tanh, Flatten, Dense(1)]
internal sealed partial class NormalisedPairDiscriminator;

[Gan<PairTranslator, PairDiscriminator>]
[LeastSquares, Reconstruction(weight: 10), R1(gamma: 2, every: 3), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
internal sealed partial class PairLazyR1Game;

[Gan<PairTranslator, PairDiscriminator>]
[NonSaturating, GradientPenalty(weight: 5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PairPenaltyGame;

[Gan<PairTranslator, NormalisedPairDiscriminator>]
[NonSaturating, Reconstruction(weight: 10), Ema(halfLifeImages: 50), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PairNormalisedGame;

[Gan<PairTranslator, PairDiscriminator>]
[Minimax, Simultaneous, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PairGameAtOnce;
