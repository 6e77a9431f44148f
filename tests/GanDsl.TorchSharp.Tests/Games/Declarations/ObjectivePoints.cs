namespace GanDsl.Tests.Torch.Games;

/// <summary>The divergence that games here bring along: α = 0.3.</summary>
internal static class Alpha
{
    private const double A = 0.3;

    public static double F(double u) => (Math.Pow(u, A) - 1 - (A * (u - 1))) / (A * (A - 1));
}

/// <summary>Every objective, on points of the plane, well-conditioned.</summary>
internal static partial class ObjectivePoints
{
    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [NonSaturating(0.1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class SmoothedGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [LeastSquares]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class SquaresGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [LeastSquares(a: -1, b: 1, c: 0)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OtherSquaresGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Hinge]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class HingeGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Wasserstein]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class CriticGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [Relativistic]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class RelativisticGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [RelativisticAverage]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class RelativisticAverageGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.KL)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class KLGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.KL, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class KLSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.ReverseKL)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class ReverseKLGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.ReverseKL, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class ReverseKLSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.Jeffreys)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class JeffreysGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.Jeffreys, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class JeffreysSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.PearsonChi2)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class PearsonChi2Game;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.PearsonChi2, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class PearsonChi2SaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.NeymanChi2)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NeymanChi2Game;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.NeymanChi2, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class NeymanChi2SaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.SquaredHellinger)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class SquaredHellingerGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.SquaredHellinger, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class SquaredHellingerSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.JensenShannon)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class JensenShannonGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.JensenShannon, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class JensenShannonSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.Gan)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class GanGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.Gan, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class GanSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.LeCam)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class LeCamGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.LeCam, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class LeCamSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.TotalVariation)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class TotalVariationGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [FDivergence(Divergence.TotalVariation, saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class TotalVariationSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [CustomDivergence(typeof(Alpha))]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class CustomGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [CustomDivergence(typeof(Alpha), saturating: true)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class CustomSaturatingGame;

    [Gan<SmoothPoints.Generator, SmoothPointsNormalized.Discriminator>]
    [Relativistic]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(discriminatorSteps: 3, freshNoise: false)]
    internal sealed partial class RelativisticNormalizedGame;

    [Gan<SmoothPoints.Generator, SmoothPoints.Discriminator>]
    [RelativisticAverage, R1(gamma: 2), GradientPenalty(weight: 5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    [Alternating(freshNoise: false)]
    internal sealed partial class RelativisticAverageRegularizedGame;
}
