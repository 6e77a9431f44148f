using GanDsl.Faults;

namespace GanDsl.Ilgpu.Tests.Faults;

/// <summary>Mistakes in what is emitted for our own kernels: in launches, in the expressions of structs, in updates.</summary>
internal static class EmittedFaults
{
    private const string Game = "Game.Ilgpu.Launches.g.cs";
    private const string Structs = "GanDsl.Kernels.g.cs";
    private const string Functions = "GanDslKernels::Functions.";
    private const string OnReals = $"-{Functions}Sigmoid(-operands.A(at.Index))";
    private const string OnFakes = $"{Functions}Sigmoid(operands.A(at.Index))";
    private const string OfGenerator = $"-({Functions}Sigmoid(-operands.A(at.Index)) * operands.B(0))";
    private const string Smoothed = $"(0.1f * {Functions}Sigmoid(operands.A(at.Index))) - (0.9f * {Functions}Sigmoid(-operands.A(at.Index)))";

    /// <summary>All of them, each under a name of its own.</summary>
    public static IReadOnlyList<PlantedFault> All { get; } = [.. OfLayers(), .. OfObjectives(), .. OfPenalties(), .. OfUpdates()];

    private static IEnumerable<PlantedFault> OfLayers() =>
    [
        new(
            "ALeakySlopeWrongByOnePercent",
            FaultyGames.Points,
            Structs,
            "(operands.A(at.Index), 1f, 0.2f)",
            "(operands.A(at.Index), 1f, 0.202f)",
            "gradient of D.0.weight"),

        new(
            "ALaunchOfABiasGradientLeftOut",
            FaultyGames.Points,
            Game,
            "run.SumToChannels<By::Extent16x1, By::TermA>(2 * n, [d0BiasedCotangent], to: DiscriminatorGradients + 64",
            "if (n == 0) run.SumToChannels<By::Extent16x1, By::TermA>(2 * n, [d0BiasedCotangent], to: DiscriminatorGradients + 64",
            "gradient of D.0.bias"),
        new(
            "AnOffsetOfABiasGradientWrongByOne",
            FaultyGames.Points,
            Game,
            "to: DiscriminatorGradients + 64)",
            "to: DiscriminatorGradients + 65)",
            "gradient of D.0.bias"),
        new(
            "AStaleBufferOfLatents",
            FaultyGames.Points,
            Game,
            "generatorLatents, to: GeneratorGradients",
            "latents, to: GeneratorGradients",
            "gradient of G.0.weight"),
        new("ABatchNormWithAnEpsOf1e3", FaultyGames.Pictures, Game, "eps: 1E-05f", "eps: 1E-03f", "gradient of G.2.weight") { Times = 2 },
        new("ARunningMeanOfAnotherMomentum", FaultyGames.Pictures, Game, "momentum: 0.1f", "momentum: 0.101f", "G.2.running_mean") { Times = 2 },
        new(
            "AMeanOfAnotherChannel",
            FaultyGames.Pictures,
            Structs,
            "Tanh((((operands.A(at.Index) - operands.B(at.Channel))",
            "Tanh((((operands.A(at.Index) - operands.B(at.Index % 8))",
            "gradient of G.4.weight"),
    ];

    private static IEnumerable<PlantedFault> OfObjectives() =>
    [
        new(
            "RealsAndFakesExchanged",
            FaultyGames.Points,
            Structs,
            $"(operands.B(0) - at.Sample, {OnReals}, {OnFakes})",
            $"(operands.B(0) - at.Sample, {OnFakes}, {OnReals})",
            "gradient of D.2.weight"),
        new(
            "OneRealTakenForAFake",
            FaultyGames.Points,
            Structs,
            "(operands.B(0) - at.Sample, -",
            "(operands.B(0) - 1f - at.Sample, -",
            "gradient of D.2.weight"),
        new("AMeanOverTwiceTheBatch", FaultyGames.Points, Structs, $"{OnFakes}) * operands.C(0)", $"{OnFakes}) * 0.5f * operands.C(0)", "gradient of D.2.bias"),
        new("ALossOfGWrongByOnePercent", FaultyGames.Points, Structs, OfGenerator, $"1.01f * {OfGenerator}", "gradient of G.0.weight"),
        new("LabelSmoothingDropped", FaultyGames.Averaged, Structs, Smoothed, OnReals, "gradient of D.2.bias"),
    ];

    private static IEnumerable<PlantedFault> OfPenalties() =>
    [
        new(
            "SharesOfInterpolatesExchanged",
            FaultyGames.WganGp,
            Structs,
            "(operands.C(at.Sample) * operands.A(at.Index)) + ((1f - operands.C(at.Sample)) * operands.B(at.Index))",
            "(operands.C(at.Sample) * operands.B(at.Index)) + ((1f - operands.C(at.Sample)) * operands.A(at.Index))",
            "gradient of D.0.weight"),
        new("R1WithGammaForItsHalf", FaultyGames.R1, Structs, "(5f * operands.B(0))", "(10f * operands.B(0))", "gradient of D.0.weight"),
        new(
            "AMissingTermOfASecondDerivative",
            FaultyGames.R1,
            Structs,
            "(operands.B(at.Index) * (operands.A(at.Index) + operands.A(at.Index)))",
            "(operands.B(at.Index) * operands.A(at.Index))",
            "gradient of D.0.weight"),
    ];

    private static IEnumerable<PlantedFault> OfUpdates() =>
    [
        new(
            "AMomentNotUpdated",
            FaultyGames.Points,
            Structs,
            "return new(p, g, expAvg, expAvgSq);",
            "return new(p, g, element.A, expAvgSq);",
            "update of D.2.weight"),
        new("ABiasCorrectionLeftOut", FaultyGames.Points, Game, "lr / (1 - global::System.Math.Pow(0.5, step))", "lr", "update of D.2.weight") { Times = 2 },
        new("ASecondMomentWrongByOnePercent", FaultyGames.Points, Structs, "(0.001f * (g * g))", "(0.00101f * (g * g))", "update of D.2.weight"),
        new("AnAverageThatCopies", FaultyGames.Averaged, Structs, "average + (by.D * (p - average))", "p", "AverageG.0.weight"),
    ];
}
