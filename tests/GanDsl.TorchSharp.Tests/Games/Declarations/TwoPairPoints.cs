namespace GanDsl.Tests.Torch.Games;

/// <summary>Games over two pairs of points in spaces of 3 and 5 dimensions, and of 4 and 4; <see cref="TwoPairTests"/> has the same by hand.</summary>
internal static partial class TwoPairPoints
{
    [Generator(latent: 5)]
    [Dense(16), Tanh, Dense(3)]
    internal sealed partial class Forth;

    [Generator(latent: 3)]
    [Dense(12), Tanh, Dense(5)]
    internal sealed partial class Back;

    [Discriminator(3)]
    [Dense(16), Tanh, Dense(1)]
    internal sealed partial class DiscriminatorOf3;

    [Discriminator(5)]
    [Dense(12), Tanh, Dense(1)]
    internal sealed partial class DiscriminatorOf5;

    [Generator(latent: 4)]
    [Dense(16), BatchNorm(eps: 1e-2), Tanh, Dense(4)]
    internal sealed partial class Turn;

    [Discriminator(4)]
    [Dense(16), SpectralNorm, Tanh, Dense(1)]
    internal sealed partial class DiscriminatorOf4;

    [Discriminator(4)]
    [Dense(16), BatchNorm(eps: 1e-2), Tanh, Dense(1)]
    internal sealed partial class CoupledDiscriminatorOf4;

    [Gan<Forth, DiscriminatorOf3, Back, DiscriminatorOf5>]
    [LeastSquares, CycleConsistency(weight: 5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class OtherShapes;

    [Gan<Turn, DiscriminatorOf4, Turn, DiscriminatorOf4>]
    [LeastSquares, CycleConsistency(weight: 5), Identity(weight: 2.5)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Ema(halfLifeImages: 100, rampUp: 0)]
    internal sealed partial class OneShape;

    [Gan<Turn, CoupledDiscriminatorOf4, Turn, DiscriminatorOf4>]
    [NonSaturating, CycleConsistency(weight: 10)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), Alternating(discriminatorSteps: 2)]
    internal sealed partial class OneCoupled;

    [Gan<Forth, DiscriminatorOf3, Back, DiscriminatorOf5>]
    [NonSaturating, CycleConsistency(weight: 5), R1(gamma: 2, every: 3)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4), ClipGradient(maxNorm: 0.1)]
    internal sealed partial class LazyR1;

    [Gan<Forth, DiscriminatorOf3, Back, DiscriminatorOf5>]
    [RelativisticAverage, CycleConsistency(weight: 5), R1(gamma: 2), R2(gamma: 1)]
    [Adam(2e-4, beta1: 0.5, eps: 1e-4)]
    internal sealed partial class Relative;
}
