using GanDsl.States;
using static GanDsl.States.StateChecks;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>The whole state of a game, in and out.</summary>
public class StateTests
{
    private static readonly Dictionary<string, Func<long, IGan>> Games = new()
    {
        [nameof(EverythingGame)] = seed => new EverythingGame.Torch(seed, CPU),
        [nameof(RelativisticGame)] = seed => new RelativisticGame.Torch(seed, CPU),
        [nameof(PenalizedGame)] = seed => new PenalizedGame.Torch(seed, CPU),
        [nameof(AtOnceGame)] = seed => new AtOnceGame.Torch(seed, CPU),
    };

    public static TheoryData<string, int> Places
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Games.Keys)
            {
                // Before the first step; before G's first update; in the middle of D's cycle, between two calls of a lazy penalty.
                foreach (var before in new[] { 0, 1, 5, 8 }) data.Add(name, before);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void AGameThatTakesOverAState_GoesOnBitForBit(string name, int before) => AssertResumes(Games[name], before, after: 7);

    [Theory]
    [InlineData(nameof(EverythingGame))]
    [InlineData(nameof(PenalizedGame))]
    public void ANumberThatIsNone_IsFound_WhereverItStands_AndLargeOnesAreNumbers(string name)
    {
        using var played = Games[name](1);
        using var game = Games[name](2);
        played.Step([1, 2, 3, 4]);
        var state = played.State();
        Assert.True(played.IsFinite());
        foreach (var tensor in state.Where(tensor => tensor.Values is TensorValues.Float32))
        {
            game.Load(With(tensor, float.NaN));
            Assert.False(game.IsFinite(), tensor.Name);
            game.Load(With(tensor, float.NegativeInfinity));
            Assert.False(game.IsFinite(), tensor.Name);
            game.Load(With(tensor, float.MaxValue));
            Assert.True(game.IsFinite(), tensor.Name);
        }

        IReadOnlyList<NamedTensor> With(NamedTensor tensor, float number) =>
            [.. state.Select(other => other == tensor
                ? tensor with { Values = new TensorValues.Float32([.. ((TensorValues.Float32)tensor.Values).Elements.Select(_ => number)]) }
                : other)];
    }

    [Fact]
    public void AState_NamesItsParts()
    {
        using var game = new EverythingGame.Torch(1, CPU);

        Assert.Equal(
            [
                "random.libtorch_cpu (632)", "game.steps ()", "game.learning_rate_scale ()", "report.float64_bits (12)",
                "generator.0.weight (7, 3)", "generator.0.bias (7)", "generator.1.weight (7)", "generator.1.bias (7)", "generator.1.running_mean (7)",
                "generator.1.running_var (7)", "generator.1.num_batches_tracked ()",
                "generator.3.weight (2, 7)", "generator.3.bias (2)",
                "average.0.weight (7, 3)", "average.0.bias (7)", "average.1.weight (7)", "average.1.bias (7)", "average.1.running_mean (7)",
                "average.1.running_var (7)", "average.1.num_batches_tracked ()",
                "average.3.weight (2, 7)", "average.3.bias (2)",
                "discriminator.0.weight (9, 2)", "discriminator.0.bias (9)", "discriminator.3.weight (1, 9)", "discriminator.3.bias (1)",
            ],
            game.State().TakeWhile(tensor => !tensor.Name.StartsWith("generator_optimizer.", StringComparison.Ordinal))
                .Select(tensor => $"{tensor.Name} ({string.Join(", ", tensor.Shape)})"));
        Assert.Equal(
            ["generator_optimizer.step", "generator_optimizer.images_seen", "generator_optimizer.0.weight.exp_avg"],
            game.State().Select(tensor => tensor.Name).Where(name => name.StartsWith("generator_optimizer.", StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public void AnotherWidth_IsRefused_WithBothShapes()
    {
        using var narrow = new NarrowGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        AssertRefused(
            game, narrow.State(), "discriminator.0.weight is Float32 of shape (8, 2) with 16 values; this game wants Float32 of shape (9, 2) with 18 values.");
    }

    [Fact]
    public void AnotherOptimiser_IsRefused()
    {
        using var forgetful = new ForgetfulGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        AssertRefused(
            game, forgetful.State(), "The state is of another game: missing generator_optimizer.0.weight.exp_avg, generator_optimizer.0.bias.exp_avg, ");
    }

    [Fact]
    public void AGameWithoutAnAverage_RefusesOne()
    {
        using var averaged = new AtOnceGame.Torch(1, CPU);
        using var game = new PlainGame.Torch(1, CPU);
        AssertRefused(
            game,
            averaged.State(),
            "The state is of another game: missing nothing; unknown average.0.weight, average.0.bias, average.1.weight, average.1.bias, "
                + "average.1.running_mean, average.1.running_var, average.1.num_batches_tracked, average.3.weight and 2 more. "
                + "Load it into the game it was saved from.");
    }

    [Fact]
    public void AnotherBackendsRandomNumbers_AreRefused()
    {
        using var game = new PlainGame.Torch(1, CPU);
        AssertRefused(
            game,
            [.. game.State().Where(tensor => tensor.Name != "random.libtorch_cpu"), new NamedTensor("random.philox", [2], new TensorValues.Int64([1, 2]))],
            "The state's random numbers are random.philox, another backend's or device's; this game draws random.libtorch_cpu. "
                + "Leave random.philox out to go on with this game's own.");
    }

    [Fact]
    public void RandomNumbersThatNoStreamHas_AreRefused()
    {
        using var game = new PlainGame.Torch(1, CPU);
        AssertRefused(
            game,
            [.. game.State().Select(tensor => tensor.Name == "random.libtorch_cpu" ? tensor with { Values = new TensorValues.Int64(new long[632]) } : tensor)],
            "libtorch_cpu is not a state of a Mersenne Twister");
    }

    [Fact]
    public void AStateWithoutRandomNumbers_LeavesTheGamesOwn()
    {
        using var source = new PlainGame.Torch(1, CPU);
        using var target = new PlainGame.Torch(2, CPU);
        using var other = new PlainGame.Torch(2, CPU);
        Play(source, 0, 2);

        target.Load([.. source.State().Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))]);

        Assert.Equal(((IGan)other).Noise(3), ((IGan)target).Noise(3));
        Assert.Equal(source.Report(), target.Report());
    }

    [Fact]
    public void AStateWithoutAReport_HasNothingToSayUntilTheNextStep()
    {
        using var source = new EverythingGame.Torch(1, CPU);
        using var target = new EverythingGame.Torch(2, CPU);
        Play(source, 0, 2);
        target.Load([.. source.State().Where(tensor => !tensor.Name.StartsWith("report.", StringComparison.Ordinal))]);

        Assert.Equal((2, double.NaN, double.NaN), (target.Report().Step, target.Report().Value, target.Report().Penalties[0].Value));

        Play(source, 2, 1);
        Play(target, 2, 1);
        Assert.Equal(
            source.Report() with { GeneratorLoss = double.NaN, GeneratorGradientNorm = double.NaN, Penalties = [] }, target.Report() with { Penalties = [] });
    }

    [Fact]
    public void HalfTheLearningRate_MovesHalfAsFar()
    {
        using var whole = new ForgetfulGame.Torch(1, CPU);
        using var half = new ForgetfulGame.Torch(1, CPU);
        var before = Weights(whole);
        half.LearningRateScale = 0.5;
        Play(whole, 0, 1);
        Play(half, 0, 1);

        Assert.Equal((0.01, 0.005), (whole.DiscriminatorOptimizer.LearningRate, half.DiscriminatorOptimizer.LearningRate));
        foreach (var ((start, far), near) in before.PairedWith(Weights(whole)).PairedWith(Weights(half))) Assert.Equal(far - start, 2 * (near - start), 1e-6f);
        Assert.Throws<ArgumentOutOfRangeException>(() => half.LearningRateScale = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => half.LearningRateScale = -1);

        static float[] Weights(IGan game) => ((TensorValues.Float32)game.DiscriminatorState()[0].Values).Elements;
    }

    [Fact]
    public void ToReadAndLoad_LeavesNoTensorBehind()
    {
        using var game = new EverythingGame.Torch(1, CPU);
        Play(game, 0, 4);
        game.Load(game.State());
        var before = Tensor.TotalCount;

        for (var i = 0; i < 5; i++) game.Load(game.State());

        Assert.Equal(before, Tensor.TotalCount);
    }
}
