using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 18)]
[Reshape(2, 9), AdaptiveAvgPool1d(4), Tanh, AdaptiveAvgPool1d(6)]
internal sealed partial class AdaptiveAvgPool1dDownAndUp;

[Discriminator(2, 6)]
[AdaptiveAvgPool1d(4), Flatten, Dense(3), Tanh, Dense(1)]
internal sealed partial class AdaptiveAvgPool1dDiscriminator;

[Generator(latent: 5)]
[Dense(18), Tanh, Reshape(2, 9), AdaptiveAvgPool1d(6)]
internal sealed partial class AdaptiveAvgPool1dGenerator;

[Gan<AdaptiveAvgPool1dGenerator, AdaptiveAvgPool1dDiscriminator>]
[NonSaturating, Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AdaptiveAvgPool1dGame;

[Refuses("GAN0101", "AdaptiveAvgPool1d(0)", "4, 9", "outputSize is 0; it must be at least 1")]
[Refuses("GAN0102", "AdaptiveAvgPool1d(2)", "4, 3, 3", "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it")]
internal sealed record AdaptiveAvgPool1dCase() : Case<AdaptiveAvgPool1dAttribute>(
    (pool, _, x, _) => functional.adaptive_avg_pool1d(x, pool.OutputSize),
    new()
    {
        [typeof(AdaptiveAvgPool1dDownAndUp)] = () => Sequential(Unflatten(1, [2, 9]), AdaptiveAvgPool1d(4), Tanh(), AdaptiveAvgPool1d(6)),
    });
