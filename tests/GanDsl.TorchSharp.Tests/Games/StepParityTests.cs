using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The generated step against the same game in plain TorchSharp: same weights, noise and data, 1e-5 relative a tensor.</summary>
/// <remarks>
/// Rounding decides two things that no tolerance can absorb: on which side of a kink an activation falls, and where Adam moves an
/// element whose gradient is 0 but for rounding, since it divides by the gradient's size. So games run free where they have neither;
/// where they have both, as GANs mostly do, every step starts from the same weights, and elements without a gradient are told apart.
/// </remarks>
[Trait("Category", "Parity")]
public class StepParityTests
{
    private const int Steps = 10;
    private const int Count = 32;
    private const double Tolerance = 1e-5;

    // Gradients are sums of float32: what is smaller than this share of a player's typical gradient is what rounding left of 0.
    private const double NoGradient = 1e-5;

    public static TheoryData<string> RunFree => [.. GameCases.Smooth.Keys, .. GameCases.Regularized.Keys, .. GameCases.Simultaneous.Keys, .. GameCases.Ordinary.Keys.Where(name => name.StartsWith("Points,", StringComparison.Ordinal))];

    public static TheoryData<string> Ordinary => [.. GameCases.Ordinary.Keys];

    [Theory]
    [MemberData(nameof(RunFree))]
    public void TenSteps_FromTheSameStart_AreThoseOfPlainTorchSharp(string name)
    {
        var game = GameCases.Smooth.GetValueOrDefault(name) ?? GameCases.Regularized.GetValueOrDefault(name) ?? GameCases.Simultaneous.GetValueOrDefault(name) ?? GameCases.Ordinary[name];
        using var match = new Match(game, Steps, Count);
        match.Align();
        for (var step = 0; step < Steps; step++)
        {
            match.Step(step);
            foreach (var (tensor, expected, actual) in match.States()) AssertSame(expected, actual, $"{name}, step {step + 1}, {tensor}");
        }
    }

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void EachOfTenSteps_FromTheSameWeights_IsThatOfPlainTorchSharp(string name) => AssertSameStepByStep(name, GameCases.Ordinary[name], Steps);

    [Fact]
    public void EachStep_OfTheWholeDcgan_IsThatOfPlainTorchSharp() => AssertSameStepByStep(nameof(Clothing), GameCases.Clothing, steps: 3, threads: 2);

    private static void AssertSameStepByStep(string name, GameCase game, int steps, int threads = 1)
    {
        using var match = new Match(game, steps, Count, threads);
        for (var step = 0; step < steps; step++)
        {
            match.Align();
            match.Step(step);
            using var scope = NewDisposeScope();
            var withoutGradient = match.ElementsWithoutGradient(NoGradient);
            foreach (var (tensor, expected, actual) in match.States())
            {
                var what = $"{name}, step {step + 1}, {tensor}";
                if (!withoutGradient.TryGetValue(tensor, out var masked))
                {
                    AssertSame(expected, actual, what);
                    continue;
                }

                using var untracked = no_grad();
                AssertSame(expected.masked_fill(masked, 0), actual.masked_fill(masked, 0), what);
                var strayed = (expected - actual).abs().max().item<float>();
                Assert.True(strayed <= 2 * game.Lr, $"{what}: an element without a gradient moved by {strayed}, more than Adam can.");
            }
        }
    }

    private static void AssertSame(Tensor expected, Tensor actual, string what)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var distance = Values.RelativeDistance(expected, actual);
        Assert.True(distance <= Tolerance, string.Create(CultureInfo.InvariantCulture, $"{what}: differs by {distance:E2} relative, at most {Tolerance:E2} expected."));
    }
}
