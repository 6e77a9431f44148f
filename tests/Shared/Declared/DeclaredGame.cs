using System.Reflection;
using GanDsl.HandWritten;
using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>A declared game, read off the attributes of its class: what a step by hand needs to know.</summary>
internal sealed class DeclaredGame
{
    private readonly IReadOnlyList<Attribute> attributes;

    private DeclaredGame(Type declaration)
    {
        attributes = [.. declaration.GetCustomAttributes()];
        var players = attributes.Select(attribute => attribute.GetType()).FirstOrDefault(IsMarker)?.GetGenericArguments()
            ?? throw new ArgumentException($"{declaration.Name} declares no game.", nameof(declaration));
        (Declaration, Generator, Discriminator) = (declaration, players[0], players[1]);
        if (players.Length == 4) Inverse = (players[2], players[3]);
        Objective = attributes.OfType<ObjectiveAttribute>().Single();
        Schedule = attributes.OfType<ScheduleAttribute>().SingleOrDefault() ?? new AlternatingAttribute();
        Regularizers = [.. attributes.OfType<RegularizerAttribute>()];
        AuxiliaryLosses = [.. attributes.OfType<AuxiliaryLossAttribute>()];
        Augmentation = attributes.OfType<AugmentationAttribute>().SingleOrDefault();
        GeneratorUpdate = UpdateOf(Player.Generator);
        DiscriminatorUpdate = UpdateOf(Player.Discriminator);
    }

    /// <summary>The class that declares it.</summary>
    public Type Declaration { get; }

    /// <summary>The class that declares G.</summary>
    public Type Generator { get; }

    /// <summary>The class that declares D.</summary>
    public Type Discriminator { get; }

    /// <summary>The classes that declare the second pair, in a game over two.</summary>
    public (Type Generator, Type Discriminator)? Inverse { get; }

    public ObjectiveAttribute Objective { get; }

    public ScheduleAttribute Schedule { get; }

    public IReadOnlyList<RegularizerAttribute> Regularizers { get; }

    /// <summary>What is minimised besides the objective: no part of <see cref="Plain"/>.</summary>
    public IReadOnlyList<AuxiliaryLossAttribute> AuxiliaryLosses { get; }

    /// <summary>What changes samples before D sees them: no part of <see cref="Plain"/>.</summary>
    public AugmentationAttribute? Augmentation { get; }

    public DeclaredUpdate GeneratorUpdate { get; }

    public DeclaredUpdate DiscriminatorUpdate { get; }

    /// <summary>The average of G, or null.</summary>
    public EmaAttribute? Average => attributes.OfType<EmaAttribute>().SingleOrDefault();

    /// <summary>Whether G makes samples of noise; else they are of the sources that come with reals.</summary>
    public bool IsOfNoise =>
        Inverse is null && AuxiliaryLosses.All(auxiliaryLoss => auxiliaryLoss is not ReconstructionAttribute)
        && Discriminator.GetCustomAttribute<DiscriminatorAttribute>()!.Source is null;

    /// <summary>What both players minimise.</summary>
    public PlainLosses Losses => DeclaredObjective.Of(Objective);

    /// <summary>Reads a game.</summary>
    /// <param name="declaration">The class with [Gan].</param>
    public static DeclaredGame Of(Type declaration) => new(declaration);

    /// <summary>Whether a class declares a game.</summary>
    public static bool IsDeclaredBy(Type type) => type.GetCustomAttributes().Any(attribute => IsMarker(attribute.GetType()));

    /// <summary>Its players in plain TorchSharp, without weights until they are loaded.</summary>
    /// <param name="type">What they compute in, float64 or float32.</param>
    public PlainPair Players(ScalarType type = ScalarType.Float64)
    {
        var (generator, discriminator) = (new DeclaredNetwork(Generator, type), new DeclaredNetwork(Discriminator, type));
        var latent = generator.InputShape.Aggregate((product, size) => product * size);
        return new PlainPair(generator, discriminator, latent, [.. discriminator.InputShape.Select(size => (long)size)]);
    }

    /// <summary>The step by hand between two players.</summary>
    /// <param name="players">What <see cref="Players"/> gave.</param>
    /// <exception cref="NotSupportedException">A <see cref="PlainGame"/> cannot say all that the game is.</exception>
    public PlainGame Plain(PlainPair players)
    {
        if (Inverse is not null) throw Unsaid("two pairs");
        if (AuxiliaryLosses.Count > 0) throw Unsaid($"terms ({string.Join(", ", AuxiliaryLosses.Select(auxiliaryLoss => auxiliaryLoss.GetType().Name))})");
        if (Augmentation is not null) throw Unsaid($"augmentation ({Augmentation.GetType().Name})");
        if (GeneratorUpdate.Rate is not null || DiscriminatorUpdate.Rate is not null) throw Unsaid("learning rates that change");
        if (GeneratorUpdate.MaxNorm != DiscriminatorUpdate.MaxNorm) throw Unsaid("a bound on one player's gradient only, or two bounds");
        if (Average is { RampUp: not 0 }) throw Unsaid("an average with a ramp-up");
        var alternating = Schedule as AlternatingAttribute;
        var (r1, r2, leCam) = (One<R1Attribute>(), One<R2Attribute>(), One<LeCamAttribute>());
        var (penalty, dragan) = (One<GradientPenaltyAttribute>(), One<DraganAttribute>());
        if (penalty is not null && dragan is not null && penalty.Target != dragan.Target) throw Unsaid("two targets");
        if (r1 is not null && r2 is not null && r1.Every != r2.Every) throw Unsaid("one lazy regulariser and one that is not");
        var defaults = new PlainGame();
        return new PlainGame(
            DiscriminatorSteps: alternating?.DiscriminatorSteps ?? 1,
            FreshNoise: alternating?.FreshNoise ?? false,
            Simultaneous: Schedule is SimultaneousAttribute,
            Minimax: Objective is MinimaxAttribute,
            Wasserstein: Objective is WassersteinAttribute,
            Joined: r1 is null && r2 is null && players.Discriminator is DeclaredNetwork { CouplesSamples: false },
            R1: r1?.Gamma,
            GradientPenalty: penalty?.Weight,
            Target: penalty?.Target ?? dragan?.Target ?? defaults.Target,
            OneSided: penalty?.OneSided ?? false,
            R2: r2?.Gamma,
            Dragan: dragan?.Weight,
            Std: dragan?.Std ?? defaults.Std,
            Every: Math.Max(r1?.Every ?? 1, r2?.Every ?? 1))
        {
            LeCam = leCam?.Weight,
            Decay = leCam?.Decay ?? defaults.Decay,
            WeightClip = DiscriminatorUpdate.Limit,
            ClipGradient = GeneratorUpdate.MaxNorm,
            HalfLifeImages = Average?.HalfLifeImages,
            // With losses of its own, G's update has D judge the reals, too, which D's statistics remember.
            Losses = Objective is MinimaxAttribute or WassersteinAttribute or NonSaturatingAttribute { Smoothing: 0 } ? null : Losses,
            Optimizer = OptimizerOf(players),
        };
    }

    // A PlainGame has one optimiser for both players; whose parameters it is given tells which is meant.
    private PlainOptimizer OptimizerOf(PlainPair players)
    {
        var ofGenerator = players.Generator.parameters().ToHashSet(ReferenceEqualityComparer.Instance);
        return parameters =>
        {
            var moved = parameters.ToList();
            return (moved.Any(ofGenerator.Contains) ? GeneratorUpdate : DiscriminatorUpdate).Create(moved);
        };
    }

    private T? One<T>()
        where T : RegularizerAttribute => Regularizers.OfType<T>().SingleOrDefault();

    private DeclaredUpdate UpdateOf(Player player)
    {
        var lazy = player != Player.Discriminator ? null : Regularizers.Select(regularizer => regularizer switch
        {
            R1Attribute { LazyAdam: true, Every: var every } => every,
            R2Attribute { LazyAdam: true, Every: var every } => every,
            _ => (int?)null,
        }).FirstOrDefault(every => every is not null);
        return new DeclaredUpdate(
            Own(attributes.OfType<OptimizerAttribute>(), optimizer => optimizer.Player)!,
            lazy is { } n ? n / (n + 1.0) : 1,
            Own(attributes.OfType<LearningRateAttribute>(), rate => rate.Player),
            Own(attributes.OfType<ClipGradientAttribute>(), clip => clip.Player)?.MaxNorm,
            player == Player.Discriminator ? attributes.OfType<WeightClipAttribute>().SingleOrDefault()?.Limit : null);

        T? Own<T>(IEnumerable<T> written, Func<T, Player> whose)
            where T : Attribute => written.SingleOrDefault(one => whose(one) == Player.Both || whose(one) == player);
    }

    private static bool IsMarker(Type attribute) =>
        attribute.IsGenericType && attribute.GetGenericTypeDefinition() is var kind && (kind == typeof(GanAttribute<,>) || kind == typeof(GanAttribute<,,,>));

    private NotSupportedException Unsaid(string what) => new($"{Declaration.Name} has {what}, which the step by hand does not know.");
}
