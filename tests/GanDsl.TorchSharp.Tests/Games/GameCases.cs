using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>Every game of the step's parity tests, by name.</summary>
internal static class GameCases
{
    private static readonly PlainAdam Adam = new(2e-4, Beta1: 0.5);
    private static readonly PlainAdam SmoothAdam = new(2e-4, Beta1: 0.5, Eps: 1e-4);

    /// <summary>Networks and optimisers as GANs mostly have them.</summary>
    public static IReadOnlyDictionary<string, GameCase> Ordinary { get; } = new Dictionary<string, GameCase>
    {
        ["Points, K1Fresh"] = new(() => TestGame.Of(new Points.K1Fresh.Torch(1, CPU)), PlainPlayers.Points, new PlainGame(
            FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Points, K1Reused"] = new(() => TestGame.Of(new Points.K1Reused.Torch(1, CPU)), PlainPlayers.Points, new PlainGame(
            FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Points, K3Fresh"] = new(() => TestGame.Of(new Points.K3Fresh.Torch(1, CPU)), PlainPlayers.Points, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Points, K3Reused"] = new(() => TestGame.Of(new Points.K3Reused.Torch(1, CPU)), PlainPlayers.Points, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PointsNormalized, K1Fresh"] = new(() => TestGame.Of(new PointsNormalized.K1Fresh.Torch(1, CPU)), PlainPlayers.PointsNormalized, new PlainGame(
            FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PointsNormalized, K1Reused"] = new(() => TestGame.Of(new PointsNormalized.K1Reused.Torch(1, CPU)), PlainPlayers.PointsNormalized, new PlainGame(
            FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PointsNormalized, K3Fresh"] = new(() => TestGame.Of(new PointsNormalized.K3Fresh.Torch(1, CPU)), PlainPlayers.PointsNormalized, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PointsNormalized, K3Reused"] = new(() => TestGame.Of(new PointsNormalized.K3Reused.Torch(1, CPU)), PlainPlayers.PointsNormalized, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Pictures, K1Fresh"] = new(() => TestGame.Of(new Pictures.K1Fresh.Torch(1, CPU)), PlainPlayers.Pictures, new PlainGame(
            FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Pictures, K1Reused"] = new(() => TestGame.Of(new Pictures.K1Reused.Torch(1, CPU)), PlainPlayers.Pictures, new PlainGame(
            FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Pictures, K3Fresh"] = new(() => TestGame.Of(new Pictures.K3Fresh.Torch(1, CPU)), PlainPlayers.Pictures, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["Pictures, K3Reused"] = new(() => TestGame.Of(new Pictures.K3Reused.Torch(1, CPU)), PlainPlayers.Pictures, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PicturesNormalized, K1Fresh"] = new(() => TestGame.Of(new PicturesNormalized.K1Fresh.Torch(1, CPU)), PlainPlayers.PicturesNormalized, new PlainGame(
            FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PicturesNormalized, K1Reused"] = new(() => TestGame.Of(new PicturesNormalized.K1Reused.Torch(1, CPU)), PlainPlayers.PicturesNormalized, new PlainGame(
            FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PicturesNormalized, K3Fresh"] = new(() => TestGame.Of(new PicturesNormalized.K3Fresh.Torch(1, CPU)), PlainPlayers.PicturesNormalized, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
        ["PicturesNormalized, K3Reused"] = new(() => TestGame.Of(new PicturesNormalized.K3Reused.Torch(1, CPU)), PlainPlayers.PicturesNormalized, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: Adam, DiscriminatorAdam: Adam)),
    };

    /// <summary>The same schedules, well-conditioned, and every other argument that a step depends on.</summary>
    public static IReadOnlyDictionary<string, GameCase> Smooth { get; } = new Dictionary<string, GameCase>
    {
        ["SmoothPoints, K1Fresh"] = new(() => TestGame.Of(new SmoothPoints.K1Fresh.Torch(1, CPU)), PlainPlayers.SmoothPoints, new PlainGame(
            FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPoints, K1Reused"] = new(() => TestGame.Of(new SmoothPoints.K1Reused.Torch(1, CPU)), PlainPlayers.SmoothPoints, new PlainGame(
            FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPoints, K3Fresh"] = new(() => TestGame.Of(new SmoothPoints.K3Fresh.Torch(1, CPU)), PlainPlayers.SmoothPoints, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPoints, K3Reused"] = new(() => TestGame.Of(new SmoothPoints.K3Reused.Torch(1, CPU)), PlainPlayers.SmoothPoints, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPointsNormalized, K1Fresh"] = new(
            () => TestGame.Of(new SmoothPointsNormalized.K1Fresh.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            new PlainGame(FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPointsNormalized, K1Reused"] = new(
            () => TestGame.Of(new SmoothPointsNormalized.K1Reused.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            new PlainGame(FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPointsNormalized, K3Fresh"] = new(
            () => TestGame.Of(new SmoothPointsNormalized.K3Fresh.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            new PlainGame(DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPointsNormalized, K3Reused"] = new(
            () => TestGame.Of(new SmoothPointsNormalized.K3Reused.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            new PlainGame(DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPictures, K1Fresh"] = new(() => TestGame.Of(new SmoothPictures.K1Fresh.Torch(1, CPU)), PlainPlayers.SmoothPictures, new PlainGame(
            FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPictures, K1Reused"] = new(() => TestGame.Of(new SmoothPictures.K1Reused.Torch(1, CPU)), PlainPlayers.SmoothPictures, new PlainGame(
            FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPictures, K3Fresh"] = new(() => TestGame.Of(new SmoothPictures.K3Fresh.Torch(1, CPU)), PlainPlayers.SmoothPictures, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPictures, K3Reused"] = new(() => TestGame.Of(new SmoothPictures.K3Reused.Torch(1, CPU)), PlainPlayers.SmoothPictures, new PlainGame(
            DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPicturesNormalized, K1Fresh"] = new(
            () => TestGame.Of(new SmoothPicturesNormalized.K1Fresh.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            new PlainGame(FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPicturesNormalized, K1Reused"] = new(
            () => TestGame.Of(new SmoothPicturesNormalized.K1Reused.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            new PlainGame(FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPicturesNormalized, K3Fresh"] = new(
            () => TestGame.Of(new SmoothPicturesNormalized.K3Fresh.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            new PlainGame(DiscriminatorSteps: 3, FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["SmoothPicturesNormalized, K3Reused"] = new(
            () => TestGame.Of(new SmoothPicturesNormalized.K3Reused.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            new PlainGame(DiscriminatorSteps: 3, FreshNoise: false, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["Minimax points"] = new(
            () => TestGame.Of(new Arguments.MinimaxPoints.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            new PlainGame(FreshNoise: true, Minimax: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["Minimax pictures"] = new(
            () => TestGame.Of(new Arguments.MinimaxPictures.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            new PlainGame(DiscriminatorSteps: 3, Minimax: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam)),
        ["An Adam each"] = new(
            () => TestGame.Of(new Arguments.AdamEach.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            new PlainGame(
                FreshNoise: true,
                GeneratorAdam: new PlainAdam(1e-4, Beta1: 0, Beta2: 0.9, Eps: 1e-4),
                DiscriminatorAdam: new PlainAdam(4e-4, Beta1: 0.9, Beta2: 0.99, Eps: 1e-3, WeightDecay: 0.01))),
        ["Weight decay"] = With(() => TestGame.Of(new Arguments.WeightDecay.Torch(1, CPU)), PlainPlayers.SmoothPoints, SmoothAdam with { WeightDecay = 0.1 }),
        ["AMSGrad"] = With(() => TestGame.Of(new Arguments.Amsgrad.Torch(1, CPU)), PlainPlayers.SmoothPoints, SmoothAdam with { Beta2 = 0.5, Amsgrad = true }),
        ["AMSGrad with weight decay"] = With(
            () => TestGame.Of(new Arguments.AmsgradWithWeightDecay.Torch(1, CPU)),
            PlainPlayers.SmoothPicturesNormalized,
            SmoothAdam with { Beta2 = 0.5, Amsgrad = true, WeightDecay = 0.1 }),
        ["A U-Net against a residual D"] = With(() => TestGame.Of(new Graphs.Game.Torch(1, CPU)), PlainPlayers.Graphs, SmoothAdam),
    };

    /// <summary>Games with regularisers, well-conditioned.</summary>
    public static IReadOnlyDictionary<string, GameCase> Regularized { get; } = new Dictionary<string, GameCase>
    {
        ["Points, R1"] = new(() => TestGame.Of(new RegularizedPoints.WithR1.Torch(1, CPU)), PlainPlayers.SmoothPoints, Regular with { R1 = 10 }),
        ["Points, WGAN-GP, k = 2"] = new(
            () => TestGame.Of(new RegularizedPoints.WganGp.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { DiscriminatorSteps = 2, Wasserstein = true, GradientPenalty = 10 }),
        ["Points, both, reused"] = new(
            () => TestGame.Of(new RegularizedPoints.WithBoth.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { FreshNoise = false, R1 = 2, GradientPenalty = 5, Target = 0.25 }),
        ["Points, penalty, reused"] = new(
            () => TestGame.Of(new RegularizedPoints.Reused.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { FreshNoise = false, Wasserstein = true, GradientPenalty = 10 }),
        ["Points, R1 and R2"] = new(
            () => TestGame.Of(new RegularizedPoints.WithR1AndR2.Torch(1, CPU)), PlainPlayers.SmoothPoints, Regular with { R1 = 10, R2 = 5 }),
        ["Points, R2, reused"] = new(
            () => TestGame.Of(new RegularizedPoints.WithR2.Torch(1, CPU)), PlainPlayers.SmoothPoints, Regular with { FreshNoise = false, R2 = 10 }),
        ["Points, one-sided"] = new(
            () => TestGame.Of(new RegularizedPoints.OneSided.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { Wasserstein = true, GradientPenalty = 10, Target = 0.2, OneSided = true }),
        ["Points, DRAGAN"] = new(
            () => TestGame.Of(new RegularizedPoints.WithDragan.Torch(1, CPU)), PlainPlayers.SmoothPoints,
            Regular with { Dragan = 4, Std = 0.75, Target = 0.5 }),
        ["Points, every penalty of gradients"] = new(
            () => TestGame.Of(new RegularizedPoints.WithAll.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { DiscriminatorSteps = 2, FreshNoise = false, Dragan = 10, GradientPenalty = 10, Target = 0.5, R1 = 3, R2 = 2 }),
        ["Points, LeCam"] = new(
            () => TestGame.Of(new RegularizedPoints.WithLeCam.Torch(1, CPU)), PlainPlayers.SmoothPoints, Regular with { LeCam = 2, Decay = 0.7 }),
        ["Points, LeCam, lazy R2, relativistic"] = new(
            () => TestGame.Of(new RegularizedPoints.WithLeCamAndR2.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with { Losses = ObjectiveCases.Averaged, DiscriminatorSteps = 2, FreshNoise = false, R2 = 3, Every = 3, LeCam = 0.3, Decay = 0 }),
        ["Points, LeCam, BatchNorm in D"] = new(
            () => TestGame.Of(new RegularizedPoints.NormalizedLeCam.Torch(1, CPU)), PlainPlayers.SmoothPointsNormalized, Regular with { LeCam = 0.3 }),
        ["Points, lazy R1"] = new(() => TestGame.Of(new RegularizedPoints.Lazy.Torch(1, CPU)), PlainPlayers.SmoothPoints, Regular with { R1 = 4, Every = 3 }),
        ["Points, lazy R1 and R2, slowed Adam"] = new(
            () => TestGame.Of(new RegularizedPoints.LazyBoth.Torch(1, CPU)),
            PlainPlayers.SmoothPoints,
            Regular with
            {
                DiscriminatorSteps = 2,
                FreshNoise = false,
                GradientPenalty = 10,
                Target = 0.5,
                R1 = 2,
                R2 = 3,
                Every = 4,
                DiscriminatorAdam = new(2e-4 * 0.8, Beta1: Math.Pow(0.5, 0.8), Beta2: Math.Pow(0.999, 0.8), Eps: 1e-4),
            }),
        ["Points, both, BatchNorm in D"] = new(
            () => TestGame.Of(new RegularizedPoints.Normalized.Torch(1, CPU)),
            PlainPlayers.SmoothPointsNormalized,
            Regular with
            {
                R1 = 0.5,
                GradientPenalty = 0.5,
                GeneratorAdam = SmoothAdam with { Eps = 1e-2 },
                DiscriminatorAdam = SmoothAdam with { Eps = 1e-2 }
            }),
        ["A U-Net against a residual D, R1, reused"] = new(
            () => TestGame.Of(new Graphs.GameWithR1.Torch(1, CPU)), PlainPlayers.Graphs, Regular with { FreshNoise = false, R1 = 1 }),
        ["Pictures, R1"] = new(() => TestGame.Of(new RegularizedPictures.WithR1.Torch(1, CPU)), PlainPlayers.SmoothPictures, Regular with { R1 = 10 }),
        ["Pictures, WGAN-GP"] = new(
            () => TestGame.Of(new RegularizedPictures.WganGp.Torch(1, CPU)), PlainPlayers.SmoothPictures,
            Regular with { Wasserstein = true, GradientPenalty = 10 }),
    };

    /// <summary>Games in which both players are updated at once, and games with normalised weights, well-conditioned.</summary>
    public static IReadOnlyDictionary<string, GameCase> Simultaneous { get; } = new Dictionary<string, GameCase>
    {
        ["Points, simultaneous"] = new(() => TestGame.Of(new SimultaneousPoints.Game.Torch(1, CPU)), PlainPlayers.SmoothPoints, AtOnce),
        ["Points, simultaneous, minimax"] = new(
            () => TestGame.Of(new SimultaneousPoints.OfMinimax.Torch(1, CPU)), PlainPlayers.SmoothPoints, AtOnce with { Minimax = true }),
        ["Points, simultaneous, R1"] = new(
            () => TestGame.Of(new SimultaneousPoints.WithR1.Torch(1, CPU)), PlainPlayers.SmoothPoints, AtOnce with { Wasserstein = true, R1 = 3 }),
        ["Pictures, simultaneous"] = new(() => TestGame.Of(new SimultaneousPoints.OfPictures.Torch(1, CPU)), PlainPlayers.SmoothPictures, AtOnce),
        ["Points, spectral norm"] = new(
            () => TestGame.Of(new SpectralGames.Points.Torch(1, CPU)), PlainPlayers.SpectralPoints, Regular with { FreshNoise = false, Joined = true }),
        ["Points, spectral norm, R1"] = new(
            () => TestGame.Of(new SpectralGames.WithR1.Torch(1, CPU)), PlainPlayers.SpectralDiscriminator, Regular with { R1 = 10 }),
        ["Pictures, simultaneous, R1"] = new(
            () => TestGame.Of(new SimultaneousPoints.OfPicturesWithR1.Torch(1, CPU)), PlainPlayers.SmoothPictures, AtOnce with { R1 = 10 }),
    };

    /// <summary>The whole DCGAN for 28×28 pictures.</summary>
    public static GameCase Clothing { get; } = new(
        () => TestGame.Of(new Games.Clothing.Game.Torch(1, CPU)),
        () => PlainDcgan28x28.Create(),
        new PlainGame(FreshNoise: true, GeneratorAdam: Adam, DiscriminatorAdam: Adam));

    private static PlainGame Regular => new(FreshNoise: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam);

    private static PlainGame AtOnce => new(Simultaneous: true, GeneratorAdam: SmoothAdam, DiscriminatorAdam: SmoothAdam);

    private static GameCase With(Func<TestGame> declared, Func<PlainPair> players, PlainAdam adam) =>
        new(declared, players, new PlainGame(FreshNoise: true, GeneratorAdam: adam, DiscriminatorAdam: adam));
}
