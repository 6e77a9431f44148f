namespace GanDsl.Ilgpu.Tests.Games;

// Pictures of three channels and of one, odd ones too, that D sees changed.

[Generator(latent: 5)]
[Dense(144), Tanh, Reshape(3, 8, 6)]
internal sealed partial class ColorGenerator;

[Discriminator(3, 8, 6)]
[Conv2d(4, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
internal sealed partial class ColorDiscriminator;

[Generator(latent: 5)]
[Dense(35), Tanh, Reshape(1, 7, 5)]
internal sealed partial class GreyGenerator;

[Discriminator(1, 7, 5)]
[Conv2d(4, kernel: 3, padding: 1), Tanh, Flatten, Dense(1)]
internal sealed partial class GreyDiscriminator;

[Gan<ColorGenerator, ColorDiscriminator>]
[NonSaturating, DiffAugment, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AugmentedGame;

[Gan<GreyGenerator, GreyDiscriminator>]
[Wasserstein, DiffAugment(translation: 0.2, cutout: 0.6), GradientPenalty, Adam(1e-2, beta1: 0.5, eps: 1e-4), Alternating(2)]
internal sealed partial class GreyAugmentedGame;

// What is measured against the other kind has no use for a last bias: its gradient is rounding.
[Discriminator(3, 8, 6)]
[Conv2d(4, kernel: 3, padding: 1), Tanh, Flatten, Dense(1, bias: false)]
internal sealed partial class RelativeColorDiscriminator;

[Gan<ColorGenerator, RelativeColorDiscriminator>]
[RelativisticAverage, DiffAugment(color: false), R1(every: 3), Adam(1e-2, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class LazyAugmentedGame;

[Gan<ColorGenerator, ColorDiscriminator>]
[Minimax, DiffAugment, Adam(1e-2, beta1: 0.5, eps: 1e-4), Simultaneous]
internal sealed partial class AugmentedGameAtOnce;

[Gan<ColorGenerator, ColorDiscriminator>]
[NonSaturating, Ada(target: 0.55, every: 3, images: 40, initial: 0.5), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AdaptedGame;

[Gan<GreyGenerator, GreyDiscriminator>]
[Hinge, Ada(target: 0.15, every: 1, images: 50, initial: 0.8), Adam(1e-2, beta1: 0.5, eps: 1e-4), Alternating(2)]
internal sealed partial class GreyAdaptedGame;

[Gan<ColorGenerator, RelativeColorDiscriminator>]
[Relativistic, Ada(target: 0.55, every: 2, images: 40, initial: 1, geometry: false), R1(every: 3), Adam(1e-2, beta1: 0.5, eps: 1e-4),
    Alternating(freshNoise: false)]
internal sealed partial class LazyAdaptedGame;

[Discriminator(3, 8, 6)]
[Conv2d(4, kernel: 3, padding: 1), Tanh, Conv2d(1, kernel: 3, stride: 2)]
internal sealed partial class ColorPatchDiscriminator;

[Gan<ColorGenerator, ColorPatchDiscriminator>]
[NonSaturating, Ada(target: 0.55, every: 3, images: 40, initial: 0.5), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AdaptedPatchGame;

[Gan<ColorGenerator, ColorDiscriminator>]
[Minimax, Ada(target: 0.55, every: 3, images: 40, initial: 0.5, blit: false), Adam(1e-2, beta1: 0.5, eps: 1e-4), Simultaneous]
internal sealed partial class AdaptedGameAtOnce;
