namespace GanDsl.Ilgpu.Tests.Games;

// Games for both backends. Those that run free for ten steps have smooth activations and a large eps: Adam divides by the gradient's size,
// so that with ReLU and eps 1e-8 the last bit of a gradient near 0 moves a weight by a whole step.

[Generator(latent: 3)]
[Dense(17), Tanh]
[Dense(8), Tanh, Dense(2)]
internal sealed partial class PointGenerator;

[Discriminator(2)]
[Dense(19), Tanh]
[Dense(8), Sigmoid, Dense(1)]
internal sealed partial class PointDiscriminator;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointGame;

// Weights of more than 2¹⁶ numbers, ragged ones, are turned before they are multiplied with.
[Generator(latent: 3)]
[Dense(257), Tanh]
[Dense(261), Tanh, Dense(2)]
internal sealed partial class TransposedGenerator;

[Discriminator(2)]
[Dense(258), Tanh]
[Dense(263), Tanh, Dense(1)]
internal sealed partial class TransposedDiscriminator;

[Gan<TransposedGenerator, TransposedDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class TransposedGame;

[Gan<PointGenerator, PointDiscriminator>]
[Minimax, Adam(1e-2, eps: 1e-4, weightDecay: 0.01, amsgrad: true), Alternating(discriminatorSteps: 2, freshNoise: false)]
internal sealed partial class PointMinimaxGame;

[Generator(latent: 5)]
[Dense(16 * 3 * 3, bias: false), BatchNorm, Tanh]
[Reshape(16, 3, 3)]
[ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
internal sealed partial class PictureGenerator;

[Discriminator(1, 12, 12)]
[Conv2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
[Conv2d(32, kernel: 4, stride: 2, padding: 1), Tanh]
[Flatten, Dense(1)]
internal sealed partial class PictureDiscriminator;

[Discriminator(1, 12, 12)]
[Conv2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
[Conv2d(32, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
[Flatten, Dense(1)]
internal sealed partial class NormalisedDiscriminator;

[Gan<PictureGenerator, PictureDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PictureGame;

[Gan<PictureGenerator, NormalisedDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class NormalisedGame;

// Networks of every layer, with windows that are not square, groups, dilation, every padding mode and arguments off their defaults.

[Generator(latent: 6)]
[Dense(4 * 5 * 6), LeakyReLU(0.3)]
[Reshape(4, 5, 6)]
[ConvTranspose2d(6, kernel: [3, 3], stride: [3, 2], padding: [1, 1], outputPadding: [2, 1], dilation: [1, 2], groups: 2), BatchNorm(eps: 1e-3, momentum: 0.3),
    ReLU]
[ConvTranspose2d(3, kernel: [2, 5], padding: [0, 2], bias: false), BatchNorm(affine: false), LeakyReLU(-0.1)]
[ConvTranspose2d(2, kernel: 1), Sigmoid]
internal sealed partial class WideGenerator;

[Discriminator(2, 11, 13)]
[Conv2d(4, kernel: 3, padding: 2, paddingMode: PaddingMode.Reflect, dilation: 2), Tanh]
[Conv2d(6, kernel: [3, 5], stride: [2, 3], padding: [1, 2], paddingMode: PaddingMode.Replicate, groups: 2), BatchNorm(trackRunningStats: false), LeakyReLU(0.2)]
[Conv2d(5, kernel: 3, padding: 1, paddingMode: PaddingMode.Circular, bias: false), Sigmoid]
[Conv2d(3, kernel: 2, stride: 2), Tanh]
[Flatten]
[Dense(7, bias: false), BatchNorm, Tanh]
[Dense(1)]
internal sealed partial class WideDiscriminator;

[Generator(latent: 6)]
[Dense(24), LayerNorm, SiLU, PixelNorm(1e-3)]
[Reshape(6, 2, 2)]
[ConvTranspose2d(6, kernel: 4, stride: 2, padding: 1), GroupNorm(3), PReLU(perChannel: true)]
[ConvTranspose2d(4, kernel: 3, padding: 1), InstanceNorm(affine: true), Softplus(2, threshold: 1)]
[ConvTranspose2d(2, kernel: 3), PixelNorm, Sigmoid]
internal sealed partial class SampleNormGenerator;

[Discriminator(2, 6, 6)]
[LayerNorm(affine: false), Conv2d(8, kernel: 3, padding: 1), LayerNorm, SiLU]
[Conv2d(6, kernel: 4, stride: 2, padding: 1), GroupNorm(2, affine: false), InstanceNorm(0.1), PReLU]
[GlobalAvgPool, Dense(8), Softmax, GroupNorm(2), Softplus, Reshape(8, 1, 1), GlobalSumPool, Dense(1)]
internal sealed partial class SampleNormDiscriminator;

[Gan<SampleNormGenerator, SampleNormDiscriminator>]
[Wasserstein, GradientPenalty(weight: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SampleNormWganGame;

[Generator(latent: 4)]
[Dense(9), Dropout(0.25), Tanh, Dense(2)]
internal sealed partial class DroppingGenerator;

[Discriminator(2)]
[Dense(9), Tanh, Dropout(0.4), Dense(1)]
internal sealed partial class DroppingDiscriminator;

[Gan<DroppingGenerator, DroppingDiscriminator>]
[NonSaturating, Adam(1e-3)]
internal sealed partial class DroppingGame;

[Generator(latent: 100)]
[Dense(7 * 7 * 128), BatchNorm, ReLU]
[Reshape(128, 7, 7)]
[ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
internal sealed partial class ClothingGenerator;

[Discriminator(1, 28, 28)]
[Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Conv2d(128, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
[Flatten, Dense(1)]
internal sealed partial class ClothingDiscriminator;

[Gan<ClothingGenerator, ClothingDiscriminator>]
[NonSaturating, Adam(2e-4, beta1: 0.5)]
internal sealed partial class ClothingGame;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, R1(gamma: 2), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointR1Game;

[Gan<PointGenerator, PointDiscriminator>]
[Wasserstein, GradientPenalty(weight: 10), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointWganGame;

[Gan<PictureGenerator, PictureDiscriminator>]
[NonSaturating, R1(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class PictureR1Game;

[Gan<PictureGenerator, PictureDiscriminator>]
[Wasserstein, GradientPenalty(weight: 5, target: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 3)]
internal sealed partial class PictureWganGame;

// That D couples samples here is what is tested.
#pragma warning disable GAN0240
[Gan<PictureGenerator, NormalisedDiscriminator>]
[NonSaturating, R1(gamma: 0.5), GradientPenalty(weight: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class NormalisedPenaltyGame;
#pragma warning restore GAN0240

// Graphs: a U-Net against a residual D, with every junction, odd channels, and G's end and D's beginning in more than one place.

[Generator(latent: 5)]
[Dense(144), Reshape(1, 12, 12), Tap("whole")]
[Conv2d(5, kernel: 4, stride: 2, padding: 1), Tanh, Tap("e1")]
[Conv2d(7, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh]
[ConvTranspose2d(4, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, Tanh, Concat("e1")]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Multiply("whole"), Tanh]
internal sealed partial class UNetGenerator;

[Discriminator(1, 12, 12)]
[Tap("picture"), Conv2d(2, kernel: 3, padding: 1), Concat("picture")]
[Conv2d(6, kernel: 4, stride: 2, padding: 1), Tap("in")]
[Tanh, Conv2d(9, kernel: 3, padding: 1), Tanh, Conv2d(9, kernel: 3, padding: 1), Tap("main")]
[From("in"), Conv2d(9, kernel: 1, bias: false), Add("main"), Tanh]
[Flatten, Dense(1)]
internal sealed partial class ResidualDiscriminator;

[Gan<UNetGenerator, ResidualDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class UNetGame;

[Gan<UNetGenerator, ResidualDiscriminator>]
[NonSaturating, R1(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class UNetR1Game;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, Adam(1e-2, beta1: 0.5, eps: 1e-4), Simultaneous]
internal sealed partial class PointSimultaneousGame;

[Gan<PictureGenerator, PictureDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4), Simultaneous]
internal sealed partial class PictureSimultaneousGame;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, LeCam(weight: 2, decay: 0.7), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointLeCamGame;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, LeCam(decay: 0.5), R1(gamma: 2, every: 3), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
internal sealed partial class PointLeCamAndLazyR1Game;

[Gan<PictureGenerator, PictureDiscriminator>]
[Minimax, R1(gamma: 1), Adam(1e-3, beta1: 0.5, eps: 1e-4), Simultaneous]
internal sealed partial class PictureSimultaneousR1Game;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, R1(gamma: 2), R2(gamma: 3), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointR1AndR2Game;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, Dragan(weight: 5, std: 0.75, target: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointDraganGame;

[Gan<PointGenerator, PointDiscriminator>]
[Wasserstein, GradientPenalty(weight: 10, target: 0.1, oneSided: true), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointOneSidedGame;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, R2(gamma: 2), Dragan, GradientPenalty(target: 0.5), R1, Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class PointPenaltiesGame;

[Gan<PointGenerator, PointDiscriminator>]
[NonSaturating, R1(gamma: 2, every: 3), R2(gamma: 1, every: 3, lazyAdam: true), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PointLazyGame;

[Gan<PictureGenerator, PictureDiscriminator>]
[NonSaturating, R1(gamma: 1, every: 9), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2, freshNoise: false)]
internal sealed partial class PictureLazyGame;

// A critic whose gradient is its weight everywhere, and which nothing moves.

[Generator(latent: 4)]
[Dense(3)]
internal sealed partial class LinearGenerator;

[Discriminator(3)]
[Dense(1)]
internal sealed partial class LinearDiscriminator;

[Gan<LinearGenerator, LinearDiscriminator>]
[Wasserstein, GradientPenalty(weight: 10), R1(gamma: 4), R2(gamma: 6), Dragan(weight: 3, target: 1.5), Adam(lr: 0)]
internal sealed partial class LinearGame;

// Blocks, one of them in another.

[Block]
[Tap("in"), BatchNorm, Tanh, Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
[From("in"), Conv2d(Width.Out, kernel: 1, bias: false), Add("main")]
internal sealed class ResidualBlock;

[Block]
[Use<ResidualBlock>(Width.Out), Tanh, AvgPool2d(2), Conv2d(Width.In, kernel: 1)]
internal sealed class DownBlock;

[Generator(latent: 5)]
[Dense(8 * 6 * 6), Reshape(8, 6, 6), Use<ResidualBlock>(5), Tanh, Upsample(2), Conv2d(1, kernel: 3, padding: 1), Tanh]
internal sealed partial class BlockGenerator;

[Discriminator(1, 12, 12)]
[Conv2d(6, kernel: 3, padding: 1), Use<DownBlock>(7), Upsample(new[] { 1, 2 }), AvgPool2d(new[] { 2, 3 }, new[] { 1, 2 }, new[] { 1, 0 }), Use<DownBlock>(3),
    Flatten, Dense(1)]
internal sealed partial class BlockDiscriminator;

[Gan<BlockGenerator, BlockDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class BlockGame;

// Normalised weights: of one layer, of all, read by rows of either dimension.

[Generator(latent: 5), SpectralNorm]
[Dense(16 * 3 * 3), Tanh]
[Reshape(16, 3, 3)]
[ConvTranspose2d(16, kernel: 4, stride: 2, padding: 1), Tanh]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
internal sealed partial class SpectralGenerator;

[Discriminator(1, 12, 12)]
[Conv2d(16, kernel: 4, stride: 2, padding: 1), SpectralNorm(powerIterations: 2), Tanh]
[Conv2d(32, kernel: 4, stride: 2, padding: 1), Tanh]
[Flatten, Dense(1), SpectralNorm]
internal sealed partial class SpectralDiscriminator;

[Gan<SpectralGenerator, SpectralDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SpectralGame;

[Discriminator(2), SpectralNorm]
[Dense(19), Tanh]
[Dense(8), Sigmoid, Dense(1)]
internal sealed partial class SpectralPointDiscriminator;

[Gan<PointGenerator, SpectralPointDiscriminator>]
[NonSaturating, R1(gamma: 2), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SpectralPointGame;

[Discriminator(1, 12, 12)]
[Conv2d(6, kernel: 4, stride: 2, padding: 1), Tanh]
[Conv2d(1, kernel: 4, bias: false)]
internal sealed partial class PatchDiscriminator;

[Gan<PictureGenerator, PatchDiscriminator>]
[NonSaturating, R1(gamma: 2), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PatchGame;

[Gan<PictureGenerator, PatchDiscriminator>]
[RelativisticAverage, LeCam(weight: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4), Alternating(freshNoise: false)]
internal sealed partial class RelativePatchGame;

[Gan<PictureGenerator, PatchDiscriminator>]
[Minimax, Simultaneous, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PatchGameAtOnce;
