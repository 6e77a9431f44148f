using GanDsl.Parity;
using static TorchSharp.torch;
using Batch3 = GanDsl.Torch.Batch<GanDsl.Shapes.GanDsl_TorchSharp_Tests.S3>;
using Batch4 = GanDsl.Torch.Batch<GanDsl.Shapes.GanDsl_TorchSharp_Tests.S4>;
using Batch5 = GanDsl.Torch.Batch<GanDsl.Shapes.GanDsl_TorchSharp_Tests.S5>;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// Games over two pairs: ten steps against CycleGAN by hand in plain TorchSharp, with mse_loss, softplus and l1_loss and one Adam over both generators and one
/// over both judges; their reports, 1e-5; their states; what they refuse.
/// </summary>
[Trait("Category", "Parity")]
public class TwoPairTests
{
    private const int Count = 7;

    private static readonly Dictionary<string, (Func<IGan> Declared, Func<TwoPairReference> ByHand, int Source, int Sample)> Cases = new()
    {
        ["other shapes"] = (() => new TwoPairPoints.OtherShapes.Torch(1, CPU), () => new(TwoPairReference.Points()) { Cycle = 5 }, 5, 3),
        ["one shape, identity, spectral norm, average"] = (
            () => new TwoPairPoints.OneShape.Torch(1, CPU),
            () => new(TwoPairReference.Turns(isCoupled: false)) { Cycle = 5, Identity = 2.5, HalfLifeImages = 100 }, 4, 4),
        ["one judge couples samples, k = 2"] = (
            () => new TwoPairPoints.OneCoupled.Torch(1, CPU),
            () => new(TwoPairReference.Turns(isCoupled: true)) { Cycle = 10, IsNonSaturating = true, IsCoupled = true, DiscriminatorSteps = 2 },
            4,
            4),
        ["lazy R1, clipped gradients"] = (
            () => new TwoPairPoints.LazyR1.Torch(1, CPU),
            () => new(TwoPairReference.Points()) { Cycle = 5, IsNonSaturating = true, R1 = 2, Every = 3, ClipsAt = 0.1 }, 5, 3),
        ["relativistic, R1 and R2"] = (
            () => new TwoPairPoints.Relative.Torch(1, CPU),
            () => new(TwoPairReference.Points()) { Cycle = 5, IsNonSaturating = true, IsRelativistic = true, R1 = 2, R2 = 1 }, 5, 3),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name)
    {
        var (declared, byHand, sourceSize, sampleSize) = Cases[name];
        using var source = new DrawSource(Count, [sourceSize], [sampleSize]);
        var gan = declared();
        using var parity = new StepParity(TestGame.Of(gan), (_, _) => byHand(), source.Next, Count);
        parity.Play(steps: 10, step =>
        {
            var (losses, report) = (((TwoPairReference)parity.Reference).Losses, gan.Report());
            Near(losses.Discriminator, report.DiscriminatorLoss);
            Near(losses.Generator, report.GeneratorLoss);
            Assert.Equal(losses.Terms.Length, report.AuxiliaryLosses.Count);
            for (var i = 0; i < losses.Terms.Length; i++) Near(losses.Terms[i], report.AuxiliaryLosses[i].InGeneratorLoss);

            void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-5 * (double.IsNaN(expected) ? 1 : Math.Max(1, Math.Abs(expected))));
        });
    }

    /// <summary>The networks of a game are parts of its players: what moves them is seen in both, and the players' states name both.</summary>
    [Fact]
    public void BothGeneratorsAreOnePlayer()
    {
        using var gan = new TwoPairPoints.OtherShapes.Torch(1, CPU);
        var (before, inverseBefore) = (Floats(gan.Generator.State()[0]), Floats(gan.InverseGenerator.State()[0]));
        using var reals = new Batch3(Values.Normal(4, 3));
        using var sources = new Batch5(Values.Normal(4, 5));

        gan.Step(reals, sources);

        Assert.NotEqual(before, Floats(gan.Generator.State()[0]));
        Assert.NotEqual(inverseBefore, Floats(gan.InverseGenerator.State()[0]));
        Assert.Equal(
            gan.Generator.State().Select(tensor => "forward." + tensor.Name).Concat(gan.InverseGenerator.State().Select(tensor => "inverse." + tensor.Name)),
            gan.GeneratorState().Select(tensor => tensor.Name));
        Assert.Equal(Floats(gan.Generator.State()[0]), Floats(gan.GeneratorState()[0]));
        Assert.Contains(gan.State(), tensor => tensor.Name == "discriminator_optimizer.inverse.2.bias.exp_avg");
        using var there = gan.Generator.Forward(sources);
        using var back = gan.InverseGenerator.Forward(there);
        Assert.Equal([4, 5], back.Tensor.shape);
    }

    /// <summary>A game that takes a state over goes on as the one that gave it: the same bits.</summary>
    [Fact]
    public void AStateTakenOver_GoesOnTheSame()
    {
        using var first = new TwoPairPoints.OneShape.Torch(1, CPU);
        using var second = new TwoPairPoints.OneShape.Torch(2, CPU);
        Play(first, 0, 3);
        second.Load(first.State());
        Assert.Equal(first.Report(), second.Report());

        Play(first, 3, 6);
        Play(second, 3, 6);

        foreach (var (expected, actual) in first.State().PairedWith(second.State()))
            Assert.Equal(expected.Values is TensorValues.Float32 ? Floats(expected) : [], actual.Values is TensorValues.Float32 ? Floats(actual) : []);
        var partial = second.State().Where(tensor => tensor.Name != "generator.inverse.3.bias").ToList();
        Assert.Contains("generator.inverse.3.bias", Assert.Throws<ArgumentException>(() => first.Load(partial)).Message, StringComparison.Ordinal);

        static void Play(TwoPairPoints.OneShape.Torch gan, int from, int to)
        {
            for (var step = from; step < to; step++)
            {
                using var reals = new Batch4(tensor(Numbers(16, step), [4, 4]));
                using var sources = new Batch4(tensor(Numbers(16, step + 100), [4, 4]));
                gan.Step(reals, sources);
            }
        }
    }

    [Fact]
    public void AGameOfAnyType_TakesBothKinds()
    {
        using IGan gan = new TwoPairPoints.OtherShapes.Torch(1, CPU);
        var (reals, sources) = (Numbers(4 * 3, 1), Numbers(4 * 5, 2));

        gan.StepPairs(reals, sources);

        Assert.True(gan.TakesSources);
        Assert.Equal(1, gan.Report().Step);
        Assert.Equal(reals.Length, gan.Sample(sources).Length);
        Assert.Throws<InvalidOperationException>(() => gan.Step(reals));
        Assert.Equal(
            "There are 4 reals and 3 sources; a step takes as many of both. (Parameter 'sources')",
            Assert.Throws<ArgumentException>(() => gan.StepPairs(reals, sources[..15])).Message);
    }

    /// <summary>Points of 3 dimensions that went through 5 come back nearer to where they were: the game moves the numbers that it should.</summary>
    [Fact]
    public void WhatComesBack_ComesNearer()
    {
        using var gan = new TwoPairPoints.OtherShapes.Torch(1, CPU);
        using var random = new Generator(5);
        var distances = new List<double>();
        for (var step = 0; step < 1500; step++)
        {
            using var reals = new Batch3(randn([64, 3], generator: random));
            using var sources = new Batch5(randn([64, 5], generator: random));
            gan.Step(reals, sources);
            if (step is 0 or 1499) distances.Add(gan.Report().AuxiliaryLosses.Single().InGeneratorLoss);
        }

        Assert.True(distances[1] < distances[0] / 2, FormattableString.Invariant($"{distances[0]} → {distances[1]}"));
    }

    private static float[] Floats(NamedTensor tensor) => ((TensorValues.Float32)tensor.Values).Elements;

    private static float[] Numbers(int count, int seed) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin((seed * 7) + i))];
}
