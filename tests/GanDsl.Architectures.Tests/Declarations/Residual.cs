namespace GanDsl.Architectures.Tests;

// SNGAN for pictures of 32 × 32 as mimicry has it, https://github.com/kwotsin/mimicry, and SAGAN without conditions: the same with attention at 16 × 16,
// spectral norm in G, too, and two rates of learning. Their blocks are declared once.

[Block]
[Tap("in"), BatchNorm, ReLU, Upsample(2, UpsampleMode.Bilinear), Conv2d(Width.Out, kernel: 3, padding: 1), BatchNorm, ReLU,
    Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
[From("in"), Upsample(2, UpsampleMode.Bilinear), Conv2d(Width.Out, kernel: 1), Add("main")]
internal sealed class UpBlock;

[Block]
[Tap("in"), Conv2d(Width.Out, kernel: 3, padding: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), AvgPool2d(2), Tap("main")]
[From("in"), AvgPool2d(2), Conv2d(Width.Out, kernel: 1), Add("main")]
internal sealed class FirstDownBlock;

[Block]
[Tap("in"), ReLU, Conv2d(Width.In, kernel: 3, padding: 1), ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), AvgPool2d(2), Tap("main")]
[From("in"), Conv2d(Width.Out, kernel: 1), AvgPool2d(2), Add("main")]
internal sealed class DownBlock;

[Block]
[Tap("in"), ReLU, Conv2d(Width.In, kernel: 3, padding: 1), ReLU, Conv2d(Width.In, kernel: 3, padding: 1), Add("in")]
internal sealed class SameBlock;

[Generator(latent: 128, Backends = Backends.Torch)]
[Dense(256 * 4 * 4), Reshape(256, 4, 4)]
[Use<UpBlock>(256), Use<UpBlock>(256), Use<UpBlock>(256)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SnganGenerator;

[Discriminator(3, 32, 32, Backends = Backends.Torch), SpectralNorm]
[Use<FirstDownBlock>(128), Use<DownBlock>(128), Use<SameBlock>, Use<SameBlock>]
[ReLU, GlobalSumPool, Dense(1)]
internal sealed partial class SnganDiscriminator;

[Gan<SnganGenerator, SnganDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(2e-4, beta1: 0, beta2: 0.9), Alternating(discriminatorSteps: 5)]
internal sealed partial class Sngan;

[Generator(latent: 128, Backends = Backends.Torch), SpectralNorm]
[Dense(256 * 4 * 4), Reshape(256, 4, 4)]
[Use<UpBlock>(256), Use<UpBlock>(256), SelfAttention2d, Use<UpBlock>(256)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SaganGenerator;

[Discriminator(3, 32, 32, Backends = Backends.Torch), SpectralNorm]
[Use<FirstDownBlock>(128), SelfAttention2d, Use<DownBlock>(128), Use<SameBlock>, Use<SameBlock>]
[ReLU, GlobalSumPool, Dense(1)]
internal sealed partial class SaganDiscriminator;

[Gan<SaganGenerator, SaganDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(1e-4, beta1: 0, beta2: 0.9, player: Player.Generator), Adam(4e-4, beta1: 0, beta2: 0.9, player: Player.Discriminator)]
internal sealed partial class Sagan;

[Generator(latent: 5)]
[Dense(6 * 2 * 2), Reshape(6, 2, 2)]
[Use<UpBlock>(5), Use<UpBlock>(4)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallSnganGenerator;

[Discriminator(3, 8, 8), SpectralNorm]
[Use<FirstDownBlock>(6), Use<DownBlock>(5), Use<SameBlock>]
[ReLU, GlobalSumPool, Dense(1)]
internal sealed partial class SmallSnganDiscriminator;

[Gan<SmallSnganGenerator, SmallSnganDiscriminator>]
[Hinge, Adam(1e-3, beta1: 0, beta2: 0.9, eps: 1e-4)]
internal sealed partial class SmallSngan;

[Generator(latent: 5), SpectralNorm]
[Dense(8 * 2 * 2), Reshape(8, 2, 2)]
[Use<UpBlock>(8), SelfAttention2d, Use<UpBlock>(4)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallSaganGenerator;

[Discriminator(3, 8, 8), SpectralNorm]
[Use<FirstDownBlock>(8), SelfAttention2d, Use<DownBlock>(5), Use<SameBlock>]
[ReLU, GlobalSumPool, Dense(1)]
internal sealed partial class SmallSaganDiscriminator;

[Gan<SmallSaganGenerator, SmallSaganDiscriminator>]
[Hinge, Adam(1e-3, beta1: 0, beta2: 0.9, eps: 1e-4, player: Player.Generator), Adam(4e-3, beta1: 0, beta2: 0.9, eps: 1e-4, player: Player.Discriminator)]
internal sealed partial class SmallSagan;
