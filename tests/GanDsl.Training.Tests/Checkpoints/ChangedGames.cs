using GanDsl.States;

namespace GanDsl.Training.Tests.Checkpoints;

// Games with the tensors of PlainGame, or of each other, that are other games all the same.

[Gan<NormalizedGenerator, PlainDiscriminator>, LeastSquares]
[Adam(5e-3, eps: 1e-4), LearningRate(Decay.Linear, steps: 100)]
internal sealed partial class ChangedGame;

[Generator(latent: 3)]
[Dense(7), BatchNorm, Tanh, Dense(2)]
[Initialize(0.02)]
internal sealed partial class InitializedGenerator;

[Gan<InitializedGenerator, PlainDiscriminator>, NonSaturating]
[Adam(1e-2, eps: 1e-4)]
internal sealed partial class InitializedGame;

[Generator(latent: 2)]
[Dense(4), Tanh, Dense(2)]
internal sealed partial class Forth;

[Generator(latent: 2)]
[Dense(4), Tanh, Dense(2)]
internal sealed partial class Back;

[Discriminator(2)]
[Dense(5), Tanh, Dense(1)]
internal sealed partial class Judge;

[Discriminator(2)]
[Dense(5), LeakyReLU, Dense(1)]
internal sealed partial class ChangedJudge;

[Gan<Forth, Judge, Back, Judge>, LeastSquares, CycleConsistency(weight: 5)]
[Adam(1e-3)]
internal sealed partial class CycleGame;

[Gan<Forth, Judge, Back, ChangedJudge>, LeastSquares, CycleConsistency(weight: 10)]
[Adam(1e-3)]
internal sealed partial class ChangedCycleGame;
