using static TorchSharp.torch;

namespace GanDsl.Architectures.Tests;

/// <summary>
/// Architectures, at their full width but for R3GAN, take steps on libtorch: all numbers stay finite, and every weight of both players that has a gradient
/// moves.
/// </summary>
public class TrainingTests
{
    [Fact]
    public void Mlp() => Play(new MlpGan.Torch(1, CPU), steps: 3);

    [Fact]
    public void Dcgan() => Play(new Dcgan.Torch(1, CPU), steps: 2);

    [Fact]
    public void GreyDcgan() => Play(new GreyDcgan.Torch(1, CPU), steps: 2);

    [Fact]
    public void Lsgan() => Play(new Lsgan.Torch(1, CPU), steps: 2);

    /// <summary>Five steps of D for one of G.</summary>
    [Fact]
    public void WganGp() => Play(new WganGp.Torch(1, CPU), steps: 5);

    [Fact]
    public void Sngan() => Play(new Sngan.Torch(1, CPU), steps: 5);

    [Fact]
    public void Sagan() => Play(new Sagan.Torch(1, CPU), steps: 2);

    [Fact]
    public void Projection() => Play(new ProjectionGan.Torch(1, CPU), steps: 5);

    [Fact]
    public void SaganWithClasses() => Play(new ConditionalSagan.Torch(1, CPU), steps: 2);

    [Fact]
    public void BigGan() => Play(new BigGan.Torch(1, CPU), steps: 5);

    [Fact]
    public void BigGanDeep() => Play(new BigGanDeep.Torch(1, CPU), steps: 2);

    [Fact]
    public void Concatenation() => Play(new ConcatenationGan.Torch(1, CPU), steps: 3);

    [Fact]
    public void Acgan() => Play(new AcGan.Torch(1, CPU), steps: 3);

    [Fact]
    public void Infogan() => Play(new InfoGan.Torch(1, CPU), steps: 3);

    [Fact]
    public void Cycle() => Play(new CycleGan.Torch(1, CPU), steps: 1);

    [Fact]
    public void Srgan() => Play(new Srgan.Torch(1, CPU), steps: 1);

    /// <summary>At 768 channels a step with both penalties takes minutes: there the players pass once, and a smaller game takes the steps.</summary>
    [Fact]
    public void R3()
    {
        using var scope = NewDisposeScope();
        using (var generator = new R3Generator.Torch(1, CPU))
        using (var discriminator = new R3Discriminator.Torch(1, CPU))
        {
            var logits = discriminator.Apply(generator.Apply(randn(1, 64), Torch.ForwardMode.Evaluate), Torch.ForwardMode.Evaluate);
            Assert.Equal([1, 1], logits.shape);
            Assert.True(float.IsFinite(logits.item<float>()));
        }

        Play(new SmallR3Gan.Torch(1, CPU), steps: 5);
    }

    /// <summary>The first step has the penalty, the second none.</summary>
    [Fact]
    public void StyleGan2() => Play(new StyleGan.Torch(1, CPU), steps: 2);

    /// <summary>At 256 × 256.</summary>
    [Fact]
    public void Pix2Pix() => Play(new Pix2Pix.Torch(1, CPU), steps: 1, batch: 1);

    [Fact]
    public void Pix2Pix_ScoresPatchesOfPairs()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new PatchGan.Torch(1, CPU);

        Assert.Equal([1, 1, 16, 16], discriminator.Apply(rand(1, 3, 256, 256), rand(1, 3, 256, 256), Torch.ForwardMode.Evaluate).shape);
    }

    private static void Play(IGan game, int steps, int batch = 2)
    {
        using (game)
        {
            var (generator, discriminator) = (game.GeneratorState(), game.DiscriminatorState());
            var random = new Random(1);
            var elements = game.SampleShape.Aggregate(1, (product, size) => product * size);
            for (var step = 0; step < steps; step++)
            {
                float[] reals = [.. Enumerable.Range(0, batch * elements).Select(_ => (float)((2 * random.NextDouble()) - 1))];
                if (game.TakesSources) game.StepPairs(reals, [.. Enumerable.Range(0, batch * game.Latent).Select(_ => (float)((2 * random.NextDouble()) - 1))]);
                else if (game.Classes == 0) game.Step(reals);
                else game.Step(reals, [.. Enumerable.Range(0, batch).Select(_ => random.Next(game.Classes))]);
            }

            var report = game.Report();
            Assert.Equal(steps, report.Step);
            Assert.True(double.IsFinite(report.DiscriminatorLoss) && double.IsFinite(report.GeneratorLoss) && double.IsFinite(report.GeneratorGradientNorm));
            AssertMoved(generator, game.GeneratorState());
            AssertMoved(discriminator, game.DiscriminatorState());
        }
    }

    private static void AssertMoved(IReadOnlyList<NamedTensor> before, IReadOnlyList<NamedTensor> after)
    {
        foreach (var (was, now) in before.PairedWith(after)
            .Where(pair => pair.First.Name.EndsWith(".weight", StringComparison.Ordinal) || pair.First.Name.EndsWith("weight_orig", StringComparison.Ordinal)))
        {
            var (old, moved) = (((TensorValues.Float32)was.Values).Elements, ((TensorValues.Float32)now.Values).Elements);
            Assert.True(moved.All(float.IsFinite), now.Name);
            Assert.True(!old.SequenceEqual(moved), $"{now.Name} did not move.");
        }
    }
}
