namespace GanDsl.Ilgpu.Tests.Games;

// Games with classes for both backends.

[Generator(latent: 3, Classes = 4)]
[From("label"), Embedding(5), Concat("latent")]
[Dense(17), Tanh, Dense(2)]
internal sealed partial class ClassGenerator;

[Discriminator(2, Classes = 4)]
[From("label"), Embedding(3), Tap("class")]
[From("sample"), Dense(9), Tanh, Concat("class")]
[Dense(8), Tanh, Dense(1)]
internal sealed partial class ClassDiscriminator;

[Gan<ClassGenerator, ClassDiscriminator>]
[NonSaturating, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ClassGame;

[Gan<ClassGenerator, ClassDiscriminator>]
[Wasserstein, GradientPenalty(weight: 10, target: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class ClassWganGpGame;

[Gan<ClassGenerator, ClassDiscriminator>]
[NonSaturating, R1(gamma: 2, every: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
internal sealed partial class ClassLazyR1Game;

[Gan<ClassGenerator, ClassDiscriminator>]
[NonSaturating, Simultaneous, Ema(halfLifeImages: 50), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ClassGameAtOnce;

// One-hot labels beside pictures; D weighs its features by the class.
[Generator(latent: 5, Classes = 4)]
[From("label"), OneHot, Concat("latent"), Dense(4 * 3 * 3), Tanh, Reshape(4, 3, 3)]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
internal sealed partial class ClassPictureGenerator;

[Discriminator(1, 6, 6, Classes = 4)]
[From("label"), Embedding(8), Tap("class")]
[From("sample"), Conv2d(8, kernel: 4, stride: 2, padding: 1), Tanh, GlobalSumPool, Multiply("class"), Dense(1)]
internal sealed partial class ClassPictureDiscriminator;

[Gan<ClassPictureGenerator, ClassPictureDiscriminator>]
[Hinge, R1(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ClassPictureGame;

[Block]
[ConvTranspose2d(Width.Out, kernel: 4, stride: 2, padding: 1, bias: false), ConditionalBatchNorm(eps: 1e-3), Tanh]
internal sealed class ClassUpBlock;

[Generator(latent: 5, Classes = 4)]
[Dense(4 * 3 * 3, bias: false), Reshape(4, 3, 3), ConditionalBatchNorm, Tanh]
[Use<ClassUpBlock>(3)]
[Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class NormalisedClassGenerator;

[Discriminator(1, 6, 6, Classes = 4), SpectralNorm]
[Conv2d(8, kernel: 4, stride: 2, padding: 1), Tanh, GlobalSumPool, ProjectionHead]
internal sealed partial class ProjectingDiscriminator;

[Gan<NormalisedClassGenerator, ProjectingDiscriminator>]
[NonSaturating, R1(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ProjectingGame;
