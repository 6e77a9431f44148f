using GanDsl.HandWritten;
using GanDsl.Parity;
using GanDsl.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// Games whose D sees pictures changed with a probability that follows it: ten steps against plain TorchSharp that changes a picture at a time, by matrices and
/// the same draws; the probability after each, 1e-6.
/// </summary>
[Trait("Category", "Parity")]
public class AdaTests
{
    private const int Count = 16;

    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5);

    private static readonly PlainGame Plain = new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam);

    private static readonly PlainAda Quick = new(Every: 3, Images: 100) { P = 0.5 };

    private static readonly Dictionary<string,
        (Func<TestGame> Declared, Func<PlainPair> Players, PlainGame Game, PlainAda Ada, Func<Tensor, Tensor, Tensor> Margins)> Cases = new()
        {
            ["All, fresh noise"] = (() => TestGame.Of(new AdaptedPictures.Game.Torch(1, CPU)), Players, Plain, Quick, OnReals),
            ["Grey, odd sizes"] = (() => TestGame.Of(new AdaptedPictures.Grey.Torch(1, CPU)), GreyPlayers, Plain,
                new PlainAda(Every: 1, Images: 400, Target: 0.1) { P = 0.8 }, OnReals),
            ["Relativistic, whole pixels and colours, k = 2, noise reused"] =
                (() => TestGame.Of(new AdaptedPictures.Relative.Torch(1, CPU)), RelativePlayers, Plain with
                {
                    DiscriminatorSteps = 2,
                    FreshNoise = false,
                    Losses = new((onReals, onFakes) => functional.softplus(onFakes - onReals).mean(), (onReals, onFakes) =>
                        functional.softplus(onReals - onFakes).mean()),
                }, Quick with { Geometry = false }, (onReals, onFakes) => onReals - onFakes),
            ["Least squares, geometry, WGAN-GP's penalty"] = (() => TestGame.Of(new AdaptedPictures.WithPenalty.Torch(1, CPU)), Players, Plain with
            {
                GradientPenalty = 10,
                Losses = new(
                    (onReals, onFakes) => 0.5 * ((onReals - 1).square().mean() + onFakes.square().mean()), (_, onFakes) => 0.5 * (onFakes - 1).square().mean()),
            }, new PlainAda(Blit: false, Color: false, Every: 2, Images: 200, Threshold: 0.5) { P = 1 }, OnReals),
            ["Patches"] = (() => TestGame.Of(new AdaptedPictures.Patches.Torch(1, CPU)), PatchPlayers, Plain, Quick, OnReals),
            ["At once"] = (() => TestGame.Of(new AdaptedPictures.AtOnce.Torch(1, CPU)), Players,
                Plain with { FreshNoise = false, Simultaneous = true, Minimax = true }, Quick, OnReals),
            ["Lazy R1, colours"] = (() => TestGame.Of(new AdaptedPictures.LazyR1.Torch(1, CPU)), Players, Plain with { R1 = 4, Every = 3 },
                Quick with { Blit = false, Geometry = false }, OnReals),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name)
    {
        var (declared, players, game, start, margins) = Cases[name];
        using var shapes = players();
        using var source = new DrawSource(Count, [shapes.Latent], shapes.SampleShape);
        var generated = declared();

        // Each run by hand follows D on its own; the first is the one in float64.
        var followed = new List<PlainAda>();
        using var parity = new StepParity(generated, (_, _) => ByHand(), source.Next, Count);
        var probabilities = new HashSet<double>();
        parity.Play(steps: 10, _ =>
        {
            Assert.Equal(followed[0].P, generated.Gan.Report().AugmentationProbability, 1e-6);
            probabilities.Add(followed[0].P);
        });

        Assert.True(probabilities.Count > 2, "p has hardly moved");

        IHandWrittenGame ByHand()
        {
            var ada = start with { };
            followed.Add(ada);
            return new PlainGan(players(), game with { Augment = ada.Apply, Follow = (onReals, onFakes) => ada.Follow(margins(onReals, onFakes)) });
        }
    }

    [Fact]
    public void PStartsAt0_WhereNothingChanges()
    {
        using var data = new StepData(1, Count, 8, [3, 8, 6]);
        var (reals, latents, generatorLatents, _, _) = data.Steps[0];
        var draws = data.Steps[0].Augmentations;
        using var first = new AdaptedPictures.Defaults.Torch(1, CPU);
        using var second = new AdaptedPictures.Defaults.Torch(1, CPU);
        first.Step(new(reals), new(latents), new(generatorLatents), new(draws[0]), new(draws[1]), new(draws[2]));
        second.Step(new(reals), new(latents), new(generatorLatents), new(draws[1]), new(draws[2]), new(draws[0]));
        Assert.Equal(0, first.Report().AugmentationProbability);
        Assert.True(first.Discriminator.Flat.equal(second.Discriminator.Flat).all().ToBoolean());
    }

    [Fact]
    public void AGameThatGoesOnFromAState_GoesOnWithItsProbability()
    {
        using var data = new StepData(8, Count, 8, [3, 8, 6]);
        using var whole = new AdaptedPictures.Game.Torch(5, CPU);
        using var resumed = new AdaptedPictures.Game.Torch(6, CPU);
        for (var step = 0; step < 8; step++)
        {
            // In the middle of an interval.
            if (step == 4) resumed.Load(whole.State());
            whole.Step(new Batch<S3x8x6>(data.Steps[step].Reals));
            if (step >= 4) resumed.Step(new Batch<S3x8x6>(data.Steps[step].Reals));
        }

        Assert.NotEqual(0.5, whole.Report().AugmentationProbability);
        Assert.Equal(whole.Report(), resumed.Report());
        Assert.True(whole.Discriminator.Flat.equal(resumed.Discriminator.Flat).all().ToBoolean());
        Assert.Contains(whole.State(), tensor => tensor.Name == "discriminator_optimizer.augmentation.p");
    }

    private static Tensor OnReals(Tensor onReals, Tensor onFakes) => onReals;

    private static PlainPair Players() => new(
        Sequential(Linear(8, 144), Tanh(), Unflatten(1, [3, 8, 6])),
        Sequential(PlainConvolutionLayer.Conv2d(3, 16, 3, padding: 1), Tanh(), Flatten(), Linear(768, 1)), Latent: 8, SampleShape: [3, 8, 6]);

    private static PlainPair RelativePlayers() =>
        Players() with { Discriminator = Sequential(PlainConvolutionLayer.Conv2d(3, 16, 3, padding: 1), Tanh(), Flatten(), Linear(768, 1, hasBias: false)) };

    private static PlainPair PatchPlayers() => Players() with
    {
        Discriminator = Sequential(PlainConvolutionLayer.Conv2d(3, 16, 3, padding: 1), Tanh(), PlainConvolutionLayer.Conv2d(16, 1, 3, padding: 1))
    };

    private static PlainPair GreyPlayers() => new(
        Sequential(Linear(8, 35), Tanh(), Unflatten(1, [1, 7, 5])),
        Sequential(PlainConvolutionLayer.Conv2d(1, 16, 3, padding: 1), Tanh(), Flatten(), Linear(560, 1)), Latent: 8, SampleShape: [1, 7, 5]);
}
