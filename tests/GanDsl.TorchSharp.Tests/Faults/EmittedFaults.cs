using GanDsl.Faults;

namespace GanDsl.Tests.Torch.Faults;

/// <summary>Mistakes in what is emitted for libtorch.</summary>
internal static class EmittedFaults
{
    private const string G = "G.Torch.g.cs";
    private const string D = "D.Torch.g.cs";
    private const string Game = "Game.Torch.g.cs";
    private const string OfGenerator = "OfGenerator(global::TorchSharp.torch.Tensor logits) => ";

    private const string FusedAdam =
        "torch._fused_adam_(parameters, [g], [exp_avg], [exp_avg_sq], none, [step], lr=lr, " +
        "beta1=0.5, beta2=0.999, weight_decay=0.0, eps=1E-08, amsgrad=False, maximize=False)";

    /// <summary>Adam's formula in place of libtorch's kernel, which is not a fault.</summary>
    public static PlantedFault AdamByFormula { get; } = Adam("AdamByFormula", "exp_avg / (1 - 0.5 ** step)");

    /// <summary>All of them, each under a name of its own.</summary>
    public static IReadOnlyList<PlantedFault> All { get; } = [.. OfLayers(), .. OfObjectives(), .. OfSteps(), .. OfPenalties(), .. OfUpdates()];

    /// <summary>One draw of latents for both players: no step on given latents shows it.</summary>
    public static PlantedFault LatentsDrawnOnce { get; } =
        new("LatentsDrawnOnce", FaultyGames.Points, Game, "using var generatorLatents = Noise(reals.Count);", "var generatorLatents = latents;", "");

    private static IEnumerable<PlantedFault> OfLayers() =>
    [
        new(
            "ALeakySlopeWrongByOnePercent",
            FaultyGames.Points,
            D,
            "LeakyReLUBackwardInPlace(gradient, x0, 0.2)",
            "LeakyReLUBackwardInPlace(gradient, x0, 0.202)",
            "gradient of D.0.weight"),
        new(
            "ALeakySlopeWrongByOnePercentOnTheWayForth",
            FaultyGames.Points,
            D,
            "LeakyReLUInPlace(x0, 0.2)",
            "LeakyReLUInPlace(x0, 0.202)",
            "gradient of D.2.weight") { Times = 2 },
        new(
            "ADroppedBiasGradient",
            FaultyGames.Points,
            D,
            "LinearToParameters(gradient, input, weight0, bias0)",
            "LinearToParameters(gradient, input, weight0, null)",
            "gradient of D.0.bias"),
        new(
            "ADroppedBiasGradientOfAConvolution",
            FaultyGames.Pictures,
            G,
            "(gradient, x2, weight4, bias4, window4)",
            "(gradient, x2, weight4, null, window4)",
            "gradient of G.4.bias"),
        new("AMissingDerivativeOfTanh", FaultyGames.Pictures, G, "TanhBackwardInPlace(gradient, x2);", "", "gradient of G.2.weight"),
        new(
            "ABatchNormWithoutGradientsOfItsParameters",
            FaultyGames.Pictures,
            G,
            "inverseDeviation2, eps: 1E-05, toParameters)",
            "inverseDeviation2, eps: 1E-05, false)",
            "gradient of G.2.weight"),
        new("ABatchNormWithAnEpsOf1e3", FaultyGames.Pictures, G, "eps: 1E-05", "eps: 1E-03", "gradient of G.2.weight") { Times = 3 },
        new(
            "ARunningMeanOfAnotherMomentum",
            FaultyGames.Pictures,
            G,
            "bias2, eps: 1E-05, momentum: 0.1)",
            "bias2, eps: 1E-05, momentum: 0.101)",
            "G.2.running_mean"),
        new("HeightAndWidthExchanged", FaultyGames.Pictures, D, "x0.flatten(1, 3)", "x0.transpose(2, 3).flatten(1, 3)", "gradient of D.0.weight") { Times = 2 },
    ];

    private static IEnumerable<PlantedFault> OfObjectives() =>
    [
        new(
            "AMeanOverTwiceTheBatch",
            FaultyGames.Points,
            Game,
            "=> logits.sigmoid().mul_(Share(1))",
            "=> logits.sigmoid().mul_(Share(0.5))",
            "gradient of D.2.bias"),
        new(
            "ASumForAMean",
            FaultyGames.Points,
            Game,
            OfGenerator + "logits.neg().sigmoid_().mul_(Share(-1))",
            OfGenerator + "logits.neg().sigmoid_().mul_(Number(-1))",
            "gradient of G.0.weight"),
        new(
            "ALossOfGWrongByOnePercent",
            FaultyGames.Points,
            Game,
            OfGenerator + "logits.neg().sigmoid_().mul_(Share(-1))",
            OfGenerator + "logits.neg().sigmoid_().mul_(Share(-1.01))",
            "gradient of G.0.weight"),
        new(
            "AGThatMinimisesWhatDMaximises",
            FaultyGames.Points,
            Game,
            OfGenerator + "logits.neg().sigmoid_()",
            OfGenerator + "logits.sigmoid()",
            "gradient of G.0.weight"),
        new(
            "RealsAndFakesExchanged",
            FaultyGames.Points,
            Game,
            "JoinSeeds(OnReals(onReals), OnFakes(onFakes))",
            "JoinSeeds(OnFakes(onReals), OnReals(onFakes))",
            "gradient of D.2.weight"),
        new(
            "LabelSmoothingDropped",
            FaultyGames.Averaged,
            Game,
            "Plus(logits.neg().sigmoid_().mul_(Number(0.9)).neg_(), logits.sigmoid().mul_(Number(0.1))).mul_(Share(1))",
            "logits.neg().sigmoid_().mul_(Share(-1))",
            "gradient of D.2.bias"),
    ];

    private static IEnumerable<PlantedFault> OfSteps() =>
    [
        new(
            "DsLatentsUsedAgainByG",
            FaultyGames.Averaged,
            Game,
            "Generator.ForwardSaving(generatorLatents.Tensor)",
            "Generator.ForwardSaving(latents.Tensor)",
            "gradient of G.0.weight"),
        new(
            "AMoveOfGInEachCall",
            FaultyGames.Averaged,
            Game,
            "if (!generatorMoves) return;",
            "if (!generatorMoves) generatorLatents = latents;",
            "G.0.weight, which nothing moves"),
        new(
            "LogitsOfDsUpdateUsedInGs",
            FaultyGames.Points,
            Game,
            "OfGenerator(DetachLogits(discriminatorSaved.Output))",
            "OfGenerator(onFakes)",
            "gradient of G.0.weight"),
        new("DsGradientsKeptFromTheCallBefore", FaultyGames.WganGp, Game, "Discriminator.ZeroGradients();", "", "gradient of D.0.weight"),
        new(
            "FakesOfDMadeByRunningStatistics",
            FaultyGames.Pictures,
            Game,
            "Generator.Apply(latents.Tensor, TrainFrozen)",
            "Generator.Apply(latents.Tensor, global::GanDsl.Torch.ForwardMode.Evaluate)",
            "G.2.running_var"),
    ];

    private static IEnumerable<PlantedFault> OfPenalties() =>
    [
        new(
            "SharesOfInterpolatesExchanged",
            FaultyGames.WganGp,
            Game,
            "Interpolate(reals.Tensor, fakes,",
            "Interpolate(fakes, reals.Tensor,",
            "gradient of D.0.weight"),
        new(
            "APenaltyWithoutItsTarget",
            FaultyGames.WganGp,
            Game,
            ".rsqrt_().neg_().add_(Number(1))",
            ".rsqrt_().mul_(Number(0)).add_(Number(1))",
            "gradient of D.0.weight"),
        new("APenaltyWrongByOnePercent", FaultyGames.WganGp, Game, ".mul_(Share(10))", ".mul_(Share(10.1))", "gradient of D.0.weight"),
        new("R1WithGammaForItsHalf", FaultyGames.R1, Game, "Filled(squares, Share(5))", "Filled(squares, Share(10))", "gradient of D.0.weight"),
        new("R1LeftOut", FaultyGames.R1, Game, "(realSquares, R1Seed(DetachSquares(0, realSquares))),", "", "gradient of D.0.weight"),
    ];

    private static IEnumerable<PlantedFault> OfUpdates() =>
    [
        new("AFirstMomentNotUpdated", FaultyGames.Points, Game, "[exp_avg]", "[exp_avg.clone()]", "update of D.2.weight") { Times = 2 },
        new("ASecondMomentNotUpdated", FaultyGames.Points, Game, "[exp_avg_sq]", "[exp_avg_sq.clone()]", "update of D.2.weight") { Times = 2 },
        new("AnUpdateThatIsNotCounted", FaultyGames.Points, Game, "step.add_(1)", "step.fill_(1)", "update of D.2.weight") { Times = 2 },
        Adam("ABiasCorrectionLeftOut", "exp_avg"),
        new(
            "ALearningRateWrongByOnePercent",
            FaultyGames.Points,
            Game,
            "LearningRateCurve(0.0002)",
            "LearningRateCurve(0.000202)",
            "update of D.2.weight") { Times = 2 },
        new("AWeightDecayWrongByOnePercent", FaultyGames.WganGp, Game, "weight_decay=0.1,", "weight_decay=0.101,", "update of D.2.weight") { Times = 2 },
        new("AMaximumThatAmsgradForgets", FaultyGames.R1, Game, "[max_exp_avg_sq]", "[torch.zeros_like(max_exp_avg_sq)]", "update of D.2.weight") { Times = 2 },
        new("AnAverageThatCopies", FaultyGames.Averaged, Game, "average.lerp_(p, averaging)", "average.copy_(p)", "AverageG.0.weight"),
        new("AnAverageWhoseHalfLifeIsWrongByOnePercent", FaultyGames.Averaged, Game, "halfLifeImages: 100,", "halfLifeImages: 101,", "AverageG.0.weight"),
    ];

    // The indentation is that of the emitted script.
    private static PlantedFault Adam(string name, string firstMoment)
    {
        const string indentation = "                    ";
        var formula = $"""
            exp_avg.mul_(0.5).add_(g, alpha=0.5)
            {indentation}exp_avg_sq.mul_(0.999).addcmul_(g, g, value=0.001)
            {indentation}p.sub_(lr * ({firstMoment}) / ((exp_avg_sq / (1 - 0.999 ** step)).sqrt() + 1e-8))
            """;
        return new(name, FaultyGames.Points, Game, FusedAdam, formula, "update of D.2.weight") { Times = 2 };
    }
}
