using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Snapshots;

/// <summary>All that is generated, as a user reads it. A change here is a change of the product.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public Task Dcgan() => Verifier.Verify(Generation.Of($"namespace Clothes;\n\n{Examples.Dcgan28()}").Targets);

    [Fact]
    public Task Dcgan64WithBatchNormInD() => Verifier.Verify(Generation.Of(Examples.Dcgan64(3)).Targets);

    [Fact]
    public Task UNetAgainstResidual() =>
        Verifier.Verify(Generation.Of(Examples.UNet).Targets.Where(target => target.Name is "G.g" or "G.Torch.g" or "D.g" or "D.Torch.g"));

    [Fact]
    public Task Conditional() => Verifier.Verify(Generation.Of(Examples.Conditional).Targets);

    [Fact]
    public Task Pix2Pix() => Verifier.Verify(Games(Examples.Pix2Pix));

    [Fact]
    public Task CycleGan() => Verifier.Verify(Games(Examples.CycleGan));

    [Fact]
    public Task Infogan() => Verifier.Verify(Games(Examples.Infogan));

    [Fact]
    public Task ConditionalWithLazyR1() =>
        Verifier.Verify(Games(Examples.Conditional.Replace("[NonSaturating]", "[NonSaturating, R1(gamma: 10, every: 16)]", StringComparison.Ordinal)));

    [Fact]
    public Task Blocks() => Verifier.Verify(Generation.Of(Examples.Blocks).Targets.Where(target => target.Name is "G.g" or "G.Torch.g" or "D.g"));

    [Fact]
    public Task DcganWithR1() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, R1(gamma: 10)]", StringComparison.Ordinal)));

    /// <summary>As in R3GAN.</summary>
    [Fact]
    public Task DcganWithR1AndR2() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, R1(gamma: 0.1), R2(gamma: 0.1)]", StringComparison.Ordinal)));

    [Fact]
    public Task LeCam() => Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[Hinge, LeCam]", StringComparison.Ordinal)));

    [Fact]
    public Task Ada() => Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Ada]", StringComparison.Ordinal)));

    [Fact]
    public Task DiffAugment() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, DiffAugment]", StringComparison.Ordinal)));

    [Fact]
    public Task LazyR1() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, R1(gamma: 10, every: 16)]", StringComparison.Ordinal)));

    [Fact]
    public Task Dragan() => Verifier.Verify(
        Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Dragan, Alternating(freshNoise: false)]", StringComparison.Ordinal)));

    [Fact]
    public Task WganGp() => Verifier.Verify(Games(Examples.Dcgan28()
        .Replace("[NonSaturating]", "[Wasserstein, GradientPenalty(weight: 10, target: 1), Alternating(discriminatorSteps: 5)]", StringComparison.Ordinal)));

    [Fact]
    public Task DcganAtOnce() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[NonSaturating, Simultaneous]", StringComparison.Ordinal)));

    [Fact]
    public Task WassersteinWithR1AtOnce() =>
        Verifier.Verify(Games(Examples.Dcgan28().Replace("[NonSaturating]", "[Wasserstein, R1, Simultaneous]", StringComparison.Ordinal)));

    [Fact]
    public Task ModifiedOptimizers() => Verifier.Verify(Games(Modified));

    [Fact]
    public Task NestedInternalMinimaxWithTheSameNoise() => Verifier.Verify(Generation.Of(
        """
        namespace Toys;

        public partial class Ring<T>
        {
            [Generator(latent: 2)]
            [Dense(16), ReLU, Dense(2)]
            internal partial class G;

            [Discriminator(2)]
            [Dense(16), LeakyReLU(0.2), Dropout(0.3), Dense(1)]
            internal partial class D;

            [Gan<Ring<int>.G, Ring<int>.D>]
            [Minimax, Alternating(discriminatorSteps: 3, freshNoise: false)]
            [Adam(1e-3, player: Player.Generator), Adam(4e-3, amsgrad: true, player: Player.Discriminator)]
            internal partial class Game;
        }
        """).Targets);

    /// <summary>Everything that goes with optimisers, where libtorch has a kernel (G) and where it has none (D).</summary>
    internal static string Modified => Examples.Dcgan28().Replace(
        "[Adam(2e-4, beta1: 0.5)]",
        """
        [Adam(2e-4, beta1: 0.5, player: Player.Generator), RmsProp(5e-5, player: Player.Discriminator)]
        [LearningRate(Decay.Cosine, steps: 10_000, endFactor: 0.1, warmUp: 100, player: Player.Generator)]
        [ClipGradient(1), WeightClip(0.01), Ema(halfLifeImages: 10_000)]
        """,
        StringComparison.Ordinal);

    // The game alone: what is generated of its networks stands in another snapshot.
    private static IEnumerable<Target> Games(string source) => Generation.Of(source).Targets.Where(target => target.Name is "Game.Torch.g");
}
