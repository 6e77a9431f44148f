using GanDsl.HandWritten;
using GanDsl.Torch;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games with classes: the step against plain TorchSharp with nn.Embedding, and what they refuse.</summary>
[Trait("Category", "Parity")]
public class ConditionalGameTests
{
    private const int Count = 30;

    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

    private static readonly PlainGame Plain = new(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam);

    private static readonly Dictionary<string, GameCase> Cases = new()
    {
        ["Fresh"] = new(() => TestGame.Of(new ConditionalPoints.Game.Torch(1, CPU), Count), ConditionalPlayers.Points, Plain),
        ["Reused, k = 2"] = new(
            () => TestGame.Of(new ConditionalPoints.Reused.Torch(1, CPU), Count),
            ConditionalPlayers.Points,
            Plain with { DiscriminatorSteps = 2, FreshNoise = false, HalfLifeImages = 100 }),
        ["WGAN-GP"] = new(
            () => TestGame.Of(new ConditionalPoints.WganGp.Torch(1, CPU), Count),
            ConditionalPlayers.Points,
            Plain with { Wasserstein = true, GradientPenalty = 10 }),
        ["Lazy R1"] = new(() => TestGame.Of(new ConditionalPoints.LazyR1.Torch(1, CPU), Count), ConditionalPlayers.Points, Plain with { R1 = 4, Every = 3 }),
        ["At once"] = new(
            () => TestGame.Of(new ConditionalPoints.AtOnce.Torch(1, CPU), Count),
            ConditionalPlayers.Points,
            Plain with { FreshNoise = false, Simultaneous = true }),
        ["ConditionalBatchNorm in G, projection in D"] = new(
            () => TestGame.Of(new ConditionalPictures.Game.Torch(1, CPU), Count), ConditionalPlayers.Pictures, Plain),
        ["Projection and R1"] = new(
            () => TestGame.Of(new ConditionalPictures.Penalised.Torch(1, CPU), Count), ConditionalPlayers.Pictures, Plain with { R1 = 1, FreshNoise = false }),
        ["ConditionalBatchNorm in both, spectral projection"] = new(
            () => TestGame.Of(new ConditionalPictures.Normalised.Torch(1, CPU), Count), ConditionalPlayers.NormalisedPictures, Plain),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name) => (Cases[name] with { Labels = ConditionalPlayers.Labels }).AssertParity(Count);

    [Fact]
    public void AForwardPass_IsThatOfLibtorchsEmbedding()
    {
        using var network = new ConditionalPoints.Generator.Torch(1, CPU);
        using var plain = ConditionalPlayers.Points();
        using (no_grad())
        {
            foreach (var (name, value) in plain.Generator.named_parameters())
                value.copy_(network.NamedParameters.Single(parameter => parameter.Name == name).Value);
        }

        using var latents = new Batch<S8>(Values.Normal(Count, 8));
        using var samples = network.Forward(latents, new Labels<S3>(ConditionalPlayers.Labels(Count)));
        using var expected = plain.Generator.forward(latents.Tensor);

        Values.AssertClose(expected, samples.Tensor, 1e-6, "samples");
        using var others = network.Forward(latents, Labels<S3>.All(label: 2, Count));
        Assert.True((others.Tensor - samples.Tensor).abs().max().item<float>() > 0.01f, "Other labels make other samples.");
    }

    /// <summary>With the running statistics that three passes left.</summary>
    [Fact]
    public void ConditionalBatchNorm_InEvalMode_TakesTheRunningStatistics()
    {
        using var untracked = no_grad();
        using var game = TestGame.Of(new ConditionalPictures.Game.Torch(1, CPU), Count);
        using var plain = ConditionalPlayers.Pictures();
        plain.CopyFrom(game);
        var generator = (ConditionalPictures.Generator.Torch)game.Generator;
        var labels = new Labels<S3>(ConditionalPlayers.Labels(Count));
        for (var mode = 0; mode < 3; mode++)
        {
            using var latents = new Batch<S8>(Values.Normal(Count, 8));
            using var trained = generator.Forward(latents, labels, Mode.Train);
            using var expected = plain.Generator.forward(latents.Tensor);
            Values.AssertClose(expected, trained.Tensor, 1e-5, "samples in train mode");
        }

        plain.Generator.eval();
        using var others = new Batch<S8>(Values.Normal(Count, 8));
        using var samples = generator.Forward(others, labels);
        using var evaluated = plain.Generator.forward(others.Tensor);
        Values.AssertClose(evaluated, samples.Tensor, 1e-5, "samples in eval mode");
        using var elsewhere = generator.Forward(others, Labels<S3>.All(label: 2, Count));
        Assert.True((elsewhere.Tensor - samples.Tensor).abs().max().item<float>() > 1e-3f, "Other labels make other samples.");
    }

    [Fact]
    public void TheTable_IsDrawnAsLibtorchsIs()
    {
        using var network = new ConditionalPoints.Generator.Torch(1, CPU);

        var table = network.NamedParameters.Single(parameter => parameter.Name == "1.weight").Value;

        Assert.Equal([3, 4], table.shape);
        Assert.InRange(table.std().item<float>(), 0.5, 1.6);
    }

    [Fact]
    public void AGameOfAnyType_TakesLabelsBesideSamples()
    {
        using IGan gan = new ConditionalPoints.Reused.Torch(1, CPU);
        var labels = ConditionalPlayers.Labels(4);

        gan.Step(new float[8], labels);

        Assert.Equal(3, gan.Classes);
        Assert.Equal(1, gan.Report().Step);
        Assert.Equal(8, gan.Sample(gan.Noise(4), labels).Length);
    }

    [Fact]
    public void AGameOfAnyType_RefusesWhatHasNoLabels()
    {
        using IGan gan = new ConditionalPoints.Game.Torch(1, CPU);

        Assert.Equal(
            "This game has 3 classes; pass Step the label of each sample, from 0 to 2, too.",
            Assert.Throws<InvalidOperationException>(() => gan.Step(new float[8])).Message);
        Assert.Equal(
            "This game has 3 classes; pass Sample the label of each sample, from 0 to 2, too.",
            Assert.Throws<InvalidOperationException>(() => gan.Sample(gan.Noise(2))).Message);
        Assert.Equal(0, gan.Steps);
    }

    [Fact]
    public void AGameWithoutClasses_RefusesLabels()
    {
        using IGan gan = new SmoothPoints.K1Fresh.Torch(1, CPU);

        Assert.Equal(0, gan.Classes);
        Assert.Equal(
            "This game has no classes; call Step without labels, or declare both players with Classes.",
            Assert.Throws<InvalidOperationException>(() => gan.Step(new float[4], [0, 1])).Message);
        Assert.Equal(
            "This game has no classes; call Sample without labels, or declare both players with Classes.",
            Assert.Throws<InvalidOperationException>(() => gan.Sample(gan.Noise(2), [0, 1])).Message);
    }

    [Fact]
    public void OtherCountsOfLabels_AreRefused()
    {
        using var gan = new ConditionalPoints.Game.Torch(1, CPU);
        using var reals = new Batch<S2>(zeros(4, 2));
        using var latents = gan.Noise(4);
        var labels = Labels<S3>.All(1, count: 3);

        Assert.Equal(
            "There are 4 samples and 3 labels; each sample has one. (Parameter 'labels')",
            Assert.Throws<ArgumentException>(() => gan.Step(reals, labels)).Message);
        Assert.Throws<ArgumentException>(() => gan.Generator.Forward(latents, labels));
        Assert.Throws<ArgumentException>(() => gan.Step(reals, default));
        Assert.Equal(0, gan.Steps);
    }

    [Fact]
    public void Passes_SayWhetherTheyTakeLabels()
    {
        using var with = new ConditionalPoints.Discriminator.Torch(1, CPU);
        using var without = new SmoothPoints.Discriminator.Torch(1, CPU);
        using var samples = zeros(2, 2);
        using var labels = zeros(2, 3);

        Assert.Equal(
            "Discriminator has classes; pass labels, too: Apply(input, labels, pass).",
            Assert.Throws<InvalidOperationException>(() => with.Apply(samples, ForwardMode.Train)).Message);
        Assert.Equal(
            "Discriminator has no classes; pass no labels: Apply(input, pass).",
            Assert.Throws<InvalidOperationException>(() => without.Apply(samples, labels, ForwardMode.Train)).Message);
    }
}
