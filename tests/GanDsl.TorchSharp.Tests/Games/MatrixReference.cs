using GanDsl.HandWritten;
using GanDsl.Matrix;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>What the attributes of <see cref="GameMatrix"/> mean in plain TorchSharp.</summary>
internal static class MatrixReference
{
    private const string OfDivergence = "FDivergence(Divergence.";

    public static PlainGame Of(Combination game) =>
        Regularized(game.Regularizer, Scheduled(game.Schedule)) with { Losses = Losses(game.Objective), Optimizer = Optimizer(game.Optimizer) };

    private static PlainGame Scheduled(string schedule) => new(
        DiscriminatorSteps: schedule.Contains("discriminatorSteps: 2", StringComparison.Ordinal) ? 2 : 1,
        FreshNoise: !schedule.Contains("freshNoise: false", StringComparison.Ordinal),
        Simultaneous: schedule == GameMatrix.AtOnce);

    private static PlainGame Regularized(string regularizer, PlainGame game) => regularizer switch
    {
        "" => game,
        "R1(gamma: 2)" => game with { R1 = 2 },
        "R2(gamma: 3)" => game with { R2 = 3 },
        "GradientPenalty(weight: 5, target: 0.5)" => game with { GradientPenalty = 5, Target = 0.5 },
        "Dragan(weight: 4, std: 0.75, target: 0.5)" => game with { Dragan = 4, Std = 0.75, Target = 0.5 },
        "LeCam(weight: 2, decay: 0.7)" => game with { LeCam = 2, Decay = 0.7 },
        "WeightClip(0.15)" => game with { WeightClip = 0.15 },
        "ClipGradient(0.05)" => game with { ClipGradient = 0.05 },
        "Ema(halfLifeImages: 100, rampUp: 0)" => game with { HalfLifeImages = 100 },
        _ => throw new ArgumentOutOfRangeException(nameof(regularizer), regularizer, "It has no reference."),
    };

    private static PlainOptimizer Optimizer(string optimizer) => optimizer switch
    {
        "Adam(2e-4, beta1: 0.5, eps: 1e-4)" => parameters => optim.Adam(parameters, 2e-4, beta1: 0.5, eps: 1e-4),
        "AdamW(2e-4, beta1: 0.5, eps: 1e-4, weightDecay: 0.1)" => parameters => optim.AdamW(parameters, 2e-4, beta1: 0.5, eps: 1e-4, weight_decay: 0.1),
        "RmsProp(2e-4, eps: 1e-4)" => parameters => optim.RMSProp(parameters, 2e-4, eps: 1e-4),
        "Sgd(1e-3, momentum: 0.9)" => parameters => optim.SGD(parameters, 1e-3, momentum: 0.9),
        _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "It has no reference."),
    };

    private static PlainLosses Losses(string objective) => objective switch
    {
        "NonSaturating" => PlainObjectives.NonSaturating(),
        "NonSaturating(0.1)" => PlainObjectives.NonSaturating(0.1),
        "Minimax" => PlainObjectives.Minimax,
        "LeastSquares" => PlainObjectives.Squares(0, 1, 1),
        "LeastSquares(a: -1, b: 1, c: 0)" => PlainObjectives.Squares(-1, 1, 0),
        "Hinge" => PlainObjectives.Hinge,
        "Wasserstein" => PlainObjectives.Critic,
        "Relativistic" => PlainObjectives.Paired,
        "RelativisticAverage" => PlainObjectives.Averaged,
        "CustomDivergence(typeof(Alpha))" => PlainObjectives.Divergence("Custom", saturating: false),
        "CustomDivergence(typeof(Alpha), saturating: true)" => PlainObjectives.Divergence("Custom", saturating: true),
        _ when objective.StartsWith(OfDivergence, StringComparison.Ordinal) =>
            PlainObjectives.Divergence(objective[OfDivergence.Length..].Split(',', ')')[0], objective.Contains("saturating", StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(objective), objective, "It has no reference."),
    };
}
