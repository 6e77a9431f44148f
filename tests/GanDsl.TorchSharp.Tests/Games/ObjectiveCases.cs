using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Every objective, declared and in plain TorchSharp; f-divergences as a = f′(eˡ) and b = f*(a), which autograd differentiates.</summary>
internal static class ObjectiveCases
{
    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

    private static readonly Dictionary<string, (Func<Tensor, Tensor> A, Func<Tensor, Tensor> B)> Divergences = new()
    {
        ["KL"] = (l => l + 1, l => l.exp()),
        ["ReverseKL"] = (l => -(-l).exp(), l => l - 1),
        ["Jeffreys"] = (l => l + 1 - (-l).exp(), l => l.exp() - 1 + l),
        ["PearsonChi2"] = (l => 2 * (l.exp() - 1), l => (2 * l).exp() - 1),
        ["NeymanChi2"] = (l => 1 - (-2 * l).exp(), l => 2 - (2 * (-l).exp())),
        ["SquaredHellinger"] = (l => 1 - (-l / 2).exp(), l => (l / 2).exp() - 1),
        ["JensenShannon"] = (l => Math.Log(2) - softplus(-l), l => softplus(l) - Math.Log(2)),
        ["Gan"] = (l => -softplus(-l), l => softplus(l)),
        ["LeCam"] = (l => 1 - (4 * (-l).sigmoid().square()), l => 3 + (4 * (-l).sigmoid().square()) - (8 * (-l).sigmoid())),
        ["TotalVariation"] = (l => tanh(l) / 2, l => tanh(l) / 2),

        // α = 0.3: f′ = (u^(α−1) − 1)/(α − 1), f* ∘ f′ = (u^α − 1)/α.
        ["Custom"] = (l => ((-0.7 * l).exp() - 1) / -0.7, l => ((0.3 * l).exp() - 1) / 0.3),
    };

    public static IReadOnlyDictionary<string, GameCase> All { get; } = new Dictionary<string, GameCase>
    {
        ["Smoothed"] = new(() => TestGame.Of(new ObjectivePoints.SmoothedGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(new((r, f) => (0.9 * softplus(-r).mean()) + (0.1 * softplus(r).mean()) + softplus(f).mean(), (_, f) => softplus(-f).mean()))),
        ["Squares"] = new(() => TestGame.Of(new ObjectivePoints.SquaresGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Squares(0, 1, 1))),
        ["OtherSquares"] = new(() => TestGame.Of(new ObjectivePoints.OtherSquaresGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Squares(-1, 1, 0))),
        ["Hinge"] = new(() => TestGame.Of(new ObjectivePoints.HingeGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(new((r, f) => relu(1 - r).mean() + relu(1 + f).mean(), (_, f) => -f.mean()))),
        ["Critic"] = new(() => TestGame.Of(new ObjectivePoints.CriticGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(new((r, f) => f.mean() - r.mean(), (_, f) => -f.mean()))),
        ["Relativistic"] = new(() => TestGame.Of(new ObjectivePoints.RelativisticGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Paired)),
        ["RelativisticAverage"] = new(() => TestGame.Of(new ObjectivePoints.RelativisticAverageGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Averaged)),
        ["KL"] = new(() => TestGame.Of(new ObjectivePoints.KLGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("KL", saturating: false))),
        ["KLSaturating"] = new(() => TestGame.Of(new ObjectivePoints.KLSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("KL", saturating: true))),
        ["ReverseKL"] = new(() => TestGame.Of(new ObjectivePoints.ReverseKLGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("ReverseKL", saturating: false))),
        ["ReverseKLSaturating"] = new(() => TestGame.Of(new ObjectivePoints.ReverseKLSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("ReverseKL", saturating: true))),
        ["Jeffreys"] = new(() => TestGame.Of(new ObjectivePoints.JeffreysGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Jeffreys", saturating: false))),
        ["JeffreysSaturating"] = new(() => TestGame.Of(new ObjectivePoints.JeffreysSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Jeffreys", saturating: true))),
        ["PearsonChi2"] = new(() => TestGame.Of(new ObjectivePoints.PearsonChi2Game.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("PearsonChi2", saturating: false))),
        ["PearsonChi2Saturating"] = new(() => TestGame.Of(new ObjectivePoints.PearsonChi2SaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("PearsonChi2", saturating: true))),
        ["NeymanChi2"] = new(() => TestGame.Of(new ObjectivePoints.NeymanChi2Game.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("NeymanChi2", saturating: false))),
        ["NeymanChi2Saturating"] = new(() => TestGame.Of(new ObjectivePoints.NeymanChi2SaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("NeymanChi2", saturating: true))),
        ["SquaredHellinger"] = new(() => TestGame.Of(new ObjectivePoints.SquaredHellingerGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("SquaredHellinger", saturating: false))),
        ["SquaredHellingerSaturating"] = new(() => TestGame.Of(new ObjectivePoints.SquaredHellingerSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("SquaredHellinger", saturating: true))),
        ["JensenShannon"] = new(() => TestGame.Of(new ObjectivePoints.JensenShannonGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("JensenShannon", saturating: false))),
        ["JensenShannonSaturating"] = new(() => TestGame.Of(new ObjectivePoints.JensenShannonSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("JensenShannon", saturating: true))),
        ["Gan"] = new(() => TestGame.Of(new ObjectivePoints.GanGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Gan", saturating: false))),
        ["GanSaturating"] = new(() => TestGame.Of(new ObjectivePoints.GanSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Gan", saturating: true))),
        ["LeCam"] = new(() => TestGame.Of(new ObjectivePoints.LeCamGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("LeCam", saturating: false))),
        ["LeCamSaturating"] = new(() => TestGame.Of(new ObjectivePoints.LeCamSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("LeCam", saturating: true))),
        ["TotalVariation"] = new(() => TestGame.Of(new ObjectivePoints.TotalVariationGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("TotalVariation", saturating: false))),
        ["TotalVariationSaturating"] = new(() => TestGame.Of(new ObjectivePoints.TotalVariationSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("TotalVariation", saturating: true))),
        ["Custom"] = new(() => TestGame.Of(new ObjectivePoints.CustomGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Custom", saturating: false))),
        ["CustomSaturating"] = new(() => TestGame.Of(new ObjectivePoints.CustomSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Custom", saturating: true))),
        ["Relativistic, BatchNorm in D, k = 3, reused"] = new(
            () => TestGame.Of(new ObjectivePoints.RelativisticNormalizedGame.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            Game(Paired) with { DiscriminatorSteps = 3, FreshNoise = false }),
        ["RelativisticAverage, both penalties, reused"] = new(
            () => TestGame.Of(new ObjectivePoints.RelativisticAverageRegularizedGame.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Game(Averaged) with { FreshNoise = false, R1 = 2, GradientPenalty = 5 }),
    };

    public static PlainLosses Paired => new((r, f) => softplus(-(r - f)).mean(), (r, f) => softplus(-(f - r)).mean());

    public static PlainLosses Averaged => new(
        (r, f) => softplus(-(r - f.mean())).mean() + softplus(f - r.mean()).mean(),
        (r, f) => softplus(-(f - r.mean())).mean() + softplus(r - f.mean()).mean());

    public static PlainLosses Squares(double a, double b, double c) =>
        new((r, f) => ((r - b).square().mean() + (f - a).square().mean()) / 2, (_, f) => (f - c).square().mean() / 2);

    public static PlainLosses Divergence(string name, bool saturating)
    {
        var (a, b) = Divergences[name];
        return new((r, f) => b(f).mean() - a(r).mean(), saturating ? (_, f) => -b(f).mean() : (_, f) => -a(f).mean());
    }

    private static PlainGame Game(PlainLosses losses) => new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam) { Losses = losses };
}
