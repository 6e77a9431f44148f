using GanDsl.Optimizers;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Optimizers;

/// <summary>The average of G against its formula, and what is done with it.</summary>
public class AverageTests
{
    [Fact]
    public void TheAverage_FollowsItsFormula_AndTakesOverRunningStatistics()
    {
        using var game = new AveragedGame.Torch(seed: 1, CPU);
        AverageOracle.AssertFollows(game, halfLife: 64, rampUp: 0.5, discriminatorSteps: 1);
    }

    [Fact]
    public void WithoutRampUp_AndTwoUpdatesOfD_ItCountsTheImagesOfBoth()
    {
        using var game = new AveragedRmsPropGame.Torch(seed: 1, CPU);
        AverageOracle.AssertFollows(game, halfLife: 100, rampUp: 0, discriminatorSteps: 2);
    }

    [Fact]
    public void WhereBothPlayersAreUpdatedAtOnce_TheAverageFollowsItsFormula()
    {
        using var game = new AveragedAtOnceGame.Torch(seed: 1, CPU);
        AverageOracle.AssertFollows(game, halfLife: 50, rampUp: 0.05, discriminatorSteps: 1);
    }

    [Fact]
    public void Samples_AreTheAverages()
    {
        using var game = new AveragedGame.Torch(seed: 1, CPU);
        var noise = ((IGan)game).Noise(4);
        for (var step = 0; step < 3; step++) ((IGan)game).Step([.. Enumerable.Range(0, 16).Select(i => (float)i)]);

        using var latents = Batch<S3>.From(new HostBatch<S3>(noise));
        using var expected = game.AverageGenerator.Forward(latents);
        using var trained = game.Generator.Forward(latents);
        Assert.Equal(expected.ToArray(), ((IGan)game).Sample(noise));
        Assert.NotEqual(trained.ToArray(), ((IGan)game).Sample(noise));
    }

    [Fact]
    public void AGameWithoutAnAverage_HasNone()
    {
        using var game = new AdamGame.Torch(seed: 1, CPU);
        Assert.Null(game.AverageGeneratorState());
    }

    [Fact]
    public void TheCountOfImages_GoesOnWithTheState()
    {
        using var first = new AveragedGame.Torch(seed: 1, CPU);
        using var second = new AveragedGame.Torch(seed: 2, CPU);
        ((IGan)first).Step(new float[16]);
        ((IGan)first).Step(new float[10]);
        second.GeneratorOptimizer.Load(first.GeneratorOptimizer.State());
        Assert.Equal([13L, 0L], ((TensorValues.Int64)second.GeneratorOptimizer.State().Single(tensor => tensor.Name == "images_seen").Values).Elements);
    }

    [Fact]
    public void Steps_LeaveNoTensorsBehind()
    {
        using var game = new AveragedGame.Torch(seed: 1, CPU);
        using var bounded = new BoundedRmsPropGame.Torch(seed: 1, CPU);
        var reals = new float[16];
        for (var step = 0; step < 3; step++) Play();
        var before = Tensor.TotalCount;
        for (var step = 0; step < 10; step++) Play();
        Assert.Equal(before, Tensor.TotalCount);

        void Play()
        {
            ((IGan)game).Step(reals);
            ((IGan)bounded).Step(reals);
        }
    }
}
