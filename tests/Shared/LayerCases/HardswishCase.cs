using GanDsl.Declared;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 9)]
[Hardswish]
internal sealed partial class HardswishAlone;

[Generator(latent: 9)]
[Scale(4), Hardswish, Dense(9), Hardswish, Tanh]
internal sealed partial class HardswishOnAllPieces;

[Discriminator(9)]
[Scale(3), Hardswish, Dense(7), Hardswish, Dense(1)]
internal sealed partial class HardswishDiscriminator;

[Gan<HardswishOnAllPieces, HardswishDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class HardswishGame;

[Fits("Hardswish")]
internal sealed record HardswishCase() : Case<HardswishAttribute>(
    (_, _, x, signals) =>
    {
        Kinks.AtZero(signals.Kinks, x + 3);
        Kinks.AtZero(signals.Kinks, x - 3);
        return x * functional.relu6(x + 3) / 6;
    },
    new()
    {
        [typeof(HardswishAlone)] = () => Sequential(Hardswish()),
        [typeof(HardswishOnAllPieces)] = () => Sequential(new Applied(x => x * 4), Hardswish(), Linear(9, 9), Hardswish(), Tanh()),
    });
