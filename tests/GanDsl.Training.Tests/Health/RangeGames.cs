namespace GanDsl.Training.Tests.Health;

[Discriminator(2)]
[Dense(5), LeakyReLU, Dense(1)]
internal sealed partial class RangeJudge;

[Generator(latent: 2)]
[Dense(4), Tanh, Dense(2), Sigmoid]
internal sealed partial class SigmoidGenerator;

[Gan<SigmoidGenerator, RangeJudge>, NonSaturating]
[Adam(1e-3)]
internal sealed partial class SigmoidGame;

[Block]
[Dense(2), Tanh]
internal sealed class LastBlock;

[Generator(latent: 2)]
[Dense(4), LeakyReLU, Use<LastBlock>, Reshape(2)]
internal sealed partial class TanhForth;

[Generator(latent: 2)]
[Dense(4), Tanh, Dense(2), ReLU]
internal sealed partial class RectifiedBack;

[Gan<TanhForth, RangeJudge, RectifiedBack, RangeJudge>, LeastSquares, CycleConsistency(weight: 5)]
[Adam(1e-3)]
internal sealed partial class RangeCycleGame;
