using GanDsl.HandWritten;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games whose D sees pictures changed: ten steps against plain TorchSharp that changes a picture at a time by the same draws.</summary>
[Trait("Category", "Parity")]
public class AugmentationTests
{
    private const int Count = 16;

    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5);

    private static readonly PlainDiffAugment All = new();

    private static readonly PlainGame Plain = new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam) { Augment = All.Apply };

    private static readonly Dictionary<string, GameCase> Cases = new()
    {
        ["Fresh"] = new(() => TestGame.Of(new AugmentedPictures.Game.Torch(1, CPU)), Players, Plain),
        ["k = 2, noise reused"] = new(
            () => TestGame.Of(new AugmentedPictures.Reused.Torch(1, CPU)), Players, Plain with { DiscriminatorSteps = 2, FreshNoise = false }),
        ["Lazy R1, no colour"] = new(
            () => TestGame.Of(new AugmentedPictures.LazyR1.Torch(1, CPU)),
            Players,
            Plain with { R1 = 4, Every = 3, Augment = new PlainDiffAugment(Color: false, Translation: 0.4).Apply }),
        ["WGAN-GP"] = new(
            () => TestGame.Of(new AugmentedPictures.WganGp.Torch(1, CPU)),
            Players,
            Plain with { FreshNoise = false, Wasserstein = true, GradientPenalty = 10 }),
        ["RaGAN, no cutout"] = new(() => TestGame.Of(new AugmentedPictures.Relative.Torch(1, CPU)), RelativePlayers, Plain with
        {
            Augment = new PlainDiffAugment(Cutout: 0).Apply,
            Losses = new(
                (onReals, onFakes) => functional.softplus(onFakes.mean() - onReals).mean() + functional.softplus(onFakes - onReals.mean()).mean(),
                (onReals, onFakes) => functional.softplus(onReals - onFakes.mean()).mean() + functional.softplus(onReals.mean() - onFakes).mean()),
        }),
        ["At once"] = new(
            () => TestGame.Of(new AugmentedPictures.AtOnce.Torch(1, CPU)), Players, Plain with { FreshNoise = false, Simultaneous = true, Minimax = true }),
        ["At once, R1"] = new(
            () => TestGame.Of(new AugmentedPictures.AtOnceWithR1.Torch(1, CPU)),
            Players,
            Plain with { FreshNoise = false, Simultaneous = true, Minimax = true, R1 = 4 }),
        ["Grey, odd sizes"] = new(
            () => TestGame.Of(new AugmentedPictures.Grey.Torch(1, CPU)),
            GreyPlayers,
            Plain with { Augment = new PlainDiffAugment(Translation: 0.2, Cutout: 0.6).Apply }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name) => Cases[name].AssertParity(Count);

    [Fact]
    public void AGameThatDrawsForItself_LearnsOtherThanOneThatChangesNothing_AndAlikeFromASeed()
    {
        Assert.Equal(Trained(seed: 5), Trained(seed: 5));
        using var data = new StepData(1, Count, 8, [3, 8, 6]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        using var first = new AugmentedPictures.Game.Torch(1, CPU);
        using var second = new AugmentedPictures.Game.Torch(1, CPU);
        var draws = data.Steps[0].Augmentations;
        first.Step(new(reals), new(latents), new(generatorLatents), new(draws[0]), new(draws[1]), new(draws[2]));
        second.Step(new(reals), new(latents), new(generatorLatents), new(draws[1]), new(draws[1]), new(draws[2]));
        Assert.False(first.Discriminator.Flat.equal(second.Discriminator.Flat).all().ToBoolean());
        Assert.NotEqual(Trained(seed: 5), Trained(seed: 6));
    }

    [Fact]
    public void DrawsOfAnotherBatch_AreRefused_AndNothingMoves()
    {
        using var data = new StepData(1, Count, 8, [3, 8, 6]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        using var gan = new AugmentedPictures.Game.Torch(1, CPU);
        using var before = gan.Discriminator.Flat.clone();
        using var few = rand(3, AugmentationDraws.Elements);
        var draws = data.Steps[0].Augmentations;
        var refused = Assert.Throws<ArgumentException>(() => gan.Step(new(reals), new(latents), new(generatorLatents), new(draws[0]), new(few), new(draws[2])));
        Assert.Equal("fakeAugmentation", refused.ParamName);
        Assert.Contains("16 reals and 3 draws", refused.Message, StringComparison.Ordinal);
        Assert.True(gan.Discriminator.Flat.equal(before).all().ToBoolean());
    }

    private static float[] Trained(long seed)
    {
        using var data = new StepData(3, Count, 8, [3, 8, 6]);
        using var gan = new AugmentedPictures.Game.Torch(seed, CPU);
        foreach (var step in data.Steps) gan.Step(new Batch<S3x8x6>(step.Reals));
        return gan.Discriminator.Flat.data<float>().ToArray();
    }

    private static PlainPair Players() => new(
        Sequential(Linear(8, 144), Tanh(), Unflatten(1, [3, 8, 6])),
        Sequential(PlainConvolutionLayer.Conv2d(3, 16, 3, padding: 1), Tanh(), Flatten(), Linear(768, 1)), Latent: 8, SampleShape: [3, 8, 6]);

    private static PlainPair RelativePlayers() =>
        Players() with { Discriminator = Sequential(PlainConvolutionLayer.Conv2d(3, 16, 3, padding: 1), Tanh(), Flatten(), Linear(768, 1, hasBias: false)) };

    private static PlainPair GreyPlayers() => new(
        Sequential(Linear(8, 35), Tanh(), Unflatten(1, [1, 7, 5])),
        Sequential(PlainConvolutionLayer.Conv2d(1, 16, 3, padding: 1), Tanh(), Flatten(), Linear(560, 1)), Latent: 8, SampleShape: [1, 7, 5]);
}
