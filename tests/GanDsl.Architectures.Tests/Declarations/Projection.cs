namespace GanDsl.Architectures.Tests;

// cGAN by projection for pictures of 32 × 32 as mimicry has it, https://github.com/kwotsin/mimicry: SNGAN with the label in G's normalisations and at D's end;
// and SAGAN with classes, which is the same with attention and spectral norm in G.

[Block]
[Tap("in"), ConditionalBatchNorm, ReLU, Upsample(2, UpsampleMode.Bilinear), Conv2d(Width.Out, kernel: 3, padding: 1), ConditionalBatchNorm, ReLU,
    Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
[From("in"), Upsample(2, UpsampleMode.Bilinear), Conv2d(Width.Out, kernel: 1), Add("main")]
internal sealed class ConditionalUpBlock;

[Generator(latent: 128, Classes = 10, Backends = Backends.Torch)]
[Dense(256 * 4 * 4), Reshape(256, 4, 4)]
[Use<ConditionalUpBlock>(256), Use<ConditionalUpBlock>(256), Use<ConditionalUpBlock>(256)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class ProjectionGenerator;

[Discriminator(3, 32, 32, Classes = 10, Backends = Backends.Torch), SpectralNorm]
[Use<FirstDownBlock>(128), Use<DownBlock>(128), Use<SameBlock>, Use<SameBlock>]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class ProjectionDiscriminator;

[Gan<ProjectionGenerator, ProjectionDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(2e-4, beta1: 0, beta2: 0.9), Alternating(discriminatorSteps: 5)]
internal sealed partial class ProjectionGan;

[Generator(latent: 128, Classes = 10, Backends = Backends.Torch), SpectralNorm]
[Dense(256 * 4 * 4), Reshape(256, 4, 4)]
[Use<ConditionalUpBlock>(256), Use<ConditionalUpBlock>(256), SelfAttention2d, Use<ConditionalUpBlock>(256)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class ConditionalSaganGenerator;

[Discriminator(3, 32, 32, Classes = 10, Backends = Backends.Torch), SpectralNorm]
[Use<FirstDownBlock>(128), SelfAttention2d, Use<DownBlock>(128), Use<SameBlock>, Use<SameBlock>]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class ConditionalSaganDiscriminator;

[Gan<ConditionalSaganGenerator, ConditionalSaganDiscriminator>(Backends = Backends.Torch)]
[Hinge, Adam(1e-4, beta1: 0, beta2: 0.9, player: Player.Generator), Adam(4e-4, beta1: 0, beta2: 0.9, player: Player.Discriminator)]
internal sealed partial class ConditionalSagan;

[Generator(latent: 5, Classes = 3), SpectralNorm]
[Dense(8 * 2 * 2), Reshape(8, 2, 2)]
[Use<ConditionalUpBlock>(8), SelfAttention2d, Use<ConditionalUpBlock>(4)]
[BatchNorm, ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
internal sealed partial class SmallProjectionGenerator;

[Discriminator(3, 8, 8, Classes = 3), SpectralNorm]
[Use<FirstDownBlock>(8), SelfAttention2d, Use<DownBlock>(5), Use<SameBlock>]
[ReLU, GlobalSumPool, ProjectionHead]
internal sealed partial class SmallProjectionDiscriminator;

[Gan<SmallProjectionGenerator, SmallProjectionDiscriminator>]
[Hinge, Adam(1e-3, beta1: 0, beta2: 0.9, eps: 1e-4)]
internal sealed partial class SmallProjection;
