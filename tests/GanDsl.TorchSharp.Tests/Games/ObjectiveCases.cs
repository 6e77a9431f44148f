using System.Reflection;
using GanDsl.HandWritten;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Every objective, declared and in plain TorchSharp.</summary>
internal static class ObjectiveCases
{
    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

    public static IReadOnlyDictionary<string, GameCase> All { get; } = new Dictionary<string, GameCase>(Divergences())
    {
        ["Smoothed"] = new(() => TestGame.Of(new ObjectivePoints.SmoothedGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(
            new((r, f) => (0.9 * softplus(-r).mean()) + (0.1 * softplus(r).mean()) + softplus(f).mean(), (_, f) => softplus(-f).mean()))),
        ["Squares"] = new(() => TestGame.Of(new ObjectivePoints.SquaresGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Squares(0, 1, 1))),
        ["OtherSquares"] = new(() => TestGame.Of(new ObjectivePoints.OtherSquaresGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Squares(-1, 1, 0))),
        ["Hinge"] = new(() => TestGame.Of(new ObjectivePoints.HingeGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(
            new((r, f) => relu(1 - r).mean() + relu(1 + f).mean(), (_, f) => -f.mean()))),
        ["Critic"] = new(() => TestGame.Of(new ObjectivePoints.CriticGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(
            new((r, f) => f.mean() - r.mean(), (_, f) => -f.mean()))),
        ["Relativistic"] = new(() => TestGame.Of(new ObjectivePoints.RelativisticGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Paired)),
        ["RelativisticAverage"] = new(() => TestGame.Of(new ObjectivePoints.RelativisticAverageGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Averaged)),
        ["Custom"] = new(
            () => TestGame.Of(new ObjectivePoints.CustomGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Custom", saturating: false))),
        ["CustomSaturating"] = new(
            () => TestGame.Of(new ObjectivePoints.CustomSaturatingGame.Torch(1, CPU)), PlainPlayers.SmoothPoints, Game(Divergence("Custom", saturating: true))),
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

    /// <summary>Every divergence in both forms; its game is the class of that name.</summary>
    private static IEnumerable<KeyValuePair<string, GameCase>> Divergences() =>
        from divergence in Enum.GetNames<Divergence>()
        from saturating in new[] { false, true }
        let name = divergence + (saturating ? "Saturating" : "")
        let game = typeof(ObjectivePoints).GetNestedType($"{name}Game", BindingFlags.NonPublic)!.GetNestedType("Torch")!
        select KeyValuePair.Create(name, new GameCase(
            () => TestGame.Of((IGan)Activator.CreateInstance(game, 1L, CPU)!),
            PlainPlayers.SmoothPoints,
            Game(Divergence(divergence, saturating))));

    private static PlainGame Game(PlainLosses losses) => new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam) { Losses = losses };
}
