namespace GanDsl.Ilgpu.Tests.Games;

// The smallest players that still have both kinds of layers' gradients: every game here compiles kernels of its own.

/// <summary>The divergence that a game here brings along: α = 0.3.</summary>
internal static class Alpha
{
    private const double A = 0.3;

    public static double F(double u) => (Math.Pow(u, A) - 1 - (A * (u - 1))) / (A * (A - 1));
}

[Generator(latent: 3)]
[Dense(5), Tanh, Dense(2)]
internal sealed partial class TinyGenerator;

[Discriminator(2)]
[Dense(6), Tanh, Dense(1)]
internal sealed partial class TinyDiscriminator;

// Losses of differences, and the hinge where nothing is clipped, do not change with D's last bias, nor a BatchNorm with the bias before it, G's last one: such
// gradients are all rounding, and Adam makes moves of them. Here these biases are left out.

[Discriminator(2)]
[Dense(6), Tanh, Dense(1, bias: false)]
internal sealed partial class TinyUnbiasedDiscriminator;

[Generator(latent: 3)]
[Dense(5), Tanh, Dense(2, bias: false)]
internal sealed partial class TinyUnbiasedGenerator;

[Discriminator(2)]
[Dense(6, bias: false), BatchNorm, Tanh, Dense(1, bias: false)]
internal sealed partial class TinyNormalisedDiscriminator;

[Gan<TinyGenerator, TinyDiscriminator>]
[NonSaturating(0.1), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SmoothedGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[LeastSquares(a: -1, b: 1, c: 0), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class SquaresGame;

[Gan<TinyGenerator, TinyUnbiasedDiscriminator>]
[Hinge, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class HingeGame;

[Gan<TinyGenerator, TinyUnbiasedDiscriminator>]
[Relativistic, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class RelativisticGame;

[Gan<TinyGenerator, TinyUnbiasedDiscriminator>]
[RelativisticAverage, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AverageGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.KL), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class KLGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.PearsonChi2, saturating: true), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class PearsonGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.SquaredHellinger), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class HellingerGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.LeCam), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class LeCamGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.TotalVariation, saturating: true), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class VariationGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.Jeffreys), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class JeffreysGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.ReverseKL, saturating: true), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class ReverseKLGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.NeymanChi2), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class NeymanGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.JensenShannon), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class JensenShannonGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[FDivergence(Divergence.Gan, saturating: true), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class OriginalGanGame;

[Gan<TinyGenerator, TinyDiscriminator>]
[CustomDivergence(typeof(Alpha)), Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class CustomGame;

[Gan<TinyUnbiasedGenerator, TinyNormalisedDiscriminator>]
[RelativisticAverage, Adam(1e-2, beta1: 0.5, eps: 1e-4)]
internal sealed partial class AverageNormalisedGame;
