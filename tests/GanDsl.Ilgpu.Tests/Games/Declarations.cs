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
