namespace GanDsl.Tests.Torch.Games;

/// <summary>Games of pairs of points in spaces; <see cref="PairPlayers"/> has the same by hand.</summary>
internal static partial class PairPoints
{
    [Generator(latent: 5)]
    [Dense(16), Tanh, Dense(3)]
    internal sealed partial class Translator;

    [Discriminator(3, Source = new[] { 5 })]
    [Concat("source"), Dense(16), Tanh, Dense(1)]
    internal sealed partial class DiscriminatorOfPairs;

    [Discriminator(3)]
    [Dense(16), Tanh, Dense(1)]
    internal sealed partial class DiscriminatorOfSamples;

    [Gan<Translator, DiscriminatorOfPairs>]
    [LeastSquares, Reconstruction(weight: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Pix2Pix;

    [Gan<Translator, DiscriminatorOfPairs>]
    [LeastSquares, Reconstruction(weight: 10), R1(gamma: 2, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
    internal sealed partial class LazyR1;

    [Gan<Translator, DiscriminatorOfPairs>]
    [LeastSquares, GradientPenalty(weight: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Penalised;

    [Gan<Translator, DiscriminatorOfSamples>]
    [LeastSquares, Reconstruction(weight: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Unconditional;
}
