namespace GanDsl.Architectures.Tests;

// R3GAN for CIFAR-10 without conditions (Huang et al. 2024), https://github.com/brownvc/R3GAN: Networks.py with train.py's preset, 4 stages of 768 channels and
// two blocks each. A bias before an activation is that of the convolution before it. Initial gains are PyTorch's, not those of the paper.

[Block]
[Tap("in"), Conv2d(1536, kernel: 1), LeakyReLU(0.2), Conv2d(1536, kernel: 3, padding: 1, groups: 96), LeakyReLU(0.2), Conv2d(Width.In, kernel: 1, bias: false),
    Add("in")]
internal sealed class R3Block;

[Generator(latent: 64, Backends = Backends.Torch)]
[Tap("z"), ConstInput(768), Tap("basis")]
[From("z"), Dense(768, bias: false), Reshape(768, 1, 1), Upsample(4), Multiply("basis")]
[Use<R3Block>, Use<R3Block>, Blur(new[] { 1, 2, 1 }, up: 2)]
[Use<R3Block>, Use<R3Block>, Blur(new[] { 1, 2, 1 }, up: 2)]
[Use<R3Block>, Use<R3Block>, Blur(new[] { 1, 2, 1 }, up: 2)]
[Use<R3Block>, Use<R3Block>, Conv2d(3, kernel: 1, bias: false)]
internal sealed partial class R3Generator;

[Discriminator(3, 32, 32, Backends = Backends.Torch)]
[Conv2d(768, kernel: 1, bias: false), Use<R3Block>, Use<R3Block>]
[Blur(new[] { 1, 2, 1 }, down: 2), Use<R3Block>, Use<R3Block>]
[Blur(new[] { 1, 2, 1 }, down: 2), Use<R3Block>, Use<R3Block>]
[Blur(new[] { 1, 2, 1 }, down: 2), Use<R3Block>, Use<R3Block>]
[Conv2d(768, kernel: 4, groups: 768, bias: false), Flatten, Dense(1, bias: false)]
internal sealed partial class R3Discriminator;

[Gan<R3Generator, R3Discriminator>(Backends = Backends.Torch)]
[Relativistic, R1(gamma: 0.05), R2(gamma: 0.05), Adam(2e-4, beta1: 0, beta2: 0.9)]
internal sealed partial class R3Gan;

[Block]
[Tap("in"), Conv2d(8, kernel: 1), LeakyReLU(0.2), Conv2d(8, kernel: 3, padding: 1, groups: 4), LeakyReLU(0.2), Conv2d(Width.In, kernel: 1, bias: false),
    Add("in")]
internal sealed class SmallR3Block;

[Generator(latent: 5)]
[Tap("z"), ConstInput(4), Tap("basis")]
[From("z"), Dense(4, bias: false), Reshape(4, 1, 1), Upsample(4), Multiply("basis")]
[Use<SmallR3Block>, Blur(new[] { 1, 2, 1 }, up: 2)]
[Use<SmallR3Block>, Conv2d(3, kernel: 1, bias: false)]
internal sealed partial class SmallR3Generator;

[Discriminator(3, 8, 8)]
[Conv2d(4, kernel: 1, bias: false), Use<SmallR3Block>]
[Blur(new[] { 1, 2, 1 }, down: 2), Use<SmallR3Block>]
[Conv2d(4, kernel: 4, groups: 4, bias: false), Flatten, Dense(1, bias: false)]
internal sealed partial class SmallR3Discriminator;

[Gan<SmallR3Generator, SmallR3Discriminator>]
[Relativistic, R1(gamma: 0.05), R2(gamma: 0.05), Adam(1e-3, beta1: 0, beta2: 0.9, eps: 1e-4)]
internal sealed partial class SmallR3Gan;
