namespace GanDsl.Optimizers;

// One game for two optimisers: those at torch.optim's defaults, and every argument off its default.

[Generator(latent: 3)]
[Dense(7), Tanh, Dense(2)]
internal sealed partial class MovedGenerator;

[Discriminator(2)]
[Dense(9), Tanh, Dense(1)]
internal sealed partial class MovedDiscriminator;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Sgd(0.1, player: Player.Generator), Sgd(momentum: 0.9, player: Player.Discriminator)]
internal sealed partial class PlainSgdGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Sgd(0.05, momentum: 0.9, dampening: 0.3, weightDecay: 0.1, player: Player.Generator),
    Sgd(0.05, momentum: 0.8, weightDecay: 0.1, nesterov: true, player: Player.Discriminator)]
internal sealed partial class SgdGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[RmsProp(player: Player.Generator), RmsProp(1e-3, alpha: 0.9, eps: 1e-4, weightDecay: 0.1, player: Player.Discriminator)]
internal sealed partial class RmsPropGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[RmsProp(momentum: 0.9, player: Player.Generator),
    RmsProp(1e-3, alpha: 0.8, eps: 1e-3, weightDecay: 0.05, momentum: 0.5, centered: true, player: Player.Discriminator)]
internal sealed partial class CenteredRmsPropGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Adam(player: Player.Generator), Adam(1e-2, beta1: 0, beta2: 0.9, eps: 1e-3, player: Player.Discriminator)]
internal sealed partial class AdamGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Adam(weightDecay: 0.1, player: Player.Generator), Adam(beta2: 0.5, weightDecay: 0.1, amsgrad: true, player: Player.Discriminator)]
internal sealed partial class AmsgradGame;

// Bounds that bind in some updates and not in others, and rates that change within twenty updates.

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Sgd(0.1, momentum: 0.5, player: Player.Generator), Adam(1e-2, eps: 1e-4, player: Player.Discriminator)]
[ClipGradient(20, Player.Generator), ClipGradient(15, Player.Discriminator), WeightClip(0.3)]
[LearningRate(Decay.Cosine, steps: 8, endFactor: 0.1, warmUp: 3, player: Player.Generator),
    LearningRate(Decay.Linear, steps: 10, endFactor: 0.5, player: Player.Discriminator)]
internal sealed partial class BoundedGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[RmsProp(1e-2, eps: 1e-4, player: Player.Generator), RmsProp(2e-2, momentum: 0.5, eps: 1e-4, player: Player.Discriminator)]
[ClipGradient(10), WeightClip(0.4), LearningRate(warmUp: 5)]
internal sealed partial class BoundedRmsPropGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[AdamW(player: Player.Generator), AdamW(1e-2, beta1: 0.5, beta2: 0.6, eps: 1e-4, weightDecay: 0.2, amsgrad: true, player: Player.Discriminator)]
internal sealed partial class AdamWGame;

[Generator(latent: 3)]
[Dense(7), BatchNorm, Tanh, Dense(2)]
internal sealed partial class AveragedGenerator;

[Gan<AveragedGenerator, MovedDiscriminator>, NonSaturating]
[Adam(1e-2, eps: 1e-4), ClipGradient(0.05, Player.Generator), Ema(halfLifeImages: 64, rampUp: 0.5)]
internal sealed partial class AveragedGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating, Alternating(discriminatorSteps: 2)]
[RmsProp(1e-2, eps: 1e-4), Ema(halfLifeImages: 100, rampUp: 0)]
internal sealed partial class AveragedRmsPropGame;

[Gan<AveragedGenerator, MovedDiscriminator>, NonSaturating, Simultaneous]
[Adam(1e-2, eps: 1e-4), Ema(halfLifeImages: 50)]
internal sealed partial class AveragedAtOnceGame;
