using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 9)]
[Mish]
internal sealed partial class MishAlone;

[Generator(latent: 9)]
[Dense(9), Mish, Dense(9), Mish, Tanh]
internal sealed partial class MishBehindDense;

[Discriminator(9)]
[Dense(8), Mish, Dense(7), Mish, Dense(1)]
internal sealed partial class MishDiscriminator;

[Gan<MishBehindDense, MishDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class MishGame;

[Fits("Mish")]
internal sealed record MishCase() : Case<MishAttribute>(
    (_, _, x, _) => x * functional.softplus(x, 1, threshold: 40).tanh(),
    new()
    {
        [typeof(MishAlone)] = () => Sequential(Mish()),
        [typeof(MishBehindDense)] = () => Sequential(Linear(9, 9), Mish(), Linear(9, 9), Mish(), Tanh()),
    });
