using GanDsl.HandWritten;
using GanDsl.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Games of pairs: ten steps against plain TorchSharp with mse_loss and l1_loss, 1e-5 relative a tensor; their reports; what they refuse.</summary>
[Trait("Category", "Parity")]
public class PairGameTests
{
    private const int Count = 8;

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["pix2pix"] = new(() => new PairPoints.Pix2Pix.Torch(1, CPU), IsPaired: true, L1: 10),
        ["pix2pix, lazy R1, k = 2"] = new(() => new PairPoints.LazyR1.Torch(1, CPU), IsPaired: true, L1: 10, R1: 2, Every: 3, DiscriminatorSteps: 2),
        ["pairs, gradient penalty"] = new(() => new PairPoints.Penalised.Torch(1, CPU), IsPaired: true, GradientPenalty: 10),
        ["L1 alone, D on samples"] = new(() => new PairPoints.Unconditional.Torch(1, CPU), IsPaired: false, L1: 10),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TenSteps_FromTheSameStart_AreThoseOfPlainTorchSharp(string name)
    {
        var plain = Cases[name];
        using var game = TestGame.Of(plain.Declared());
        using var players = plain.IsPaired ? PairPlayers.OfPairs() : PairPlayers.OfSamples();
        players.CopyFrom(game);
        using var generatorAdam = optim.Adam(players.Generator.parameters(), 2e-4, beta1: 0.5, eps: 1e-4);
        using var discriminatorAdam = optim.Adam(players.Discriminator.parameters(), 2e-4, beta1: 0.5, eps: 1e-4);
        using var data = new StepData(steps: 10, Count, latent: 5, players.SampleShape);
        var reconstruction = double.NaN;
        for (var step = 0; step < 10; step++)
        {
            var (reals, sources, _, interpolation, perturbation) = data.Steps[step];
            game.Step(reals, sources, sources, interpolation, perturbation);
            plain.MoveDiscriminator(players, discriminatorAdam, step, reals, sources, interpolation);
            if ((step + 1) % plain.DiscriminatorSteps == 0) reconstruction = plain.MoveGenerator(players, generatorAdam, reals, sources);

            using var untracked = no_grad();
            var actual = game.State();
            foreach (var (tensor, expected) in players.State())
            {
                Assert.True(Values.RelativeDistance(expected, actual[tensor]) <= 1e-5, FormattableString.Invariant($"step {step + 1}, {tensor}: {Values.RelativeDistance(expected, actual[tensor])}"));
            }

            var terms = game.Gan.Report().Terms;
            if (plain.L1 is null) Assert.Empty(terms);
            else Assert.Equal(new TermValue("Reconstruction", 0, reconstruction), terms.Single() with { InGeneratorLoss = Rounded(terms.Single().InGeneratorLoss, reconstruction) });
        }

        // To the float32 of the hand-written loss.
        static double Rounded(double value, double expected) => Math.Abs(value - expected) <= 1e-5 * Math.Abs(expected) || (double.IsNaN(value) && double.IsNaN(expected)) ? expected : value;
    }

    [Fact]
    public void AGameOfAnyType_TakesPairs()
    {
        using IGan gan = new PairPoints.Pix2Pix.Torch(1, CPU);
        var (reals, sources) = (Numbers(4 * 3), Numbers(4 * 5));

        gan.StepPairs(reals, sources);

        Assert.True(gan.TakesSources);
        Assert.Equal(5, gan.Latent);
        Assert.Equal(1, gan.Report().Step);
        Assert.Equal(reals.Length, gan.Sample(sources).Length);
        const string NoSources = "This game makes samples from sources, not from noise; call StepPairs with the source of each real, and Sample with sources.";
        Assert.Equal(NoSources, Assert.Throws<InvalidOperationException>(() => gan.Step(reals)).Message);
        Assert.Equal(NoSources, Assert.Throws<InvalidOperationException>(() => gan.Noise(2)).Message);
    }

    [Fact]
    public void AGameOfNoise_RefusesPairs()
    {
        using IGan gan = new SmoothPoints.K1Fresh.Torch(1, CPU);

        Assert.False(gan.TakesSources);
        Assert.Equal("This game makes samples from noise; call Step without sources.", Assert.Throws<InvalidOperationException>(() => gan.StepPairs(new float[4], new float[4])).Message);
    }

    [Fact]
    public void OtherCountsOfSources_AreRefused()
    {
        using var gan = new PairPoints.Pix2Pix.Torch(1, CPU);
        using var reals = new Batch<S3>(zeros(4, 3));
        using var sources = new Batch<S5>(zeros(3, 5));

        Assert.Equal("There are 4 reals and 3 sources; a step takes as many of both. (Parameter 'sources')", Assert.Throws<ArgumentException>(() => gan.Step(reals, sources)).Message);
        Assert.Equal(0, gan.Steps);
    }

    /// <summary>D's logits on a sample change with its source.</summary>
    [Fact]
    public void DJudgesBoth()
    {
        using var judge = new PairPoints.JudgeOfPairs.Torch(1, CPU);
        using var samples = new Batch<S3>(Values.Normal(4, 3));
        using var sources = new Batch<S5>(Values.Normal(4, 5));
        using var others = new Batch<S5>(zeros(4, 5));

        using var logits = judge.Forward(samples, sources);
        using var elsewhere = judge.Forward(samples, others);

        Assert.Equal([4, 1], logits.Tensor.shape);
        Assert.True((logits.Tensor - elsewhere.Tensor).abs().max().item<float>() > 0.01f);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i))];

    private sealed record Case(Func<IGan> Declared, bool IsPaired, double? L1 = null, double? R1 = null, int Every = 1, double? GradientPenalty = null, int DiscriminatorSteps = 1)
    {
        public void MoveDiscriminator(PlainPair players, Adam adam, int step, Tensor reals, Tensor sources, Tensor interpolation)
        {
            adam.zero_grad();
            var fakes = players.Generator.forward(sources).detach();
            var points = reals.detach().requires_grad_();
            var onReals = Judge(players, points, sources);
            var onFakes = Judge(players, fakes, sources);
            var loss = 0.5 * mse_loss(onReals, ones_like(onReals)) + 0.5 * mse_loss(onFakes, zeros_like(onFakes));
            if (R1 is { } gamma && step % Every == 0)
            {
                var gradient = autograd.grad([onReals.sum()], [points], retain_graph: true, create_graph: true)[0];
                loss += Every * gamma / 2 * gradient.square().sum(1).mean();
            }

            if (GradientPenalty is { } weight)
            {
                var shares = interpolation;
                var mixed = ((shares * reals) + ((1 - shares) * fakes)).detach().requires_grad_();
                var gradient = autograd.grad([Judge(players, mixed, sources).sum()], [mixed], retain_graph: true, create_graph: true)[0];
                loss += weight * (gradient.square().sum(1) + 1e-12).sqrt().sub(1).square().mean();
            }

            loss.backward();
            adam.step();
        }

        public double MoveGenerator(PlainPair players, Adam adam, Tensor reals, Tensor sources)
        {
            adam.zero_grad();
            var fakes = players.Generator.forward(sources);
            var logits = Judge(players, fakes, sources);
            var loss = 0.5 * mse_loss(logits, ones_like(logits));
            var distance = l1_loss(fakes, reals);
            if (L1 is { } weight) loss += weight * distance;
            loss.backward();
            adam.step();
            return (L1 ?? 0) * distance.item<float>();
        }

        private Tensor Judge(PlainPair players, Tensor samples, Tensor sources) => players.Discriminator.forward(IsPaired ? cat([samples, sources], 1) : samples);
    }
}
