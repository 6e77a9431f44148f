namespace GanDsl.Tests.Torch.Layers;

// Networks that are not chains; GraphCases has the same by hand beside each.

[Generator(latent: 7)]
[Dense(5), Tap("in"), Dense(5), Tanh, Add("in")]
internal sealed partial class ResidualOfFeatures;

[Generator(latent: 7)]
[Tap("z"), Dense(5), Concat("z"), Dense(4), ReLU, Concat("z")]
internal sealed partial class LatentsAgain;

[Generator(latent: 6)]
[Dense(6), Tap("gate"), Sigmoid, Multiply("gate"), Tap("gated"), Dense(6), Multiply("gated"), Multiply("gate")]
internal sealed partial class Gated;

[Generator(latent: 60)]
[Reshape(2, 6, 5), Tap("in"), Conv2d(4, kernel: 3, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2), Conv2d(3, kernel: 3, padding: 1), Tap("main")]
[From("in"), Conv2d(3, kernel: 1, bias: false), Add("main"), ReLU, Concat("in"), Concat("main"), Tanh]
internal sealed partial class ResidualOfPictures;

[Generator(latent: 64)]
[Reshape(1, 8, 8), Conv2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Tap("e1")]
[Conv2d(6, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2), Tap("e2")]
[Conv2d(8, kernel: 2), ReLU]
[ConvTranspose2d(6, kernel: 2, bias: false), BatchNorm, ReLU, Concat("e2")]
[ConvTranspose2d(4, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU, Concat("e1")]
[ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
internal sealed partial class UNet;

// Everything that could be written over, and must not be: what is read twice, what is a view, what a backward pass needs, what was given.
[Generator(latent: 6)]
[Tap("z"), ReLU, Tap("r"), LeakyReLU(0.2), Add("z"), Tap("s"), Reshape(2, 3), Tap("v"), Tanh, Flatten, Add("s"), Tap("t"), Tanh, Multiply("t"), ReLU]
[Tap("u"), From("t"), Dense(6), Tap("d"), ReLU, Multiply("d"), Tap("w"), From("v"), Flatten, ReLU, Add("w"), Add("u"), ReLU, Add("r"), Add("r"), Tanh,
    Tap("end"), Add("end"), ReLU]
internal sealed partial class NothingWrittenOver;

// Blocks, one of them in another.

[Block]
[Tap("in"), Conv2d(Width.Out, kernel: 3, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2), Conv2d(Width.In, kernel: 3, padding: 1), Add("in")]
internal sealed class Bottleneck;

[Block]
[Use<Bottleneck>(Width.Out), ReLU, Conv2d(Width.Out, kernel: 2, stride: 2)]
internal sealed class Stage;

[Generator(latent: 128)]
[Reshape(2, 8, 8), Tap("in"), Use<Stage>(4), Use<Stage>(6), Tanh]
[ConvTranspose2d(2, kernel: 4, stride: 4), Add("in"), Use<Bottleneck>(3)]
internal sealed partial class OfBlocks;
