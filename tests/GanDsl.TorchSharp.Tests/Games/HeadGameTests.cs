using GanDsl.HandWritten;
using GanDsl.Parity;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games whose D has several heads: ten steps against plain TorchSharp with cross_entropy and gaussian_nll_loss; their reports; their codes.</summary>
[Trait("Category", "Parity")]
public class HeadGameTests
{
    private const int Count = 30;

    private static readonly Dictionary<string, (Func<TestGame> Declared, Func<PlainPair> Players, Func<PlainPair, HeadGame> Plain)> Cases = new()
    {
        ["ACGAN"] = (() => TestGame.Of(new HeadPoints.AcGan.Torch(1, CPU), Count), HeadPlayers.Classes, players => new HeadGame(players, classifier: 0.7)),
        ["ACGAN with R1, k = 2"] = (() => TestGame.Of(new HeadPoints.AcGanWithR1.Torch(1, CPU), Count), HeadPlayers.Classes, players =>
            new HeadGame(players, classifier: 1, r1: 2, discriminatorSteps: 2, freshNoise: false)),
        ["ACGAN with lazy R1"] = (() => TestGame.Of(new HeadPoints.AcGanWithLazyR1.Torch(1, CPU), Count), HeadPlayers.Classes, players =>
            new HeadGame(players, classifier: 1, r1: 2, every: 3)),
        ["InfoGAN"] = (() => TestGame.Of(new HeadPoints.InfoGan.Torch(1, CPU)), HeadPlayers.Codes, players => new HeadGame(players, classifier: null)),
        ["InfoGAN with lazy R1, noise reused"] = (() => TestGame.Of(new HeadPoints.InfoGanWithLazyR1.Torch(1, CPU)), HeadPlayers.Codes, players =>
            new HeadGame(players, classifier: null, r1: 2, every: 3, freshNoise: false)),
        ["InfoGAN, BatchNorm in D"] = (() => TestGame.Of(new HeadPoints.NormalisedInfoGan.Torch(1, CPU)), HeadPlayers.NormalisedCodes, players =>
            new HeadGame(players, classifier: null)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name)
    {
        var (declared, build, plain) = Cases[name];
        using var shapes = build();
        using var source = new DrawSource(Count, [shapes.Latent], shapes.SampleShape);
        var game = declared();
        using var parity = new StepParity(game, (_, _) => plain(build()), () => Encoded(source.Next()), Count, ConditionalPlayers.Labels(Count));
        parity.Play(steps: 10, step =>
        {
            var (byHand, auxiliaryLosses) = ((HeadGame)parity.Reference, game.Gan.Report().AuxiliaryLosses);
            Assert.Equal(byHand.AuxiliaryLossesOfDiscriminator.Count, auxiliaryLosses.Count);
            for (var i = 0; i < auxiliaryLosses.Count; i++)
            {
                Assert.Equal(byHand.AuxiliaryLossesOfDiscriminator[i], auxiliaryLosses[i].InDiscriminatorLoss, 1e-5);
                Assert.Equal(
                    byHand.AuxiliaryLossesOfGenerator.Count == 0 ? double.NaN : byHand.AuxiliaryLossesOfGenerator[i], auxiliaryLosses[i].InGeneratorLoss, 1e-5);
            }
        });

        // Codes are where Noise puts them.
        StepDraws Encoded(StepDraws draws)
        {
            if (shapes.Latent == 9) Encode(draws.Latents, draws.GeneratorLatents);
            return draws;
        }
    }

    [Fact]
    public void Forward_GivesEveryHead()
    {
        using var network = new HeadPoints.Reader.Torch(1, CPU);
        using var players = HeadPlayers.Codes();
        using (no_grad())
        {
            foreach (var (name, value) in players.Discriminator.named_parameters())
                value.copy_(network.NamedParameters.Single(parameter => parameter.Name == name).Value);
        }

        using var samples = new GanDsl.Torch.Batch<S2>(Values.Normal(Count, 2));
        var (logits, code, style) = network.Forward(samples);
        using (logits)
        using (code)
        using (style)
        {
            using var actual = cat([logits.Tensor, code.Tensor, style.Tensor], 1);
            using var expected = players.Discriminator.forward(samples.Tensor);
            Values.AssertClose(expected, actual, 1e-6, "outputs");
        }
    }

    /// <summary>
    /// 100,000 codes: shares of the three classes within 5 standard deviations of 1/3, numbers of U(−1, 1) by their mean and variance; what stands before is
    /// untouched by codes.
    /// </summary>
    [Fact]
    public void Noise_HoldsCodes()
    {
        const int Many = 100_000;
        using var gan = new HeadPoints.InfoGan.Torch(1, CPU);
        using var latents = gan.Noise(Many);
        using var categorical = latents.Tensor.narrow(1, 4, 3);
        using var gaussian = latents.Tensor.narrow(1, 7, 2);
        using var noise = latents.Tensor.narrow(1, 0, 4);

        Assert.Equal(Many, categorical.sum().item<float>());
        Assert.Equal(Many, categorical.eq(1).sum().item<long>());
        for (var i = 0; i < 3; i++) Assert.InRange(categorical.narrow(1, i, 1).mean().item<float>(), 0.3259, 0.3408);
        Assert.InRange(gaussian.min().item<float>(), -1, -0.999);
        Assert.InRange(gaussian.max().item<float>(), 0.999, 1);
        Assert.InRange(gaussian.mean().item<float>(), -0.01, 0.01);
        Assert.InRange(gaussian.std().item<float>(), 0.572, 0.582);
        Assert.InRange(noise.std().item<float>(), 0.99, 1.01);
    }

    [Fact]
    public void AStateWithAuxiliaryLosses_ContinuesAsTheGameDoes()
    {
        using var first = new HeadPoints.InfoGanWithLazyR1.Torch(1, CPU);
        using var second = new HeadPoints.InfoGanWithLazyR1.Torch(2, CPU);
        using var reals = new GanDsl.Torch.Batch<S2>(Values.Normal(Count, 2));
        for (var i = 0; i < 4; i++) first.Step(reals);

        second.Load(first.State());

        Assert.Equal(first.Report(), second.Report());
        first.Step(reals);
        second.Step(reals);
        Assert.Equal(first.Report(), second.Report());
        Assert.Equal(["MutualInformation(code)", "MutualInformation(style)"], second.Report().AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.Name));
    }

    [Fact]
    public void TheLosses_IncludeTheAuxiliaryLosses()
    {
        using var gan = new HeadPoints.InfoGan.Torch(1, CPU);
        using var reals = new GanDsl.Torch.Batch<S2>(Values.Normal(Count, 2));
        gan.Step(reals);

        var report = gan.Report();

        Assert.Equal(-report.Value, report.DiscriminatorLoss - report.AuxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InDiscriminatorLoss), 1e-9);
        Assert.True(report.GeneratorLoss > report.AuxiliaryLosses.Sum(auxiliaryLoss => auxiliaryLoss.InGeneratorLoss) + 0.1, "G's own loss is there, too.");
    }

    /// <summary>
    /// An inference of codes of which no gradient came would leave their scores as they are drawn: 1,500 small steps tell one code from another.
    /// </summary>
    [Fact]
    public void MutualInformation_Rises()
    {
        using var gan = new HeadPoints.InfoGan.Torch(1, CPU);
        using var reals = new GanDsl.Torch.Batch<S2>(Values.Normal(256, 2));
        gan.Step(reals);
        var before = gan.Report().AuxiliaryLosses[0].InGeneratorLoss;

        for (var i = 0; i < 1500; i++) gan.Step(reals);

        Assert.InRange(gan.Report().AuxiliaryLosses[0].InGeneratorLoss, 0, 0.7 * before);
    }

    private static void Encode(params Tensor[] latents)
    {
        foreach (var drawn in latents)
        {
            using var classes = drawn.narrow(1, 4, 3).argmax(1);
            using var style = drawn.narrow(1, 7, 2).tanh();
            drawn.narrow(1, 4, 3).copy_(nn.functional.one_hot(classes, 3));
            drawn.narrow(1, 7, 2).copy_(style);
        }
    }
}
