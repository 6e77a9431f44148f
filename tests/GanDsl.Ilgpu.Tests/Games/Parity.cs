using System.Globalization;
using GanDsl.Declared;
using GanDsl.HandWritten;
using GanDsl.Parity;

using static TorchSharp.torch;

namespace GanDsl.Ilgpu.Tests.Games;

/// <summary>
/// A game on our own kernels against its declaration, read and played by hand in plain TorchSharp (<see cref="StepParity"/>), and its reports against
/// libtorch's.
/// </summary>
internal static class Parity
{
    // Of reports, which are sums in float32 of a few numbers about 1.
    private const double Tolerance = 1e-4;

    /// <summary>
    /// Plays steps, each from the same weights everywhere: gradients and running statistics must be those of float64, moves those of torch.optim, reports those
    /// of libtorch.
    /// </summary>
    /// <param name="torch">The game on libtorch.</param>
    /// <param name="own">The same declaration on our own kernels.</param>
    /// <param name="count">How many samples a batch has.</param>
    /// <param name="steps">How many steps are compared.</param>
    /// <param name="comparesReports">Whether reports are compared, too.</param>
    public static void Run(IGan torch, IGan own, int count, int steps = 10, bool comparesReports = true)
    {
        var declaration = own.GetType().DeclaringType!;
        var game = DeclaredGame.Of(declaration);
        using var generator = new DeclaredNetwork(game.Generator);
        using var discriminator = new DeclaredNetwork(game.Discriminator);
        using var source = new DrawSource(count, Sizes(generator.InputShape), Sizes(discriminator.InputShape));
        using var parity = new StepParity(
            new OwnGame(own, torch, comparesReports ? AssertEqualReports : (_, _) => { }),
            (type, run) => new DeclaredPlay(declaration, type, run),
            Draw,
            count);
        parity.Play(steps);

        // A game's own noise has its codes.
        StepDraws Draw()
        {
            var draws = source.Next() with { Labels = generator.Classes == 0 ? null : arange(count, dtype: ScalarType.Int64).square() % generator.Classes };
            return !game.IsOfNoise || game.AuxiliaryLosses.Count == 0
                ? draws
                : draws with { Latents = tensor(own.Noise(count), draws.Latents.shape), GeneratorLatents = tensor(own.Noise(count), draws.Latents.shape) };
        }

        static long[] Sizes(IReadOnlyList<int> shape) => [.. shape.Select(size => (long)size)];
    }

    private static void AssertEqualReports(StepReport expected, StepReport actual)
    {
        Assert.Equal(expected.Step, actual.Step);
        AssertClose(expected.Value, actual.Value, "V");
        AssertClose(expected.DiscriminatorLoss, actual.DiscriminatorLoss, "D's loss");
        AssertClose(expected.GeneratorLoss, actual.GeneratorLoss, "G's loss");
        AssertClose(expected.MeanOnReals, actual.MeanOnReals, "D(x)");
        AssertClose(expected.MeanOnFakes, actual.MeanOnFakes, "D(G(z))");
        AssertClose(expected.DiscriminatorGradientNorm, actual.DiscriminatorGradientNorm, "the norm of D's gradient");
        AssertClose(expected.GeneratorGradientNorm, actual.GeneratorGradientNorm, "the norm of G's gradient");
        AssertClose(expected.Penalty, actual.Penalty, "the penalty");
        Assert.Equal((expected.Divergence, expected.IsCritic), (actual.Divergence, actual.IsCritic));
        AssertClose(expected.Estimate, actual.Estimate, "the estimate");
        AssertClose(expected.AccuracyOnReals, actual.AccuracyOnReals, "the accuracy on reals");
        AssertClose(expected.AccuracyOnFakes, actual.AccuracyOnFakes, "the accuracy on fakes");

        void AssertClose(double want, double have, string what)
        {
            if (double.IsNaN(want) && double.IsNaN(have)) return;
            Assert.True(
                Math.Abs(want - have) <= Tolerance * Math.Max(1, Math.Abs(want)),
                string.Create(CultureInfo.InvariantCulture, $"step {expected.Step}: {what} is {have} and should be {want}"));
        }
    }
}
