namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// The generated step against the same game in plain TorchSharp in float64: flat gradients, moves and running statistics of ten steps
/// (<see cref="Parity.StepParity"/>).
/// </summary>
[Trait("Category", "Parity")]
public class StepParityTests
{
    // A batch of pictures has some hundred thousand inputs of ReLUs; in small ones few of them are within rounding of 0.
    private const int OfPictures = 8;
    private const int OfPoints = 30;

    public static TheoryData<string> Names => [.. All.Keys];

    private static IReadOnlyDictionary<string, GameCase> All { get; } =
        GameCases.Ordinary.Concat(GameCases.Smooth).Concat(GameCases.Regularized).Concat(GameCases.Simultaneous).ToDictionary();

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name) =>
        All[name].AssertParity(name.StartsWith("Pictures", StringComparison.Ordinal) ? OfPictures : OfPoints);

    [Fact]
    public void EachStep_OfTheWholeDcgan_IsThatOfPlainTorchSharp() => GameCases.Clothing.AssertParity(OfPictures / 2, steps: 3, threads: 2);
}
