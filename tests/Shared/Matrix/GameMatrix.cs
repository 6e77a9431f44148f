namespace GanDsl.Matrix;

/// <summary>One way to play: an attribute of each kind, empty where there is none.</summary>
internal sealed record Combination(string Schedule, string Objective, string Regularizer, string Optimizer)
{
    public IReadOnlyList<string> Values => [Schedule, Objective, Regularizer, Optimizer];

    /// <summary>The attributes of the game.</summary>
    public string Attributes => string.Join(", ", Values.Where(value => value.Length > 0));

    public override string ToString() => Attributes;

    public static Combination Of(IReadOnlyList<string> values) => new(values[0], values[1], values[2], values[3]);
}

/// <summary>Attributes of two kinds that meet in a game.</summary>
internal readonly record struct Meeting(string First, string Second);

/// <summary>Every schedule, objective, regulariser and optimiser, and games in which each meets every other that it may.</summary>
/// <param name="Kinds">The attributes of each kind; the first of a kind may be with all.</param>
internal sealed record GameMatrix(IReadOnlyList<IReadOnlyList<string>> Kinds)
{
    public const string AtOnce = "Simultaneous";

    private static readonly string[] Schedules =
        ["Alternating", "Alternating(discriminatorSteps: 2)", "Alternating(freshNoise: false)", "Alternating(discriminatorSteps: 2, freshNoise: false)",
            AtOnce];

    private static readonly string[] Single = ["NonSaturating", "Minimax", "NonSaturating(0.1)", "LeastSquares", "LeastSquares(a: -1, b: 1, c: 0)", "Hinge",
        "Wasserstein", "Relativistic", "RelativisticAverage"];

    private static readonly string[] Regularizers =
    [
        "", "R1(gamma: 2)", "R2(gamma: 3)", "GradientPenalty(weight: 5, target: 0.5)", "Dragan(weight: 4, std: 0.75, target: 0.5)",
        "LeCam(weight: 2, decay: 0.7)",
        "WeightClip(0.15)", "ClipGradient(0.05)", "Ema(halfLifeImages: 100, rampUp: 0)",
    ];

    private static readonly string[] Optimizers =
        ["Adam(2e-4, beta1: 0.5, eps: 1e-4)", "AdamW(2e-4, beta1: 0.5, eps: 1e-4, weightDecay: 0.1)", "RmsProp(2e-4, eps: 1e-4)", "Sgd(1e-3, momentum: 0.9)"];

    /// <summary>All objectives: f-divergences in both forms.</summary>
    public static GameMatrix Whole { get; } = new(
    [
        Schedules,
        [
            .. Single,
            .. from divergence in Enum.GetNames<Divergence>()
                from form in new[] { "", ", saturating: true" }
                select $"FDivergence(Divergence.{divergence}{form})",
            "CustomDivergence(typeof(Alpha))", "CustomDivergence(typeof(Alpha), saturating: true)",
        ],
        Regularizers,
        Optimizers,
    ]);

    /// <summary>One objective of each way in which a step is written: kernels of our own take a second or so to compile for each game.</summary>
    public static GameMatrix Small { get; } = new(
        [Schedules, ["NonSaturating", "Minimax", "Hinge", "Wasserstein", "RelativisticAverage"], Regularizers, Optimizers]);

    /// <summary>What is not a game, and its diagnostic; every other pair is one.</summary>
    public static IReadOnlyDictionary<Meeting, string> Illegal { get; } = new Dictionary<Meeting, string>
    {
        [new(AtOnce, "Relativistic")] = "GAN0263",
        [new(AtOnce, "RelativisticAverage")] = "GAN0263",
        [new(AtOnce, "R2(gamma: 3)")] = "GAN0262",
        [new(AtOnce, "GradientPenalty(weight: 5, target: 0.5)")] = "GAN0262",
        [new(AtOnce, "Dragan(weight: 4, std: 0.75, target: 0.5)")] = "GAN0262",
        [new(AtOnce, "LeCam(weight: 2, decay: 0.7)")] = "GAN0350",
    };

    /// <summary>Every pair of attributes of different kinds.</summary>
    public IEnumerable<Meeting> Meetings =>
        from one in Enumerable.Range(0, Kinds.Count)
        from other in Enumerable.Range(one + 1, Kinds.Count - one - 1)
        from first in Kinds[one]
        from second in Kinds[other]
        select new Meeting(first, second);

    /// <summary>The game of one meeting, with nothing else that could be in its way.</summary>
    public Combination GameOf(Meeting meeting) =>
        Combination.Of([.. Kinds.Select(kind => kind.Contains(meeting.First) ? meeting.First : kind.Contains(meeting.Second) ? meeting.Second : kind[0])]);

    /// <summary>The pairs of a game.</summary>
    public static IEnumerable<Meeting> MeetingsOf(Combination game) =>
        from one in Enumerable.Range(0, game.Values.Count)
        from other in Enumerable.Range(one + 1, game.Values.Count - one - 1)
        select new Meeting(game.Values[one], game.Values[other]);

    /// <summary>
    /// Games in which all pairs meet that may, found greedily: each begins with a pair that is missing, and takes of each other kind what brings most missing
    /// pairs with it.
    /// </summary>
    public IReadOnlyList<Combination> Cover()
    {
        var missing = Meetings.Where(meeting => !Illegal.ContainsKey(meeting)).ToHashSet();
        var games = new List<Combination>();
        while (missing.Count > 0)
        {
            var begin = Meetings.First(missing.Contains);
            var values = Kinds.Select(kind => kind.Contains(begin.First) ? begin.First : kind.Contains(begin.Second) ? begin.Second : null).ToArray();
            for (var kind = 0; kind < Kinds.Count; kind++)
                values[kind] ??= Kinds[kind].Where(value => Goes(values, kind, value)).MaxBy(value => Pairs(values, kind, value).Count(missing.Contains));
            var game = Combination.Of(values!);
            missing.ExceptWith(MeetingsOf(game));
            games.Add(game);
        }

        return games;
    }

    private static bool Goes(string?[] values, int kind, string value) => !Pairs(values, kind, value).Any(Illegal.ContainsKey);

    private static IEnumerable<Meeting> Pairs(string?[] values, int kind, string value) =>
        from other in Enumerable.Range(0, values.Length)
        where other != kind && values[other] is not null
        select other < kind ? new Meeting(values[other]!, value) : new Meeting(value, values[other]!);
}
