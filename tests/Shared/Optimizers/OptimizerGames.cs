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
[Sgd(0.05, momentum: 0.9, dampening: 0.3, weightDecay: 0.1, player: Player.Generator), Sgd(0.05, momentum: 0.8, weightDecay: 0.1, nesterov: true, player: Player.Discriminator)]
internal sealed partial class SgdGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[RmsProp(player: Player.Generator), RmsProp(1e-3, alpha: 0.9, eps: 1e-4, weightDecay: 0.1, player: Player.Discriminator)]
internal sealed partial class RmsPropGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[RmsProp(momentum: 0.9, player: Player.Generator), RmsProp(1e-3, alpha: 0.8, eps: 1e-3, weightDecay: 0.05, momentum: 0.5, centered: true, player: Player.Discriminator)]
internal sealed partial class CenteredRmsPropGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Adam(player: Player.Generator), Adam(1e-2, beta1: 0, beta2: 0.9, eps: 1e-3, player: Player.Discriminator)]
internal sealed partial class AdamGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[Adam(weightDecay: 0.1, player: Player.Generator), Adam(beta2: 0.5, weightDecay: 0.1, amsgrad: true, player: Player.Discriminator)]
internal sealed partial class AmsgradGame;

[Gan<MovedGenerator, MovedDiscriminator>, NonSaturating]
[AdamW(player: Player.Generator), AdamW(1e-2, beta1: 0.5, beta2: 0.6, eps: 1e-4, weightDecay: 0.2, amsgrad: true, player: Player.Discriminator)]
internal sealed partial class AdamWGame;
