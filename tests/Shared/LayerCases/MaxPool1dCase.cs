using GanDsl.Declared;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 18)]
[Reshape(2, 9), MaxPool1d(2)]
internal sealed partial class MaxPool1dByDefault;

[Generator(latent: 18)]
[Reshape(2, 9), MaxPool1d(3, stride: 2, padding: 1), Tanh, MaxPool1d(2, stride: 1)]
internal sealed partial class MaxPool1dOverlapping;

[Generator(latent: 5)]
[Dense(16), Tanh, Reshape(2, 8), MaxPool1d(2)]
internal sealed partial class MaxPool1dGenerator;

[Discriminator(2, 4)]
[Conv1d(3, kernel: 3, padding: 1), Tanh, MaxPool1d(3, stride: 1, padding: 1), Flatten, Dense(1)]
internal sealed partial class MaxPool1dDiscriminator;

[Gan<MaxPool1dGenerator, MaxPool1dDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class MaxPool1dGame;

[Refuses("GAN0101", "MaxPool1d(0)", "4, 9", "kernel is 0; it must be at least 1")]
[Refuses("GAN0101", "MaxPool1d(2, stride: 0)", "4, 9", "stride is 0; it must be at least 1")]
[Refuses("GAN0101", "MaxPool1d(3, stride: 1, padding: 2)", "4, 9", "padding is 2; it must be at most half the kernel, 3")]
[Refuses("GAN0102", "MaxPool1d(2)", "36", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
[Refuses("GAN0103", "MaxPool1d(4)", "4, 3", "leaves no length: its window of 4 is larger than 3; use a smaller kernel, or remove it")]
internal sealed record MaxPool1dCase() : Case<MaxPool1dAttribute>(
    (pool, _, x, signals) =>
    {
        Kinks.AtLargest(signals.Kinks, x.unsqueeze(2), (1, pool.Kernel), (1, pool.Stride), (0, pool.Padding));
        return functional.max_pool1d(x, pool.Kernel, pool.Stride, pool.Padding);
    },
    new()
    {
        [typeof(MaxPool1dByDefault)] = () => Sequential(Unflatten(1, [2, 9]), MaxPool1d(2)),
        [typeof(MaxPool1dOverlapping)] = () => Sequential(Unflatten(1, [2, 9]), MaxPool1d(3, 2, 1), Tanh(), MaxPool1d(2, 1)),
    });
