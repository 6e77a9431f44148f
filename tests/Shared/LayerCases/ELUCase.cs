using GanDsl.Declared;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Cases;

[Generator(latent: 9)]
[ELU]
internal sealed partial class ELUByDefault;

[Generator(latent: 9)]
[ELU(-0.7), Dense(9), ELU(2), Tanh]
internal sealed partial class ELUOfEveryArgument;

[Discriminator(9)]
[Dense(8), ELU(0.6), Dense(7), ELU, Dense(1)]
internal sealed partial class ELUDiscriminator;

[Gan<ELUOfEveryArgument, ELUDiscriminator>]
[NonSaturating, R1(gamma: 0.5), Adam(1e-3, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ELUGame;

[Fits("ELU(0.5)")]
[Refuses("GAN0101", "ELU(double.NaN)", "4, 3, 3", "alpha is NaN; it must be finite")]
internal sealed record ELUCase() : Case<ELUAttribute>(
    (elu, _, x, signals) => functional.elu(Kinks.AtZero(signals.Kinks, x), elu.Alpha),
    new()
    {
        [typeof(ELUByDefault)] = () => Sequential(ELU()),
        [typeof(ELUOfEveryArgument)] = () => Sequential(ELU(-0.7), Linear(9, 9), ELU(2), Tanh()),
    });
