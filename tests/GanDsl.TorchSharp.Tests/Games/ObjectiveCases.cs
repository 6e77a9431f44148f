using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Every objective, declared and in plain TorchSharp.</summary>
internal static class ObjectiveCases
{
    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

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

    public static PlainLosses Paired => PlainObjectives.Paired;

    public static PlainLosses Averaged => PlainObjectives.Averaged;

    public static PlainLosses Squares(double a, double b, double c) => PlainObjectives.Squares(a, b, c);

    public static PlainLosses Divergence(string name, bool saturating) => PlainObjectives.Divergence(name, saturating);

    private static PlainGame Game(PlainLosses losses) => new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam) { Losses = losses };
}
