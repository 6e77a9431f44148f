using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Live tensors, counted without a DisposeScope, and without a collection between the counts.</summary>
public class LeakTests
{
    // What other tests left to the finalizer must not vanish between two counts.
    public LeakTests()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    public static TheoryData<string> PointGames => [.. GameCases.Ordinary.Keys.Where(name => name.StartsWith("Points", StringComparison.Ordinal))];

    public static TheoryData<string> PictureGames => [.. GameCases.Ordinary.Keys.Where(name => name.StartsWith("Pictures", StringComparison.Ordinal))];

    public static TheoryData<string> RegularizedGames => [.. RegularizedOrAtOnce.Keys];

    private static Dictionary<string, GameCase> RegularizedOrAtOnce { get; } = GameCases.Regularized.Concat(GameCases.Simultaneous).ToDictionary();

    [Theory]
    [MemberData(nameof(PointGames))]
    public void AsManyTensorsLive_After100StepsAsAfter2000(string name) => AssertEqualCounts(GameCases.Ordinary[name], Sample(2), first: 100, last: 2_000);

    [Theory]
    [MemberData(nameof(RegularizedGames))]
    public void AsManyTensorsLive_After10StepsAsAfter40_WithARegulariserOrBothAtOnce(string name) =>
        AssertEqualCounts(RegularizedOrAtOnce[name], Sample(name.StartsWith("Points", StringComparison.Ordinal) ? 2 : 28 * 28), first: 10, last: 40);

    [Theory]
    [MemberData(nameof(RegularizedGames))]
    public void Dispose_ReleasesEveryTensor_WithARegulariserOrBothAtOnce(string name)
    {
        var reals = Sample(name.StartsWith("Points", StringComparison.Ordinal) ? 2 : 28 * 28);
        Play(RegularizedOrAtOnce[name].Declared(), reals);
        var before = Tensor.TotalCount;

        Play(RegularizedOrAtOnce[name].Declared(), reals);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [MemberData(nameof(PictureGames))]
    public void AsManyTensorsLive_After10StepsAsAfter40(string name) => AssertEqualCounts(GameCases.Ordinary[name], Sample(28 * 28), first: 10, last: 40);

    [Theory]
    [InlineData("Points, K1Fresh", 2)]
    [InlineData("PointsNormalized, K3Reused", 2)]
    [InlineData("Pictures, K3Fresh", 28 * 28)]
    [InlineData("PicturesNormalized, K1Reused", 28 * 28)]
    public void Dispose_ReleasesEveryTensor(string name, int elements)
    {
        Play(GameCases.Ordinary[name].Declared(), Sample(elements));
        var before = Tensor.TotalCount;

        Play(GameCases.Ordinary[name].Declared(), Sample(elements));

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Sampling_LeavesNoTensorBehind()
    {
        using var gan = new PicturesNormalized.K1Fresh.Torch(1, CPU);
        using var latents = gan.Noise(4);
        var before = Tensor.TotalCount;

        for (var i = 0; i < 10; i++)
        {
            using (gan.Generator.Forward(latents))
            using (gan.Noise(4))
            {
            }

            ((IGan)gan).Sample(((IGan)gan).Noise(3));
            gan.GeneratorState();
            gan.Discriminator.Load(gan.Discriminator.State());
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void AssertEqualCounts(GameCase declared, float[] reals, int first, int last)
    {
        using var game = declared.Declared();
        for (var step = 0; step < first; step++) game.Gan.Step(reals);
        game.Gan.Report();
        var early = Tensor.TotalCount;
        for (var step = first; step < last; step++) game.Gan.Step(reals);
        game.Gan.Report();

        Assert.Equal(early, Tensor.TotalCount);
    }

    private static void Play(TestGame game, float[] reals)
    {
        using (game)
        {
            for (var step = 0; step < 6; step++) game.Gan.Step(reals);
            game.Gan.Report();
        }
    }

    // 4 samples of distinct numbers.
    private static float[] Sample(int elements) => [.. Enumerable.Range(0, 4 * elements).Select(i => MathF.Sin(i))];
}
