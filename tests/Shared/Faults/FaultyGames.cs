using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Faults;

/// <summary>Small games, each for the faults that its layers, schedule, regulariser or optimiser can have.</summary>
internal static class FaultyGames
{
    /// <summary>Points of the plane by two small MLPs.</summary>
    public const string Points = nameof(Points);

    /// <summary>Pictures of 4×4 by convolutions, BatchNorm in G.</summary>
    public const string Pictures = nameof(Pictures);

    /// <summary>Two updates of D for each of G, latents drawn again, reals labelled 0.9, G averaged.</summary>
    public const string Averaged = nameof(Averaged);

    /// <summary>Wasserstein with a penalty on interpolates, both players moved with weight decay.</summary>
    public const string WganGp = nameof(WganGp);

    /// <summary>R1 at each update, AMSGrad.</summary>
    public const string R1 = nameof(R1);

    private const string Mlp = """
        [Generator(latent: 8), Dense(16), LeakyReLU(0.2), Dense(2)]
        public sealed partial class G;

        [Discriminator(2), Dense(16), LeakyReLU(0.2), Dense(1)]
        public sealed partial class D;

        """;

    private const string SmoothMlp = """
        [Generator(latent: 8), Dense(16), Tanh, Dense(2)]
        public sealed partial class G;

        [Discriminator(2), Dense(16), Tanh, Dense(16), Tanh, Dense(1)]
        public sealed partial class D;

        """;

    private static readonly Dictionary<string, string> Declarations = new()
    {
        [Points] = Mlp + """
            [Gan<G, D>, NonSaturating, Adam(2e-4, beta1: 0.5)]
            public sealed partial class Game;
            """,
        [Pictures] = """
            [Generator(latent: 8)]
            [Dense(32, bias: false), Reshape(8, 2, 2), BatchNorm, Tanh]
            [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
            public sealed partial class G;

            [Discriminator(1, 4, 4)]
            [Conv2d(8, kernel: 3, stride: 2, padding: 1), LeakyReLU(0.2), Flatten, Dense(1)]
            public sealed partial class D;

            [Gan<G, D>, NonSaturating, Adam(2e-4, beta1: 0.5)]
            public sealed partial class Game;
            """,
        [Averaged] = Mlp + """
            [Gan<G, D>, NonSaturating(smoothing: 0.1), Ema(halfLifeImages: 100, rampUp: 0), Alternating(discriminatorSteps: 2), Adam(2e-4, beta1: 0.5)]
            public sealed partial class Game;
            """,
        [WganGp] = SmoothMlp + """
            [Gan<G, D>, Wasserstein, GradientPenalty(weight: 10, target: 1), Adam(2e-4, beta1: 0.5, weightDecay: 0.1)]
            public sealed partial class Game;
            """,
        [R1] = SmoothMlp + """
            [Gan<G, D>, NonSaturating, R1(gamma: 10), Adam(2e-4, beta1: 0.5, beta2: 0.5, amsgrad: true)]
            public sealed partial class Game;
            """,
    };

    /// <summary>Every game on some backends, by name.</summary>
    /// <param name="packages">The backends.</param>
    public static IReadOnlyDictionary<string, FaultyGame> On(Packages packages) =>
        Declarations.ToDictionary(game => game.Key, game => new FaultyGame(game.Key, game.Value, packages));
}
