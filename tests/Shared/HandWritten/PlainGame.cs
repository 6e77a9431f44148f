namespace GanDsl.HandWritten;

/// <summary>What a <see cref="PlainGan"/> plays; the defaults are those of common DCGAN code.</summary>
/// <param name="DiscriminatorSteps">k: every call moves D on a fresh batch, every k-th call G too.</param>
/// <param name="FreshNoise">Whether G's move draws new latents; false reuses the call's fakes, with D as updated.</param>
/// <param name="Minimax">Whether G descends log(1 − D(G(z))) instead of −log D(G(z)).</param>
/// <param name="Lr">The learning rate of both players.</param>
/// <param name="Beta1">Adam's decay of the gradient's mean.</param>
/// <param name="Beta2">Adam's decay of the gradient's second moment.</param>
/// <param name="Eps">Added to Adam's denominator.</param>
public sealed record PlainGame(
    int DiscriminatorSteps = 1,
    bool FreshNoise = false,
    bool Minimax = false,
    double Lr = 2e-4,
    double Beta1 = 0.5,
    double Beta2 = 0.999,
    double Eps = 1e-8);
