using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 18)]
[Reshape(2, 9), AvgPool1d(2)]
internal sealed partial class AvgPool1dByDefault;

[Generator(latent: 18)]
[Reshape(2, 9), AvgPool1d(3, stride: 2, padding: 1), Tanh, AvgPool1d(2, stride: 1)]
internal sealed partial class AvgPool1dOverlapping;

[Generator(latent: 5)]
[Dense(16), Tanh, Reshape(2, 8), AvgPool1d(2)]
internal sealed partial class AvgPool1dGenerator;

[Discriminator(2, 4)]
[Conv1d(3, kernel: 3, padding: 1), Tanh, AvgPool1d(3, stride: 1, padding: 1), Flatten, Dense(1)]
internal sealed partial class AvgPool1dDiscriminator;

[Gan<AvgPool1dGenerator, AvgPool1dDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AvgPool1dGame;

[Refuses("GAN0101", "AvgPool1d(0)", "4, 9", "kernel is 0; it must be at least 1")]
[Refuses("GAN0101", "AvgPool1d(2, stride: 0)", "4, 9", "stride is 0; it must be at least 1")]
[Refuses("GAN0101", "AvgPool1d(3, stride: 1, padding: 2)", "4, 9", "padding is 2; it must be at most half the kernel, 3")]
[Refuses("GAN0102", "AvgPool1d(2)", "36", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
[Refuses("GAN0103", "AvgPool1d(4)", "4, 3", "leaves no length: its window of 4 is larger than 3; use a smaller kernel, or remove it")]
internal sealed record AvgPool1dCase() : Case<AvgPool1dAttribute>(
    (pool, _, x, _) => functional.avg_pool1d(x, pool.Kernel, pool.Stride, pool.Padding),
    new()
    {
        [typeof(AvgPool1dByDefault)] = () => Sequential(Unflatten(1, [2, 9]), AvgPool1d(2)),
        [typeof(AvgPool1dOverlapping)] = () => Sequential(Unflatten(1, [2, 9]), AvgPool1d(3, 2, 1), Tanh(), AvgPool1d(2, 1)),
    });
