using GanDsl.HandWritten;
using GanDsl.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games whose D gives (N, 1, 2, 3) logits: the step against plain TorchSharp, which takes means over whatever D gives.</summary>
[Trait("Category", "Parity")]
public class PatchGameTests
{
    private const int Count = 16;

    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

    private static readonly PlainGame Plain = new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam);

    private static readonly Dictionary<string, GameCase> Cases = new()
    {
        ["Fresh"] = new(() => TestGame.Of(new PatchPictures.Game.Torch(1, CPU)), Players, Plain),
        ["BatchNorm in D"] = new(() => TestGame.Of(new PatchPictures.Coupling.Torch(1, CPU)), CouplingPlayers, Plain),
        ["LSGAN, k = 2"] = new(() => TestGame.Of(new PatchPictures.Lsgan.Torch(1, CPU)), Players, Plain with
        {
            DiscriminatorSteps = 2,
            FreshNoise = false,
            Losses = new(
                (onReals, onFakes) => 0.5 * ((onReals - 1).square().mean() + onFakes.square().mean()), (_, onFakes) => 0.5 * (onFakes - 1).square().mean()),
        }),
        ["WGAN-GP"] = new(
            () => TestGame.Of(new PatchPictures.WganGp.Torch(1, CPU)), Players, Plain with { FreshNoise = false, Wasserstein = true, GradientPenalty = 10 }),
        ["Lazy R1"] = new(() => TestGame.Of(new PatchPictures.LazyR1.Torch(1, CPU)), Players, Plain with { R1 = 4, Every = 3 }),
        ["LeCam"] = new(() => TestGame.Of(new PatchPictures.OfLeCam.Torch(1, CPU)), Players, Plain with { LeCam = 0.5, Decay = 0.9 }),
        ["RaGAN"] = new(() => TestGame.Of(new PatchPictures.Relative.Torch(1, CPU)), Players, Plain with
        {
            Losses = new(
                (onReals, onFakes) => functional.softplus(onFakes.mean() - onReals).mean() + functional.softplus(onFakes - onReals.mean()).mean(),
                (onReals, onFakes) => functional.softplus(onReals - onFakes.mean()).mean() + functional.softplus(onReals.mean() - onFakes).mean()),
        }),
        ["At once"] = new(
            () => TestGame.Of(new PatchPictures.AtOnce.Torch(1, CPU)), Players, Plain with { FreshNoise = false, Simultaneous = true, Minimax = true }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name) => Cases[name].AssertParity(Count);

    [Fact]
    public void AForwardPass_GivesALogitForEachPatch()
    {
        using var network = new PatchPictures.Discriminator.Torch(1, CPU);
        using var samples = new Batch<S1x4x4>(Values.Normal(5, 1, 4, 4));

        using Batch<S1x2x3> logits = network.Forward(samples);

        Assert.Equal([5, 1, 2, 3], logits.Tensor.shape);
    }

    /// <summary>The report's numbers are means over all patches, as D's logits give them.</summary>
    [Fact]
    public void TheReport_IsOfAllPatches()
    {
        using var game = new PatchPictures.Game.Torch(1, CPU);
        using var reals = new Batch<S1x4x4>(Values.Normal(Count, 1, 4, 4));
        using var latents = game.Noise(Count);
        using var generatorLatents = game.Noise(Count);
        using var untracked = no_grad();
        using var onReals = game.Discriminator.Forward(reals, Mode.Train);
        using var fakes = game.Generator.Forward(latents, Mode.Train);
        using var onFakes = game.Discriminator.Forward(fakes, Mode.Train);
        var loss = (functional.softplus(-onReals.Tensor).mean() + functional.softplus(onFakes.Tensor).mean()).item<float>();
        var accuracy = onReals.Tensor.gt(0).to(ScalarType.Float32).mean().item<float>();

        using (enable_grad()) game.Step(reals, latents, generatorLatents);

        Assert.Equal(loss, game.Report().DiscriminatorLoss, 1e-5);
        Assert.Equal(-loss, game.Report().Value, 1e-5);
        Assert.Equal(accuracy, game.Report().AccuracyOnReals, 1e-6);
    }

    /// <summary>What pictures are made from has a shape of its own, in Forward and Step too; what noise there is has it as well.</summary>
    [Fact]
    public void AGeneratorOfPictures_IsGivenPictures()
    {
        using var game = new PatchPictures.Translation.Torch(1, CPU);
        using var reals = new Batch<S1x4x4>(Values.Normal(Count, 1, 4, 4));
        using var given = new Batch<S2x4x4>(Values.Normal(Count, 2, 4, 4));
        using var noise = game.Noise(3);
        game.Step(reals, given);

        using Batch<S1x4x4> made = game.Generator.Forward(given);
        using var expected = functional.conv2d(
            given.Tensor,
            game.Generator.NamedParameters.Single(parameter => parameter.Name == "0.weight").Value,
            game.Generator.NamedParameters.Single(parameter => parameter.Name == "0.bias").Value).tanh();

        Values.AssertClose(expected.detach(), made.Tensor, 1e-5, "pictures");
        Assert.Equal([3, 2, 4, 4], noise.Tensor.shape);
        Assert.Equal(1, game.Report().Step);
        Assert.Equal(32, ((IGan)game).Latent);
    }

    private static PlainPair Players() => new(
        Painter(),
        Sequential(
            ("0", PlainConvolutionLayer.Conv2d(1, 16, 3, padding: 1)),
            ("1", Tanh()),
            ("2", Flatten()),
            ("3", Linear(256, 6, hasBias: false)),
            ("4", Unflatten(1, [1, 2, 3]))),
        Latent: 8,
        SampleShape: [1, 4, 4]);

    private static PlainPair CouplingPlayers() => new(
        Painter(),
        Sequential(("0", Flatten()), ("1", Linear(16, 32, hasBias: false)), ("2", BatchNorm1d(32)), ("3", Tanh()), ("4", Linear(32, 6)), ("5",
            Unflatten(1, [1, 2, 3]))),
        Latent: 8,
        SampleShape: [1, 4, 4]);

    private static TorchSharp.Modules.Sequential Painter() =>
        Sequential(("0", Linear(8, 32)), ("1", Tanh()), ("2", Linear(32, 16)), ("3", Tanh()), ("4", Unflatten(1, [1, 4, 4])));
}
