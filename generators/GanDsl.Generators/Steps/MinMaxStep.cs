using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The min-max step as data: who moves when, what is fused, and why that is exact. Every backend writes it out.</summary>
/// <param name="Declaration">What was written.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
/// <param name="InversePair">The second pair, which goes the way back; null in a game of one.</param>
/// <param name="Objective">What the players minimise.</param>
/// <param name="GeneratorUpdate">How G moves.</param>
/// <param name="DiscriminatorUpdate">How D moves.</param>
/// <param name="Regularizers">What D minimises beside its loss; each kind at most once.</param>
/// <param name="AuxiliaryLosses">What both minimise beside the game.</param>
/// <param name="DiscriminatorSteps">k, how often D moves for one move of G.</param>
/// <param name="FreshNoise">Whether G's move draws its own latents; else it reuses D's last fakes.</param>
/// <param name="IsSimultaneous">Whether both players move at once, from one pass of each; else D moves first.</param>
internal sealed record MinMaxStep(
    GanDeclaration Declaration,
    Network Generator,
    Network Discriminator,
    InversePair? InversePair,
    Objective Objective,
    PlayerUpdate GeneratorUpdate,
    PlayerUpdate DiscriminatorUpdate,
    EquatableArray<Regularizer> Regularizers,
    EquatableArray<AuxiliaryLoss> AuxiliaryLosses,
    int DiscriminatorSteps,
    bool FreshNoise,
    bool IsSimultaneous)
{
    /// <summary>
    /// Reals and fakes share one pass of D: exact where no layer of D couples the samples of a batch, and no more work where none of it is
    /// differentiated twice for the reals' sake.
    /// </summary>
    public bool JoinsRealsAndFakes => Discriminator.CouplingLayer is null && PenaltyAt(PenaltySite.Reals) is null && PenaltyAt(PenaltySite.Fakes) is null;

    /// <summary>Why reals and fakes share a pass, or do not.</summary>
    public string JoinReason => Discriminator.CouplingLayer is { } layer
        ? $"reals and fakes take a pass each: layer {layer.Place.Name} of D, {layer.Layer.Description}, couples the samples of a batch"
        : (PenaltyAt(PenaltySite.Reals), PenaltyAt(PenaltySite.Fakes)) switch
        {
            (null, null) => "reals and fakes share one pass: no layer of D couples samples",
            ({ } onReals, null) => $"reals and fakes take a pass each: {onReals.Name} differentiates twice through that of the reals",
            (null, { } onFakes) => $"reals and fakes take a pass each: {onFakes.Name} differentiates twice through that of the fakes",
            ({ } onReals, { } onFakes) => $"reals and fakes take a pass each, of which {onReals.Name} and {onFakes.Name} differentiate twice through theirs",
        };

    /// <summary>The backends that the game and all of its networks are written for.</summary>
    public int Backends => Pairs.Aggregate(
        Declaration.Backends, (all, pair) => all & pair.Generator.Declaration.Backends & pair.Discriminator.Declaration.Backends);

    /// <summary>
    /// About how many multiply-adds a sample of the batch costs: a pass over a player counts once forward, once back to its input and once to its weights;
    /// a penalty of D's slope costs as much again as the pass that it looks at.
    /// </summary>
    public long MultiplyAdds => Pairs.Sum(pair => pair.MultiplyAddsOfPair);

    private long MultiplyAddsOfPair
    {
        get
        {
            var onGenerator = (FreshNoise && !IsSimultaneous ? 4 : 3) + (3 * AuxiliaryLosses.Count(auxiliaryLoss => auxiliaryLoss.IsOfTwoPairs));
            var onDiscriminator = IsSimultaneous ? 6 : 8;
            return (onGenerator * Generator.MultiplyAdds) + ((onDiscriminator + (6 * GradientRegularizers.Count())) * Discriminator.MultiplyAdds);
        }
    }

    /// <summary>What happens to every sample before D sees it, in order.</summary>
    public EquatableArray<Augmentation> Augmentations { get; init; }

    /// <summary>What says so; null where nothing happens.</summary>
    public AugmentationPolicy? Augmentation { get; init; }

    /// <summary>What computes those changes and moves their probability, where that follows D; null where they always happen.</summary>
    public Ada? Adaptation => Augmentation as Ada;

    /// <summary>Whether D sees samples other than they are.</summary>
    public bool Augments => Augmentations.Count > 0;

    /// <summary>What the draws are called that change what D sees: those of the reals, of the fakes, and of the fakes in G's move; none where nothing is changed.</summary>
    public IReadOnlyList<string> Augmented => !Augments ? [] : IsSimultaneous ? [OfReals, OfFakes] : [OfReals, OfFakes, OfGenerator];

    /// <summary>What the draws are called that change the reals.</summary>
    public const string OfReals = "realAugmentation";

    /// <summary>What the draws are called that change the fakes, as D learns from them.</summary>
    public const string OfFakes = "fakeAugmentation";

    /// <summary>What the draws are called that change the fakes, as G learns from them.</summary>
    public const string OfGenerator = "generatorAugmentation";

    /// <summary>The step as each of its pairs plays it: this one, and, in a game over two, the way back.</summary>
    public IEnumerable<MinMaxStep> Pairs => InversePair is null ? [this] : [this, Inverse];

    /// <summary>How many pairs play.</summary>
    public int PairCount => InversePair is null ? 1 : 2;

    /// <summary>Whether this is the step of the second pair.</summary>
    public bool IsInverse { get; init; }

    /// <summary>What the first pair has under a name, as this pair has it: <c>InverseGenerator</c>.</summary>
    public string Member(string name) => IsInverse ? "Inverse" + name : name;

    /// <summary>The same of a variable: <c>inverseLogits</c>.</summary>
    public string Variable(string name) => IsInverse ? "inverse" + char.ToUpperInvariant(name[0]) + name.Substring(1) : name;

    /// <summary>The step as the other pair plays it: what are reals here are sources there.</summary>
    public MinMaxStep Inverse => this with { Generator = InversePair!.Generator, Discriminator = InversePair.Discriminator, InversePair = new(Generator, Discriminator), IsInverse = !IsInverse };

    /// <summary>How many logits D gives for a sample: 1, or one a patch. Losses are means over all of them.</summary>
    public int Patches => (int)Discriminator.Output.Elements;

    /// <summary>Whether samples have labels; fakes are made for those of the reals.</summary>
    public bool HasLabels => Generator.Label is not null;

    /// <summary>Whether G makes samples from sources that come with the reals, each of which is to be what G makes of its source.</summary>
    public bool IsPaired => InversePair is not null || TakesSources(Discriminator, AuxiliaryLosses);

    /// <summary>Whether a game of this D and these terms is one of sources.</summary>
    public static bool TakesSources(Network discriminator, EquatableArray<AuxiliaryLoss> auxiliaryLosses) => discriminator.Source is not null || auxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.Target == CriterionTarget.Reals);

    /// <summary>What G is given, as a variable: <c>latents</c>.</summary>
    public string GeneratorInput => IsPaired ? "sources" : "latents";

    /// <summary>The codes among G's latents: the last ones, in the order of their terms.</summary>
    public IReadOnlyList<LatentCode> Codes
    {
        get
        {
            var auxiliaryLosses = AuxiliaryLosses.OfType<MutualInformation>().ToList();
            var from = (int)Generator.Input.Elements - auxiliaryLosses.Sum(LengthOf);
            var codes = new List<LatentCode>();
            foreach (var auxiliaryLoss in auxiliaryLosses)
            {
                codes.Add(new LatentCode(auxiliaryLoss, from, LengthOf(auxiliaryLoss)));
                from += LengthOf(auxiliaryLoss);
            }

            return codes;

            int LengthOf(AuxiliaryLoss auxiliaryLoss) => (int)Discriminator.Heads.First(head => head.Name == auxiliaryLoss.Head).Shape.Elements / auxiliaryLoss.Loss.Parts;
        }
    }

    /// <summary>Whether a regulariser looks between reals and fakes, so that the step draws a share for each sample.</summary>
    public bool Interpolates => PenaltyAt(PenaltySite.Interpolates) is not null;

    /// <summary>Whether a regulariser looks near the reals, so that the step draws noise as large as they are.</summary>
    public bool Perturbs => PenaltyAt(PenaltySite.Perturbed) is not null;

    /// <summary>What penalises D's input gradient.</summary>
    public IEnumerable<GradientRegularizer> GradientRegularizers => Regularizers.OfType<GradientRegularizer>();

    /// <summary>What penalises D's input gradient at a site, or null.</summary>
    public GradientRegularizer? PenaltyAt(PenaltySite site) => GradientRegularizers.FirstOrDefault(regularizer => regularizer.At == site);

    /// <summary>What penalises D's logits, or null.</summary>
    public LogitRegularizer? LogitPenalty => Regularizers.OfType<LogitRegularizer>().FirstOrDefault();

    /// <summary>The number of a regulariser among those that the game declares.</summary>
    public int NumberOf(Regularizer regularizer) => Declaration.Regularizers.ToList().FindIndex(attribute => attribute.Attribute == regularizer.Name);

    /// <summary>In every how many calls the lazy regularisers look; 1 where none is lazy.</summary>
    public int PenaltyInterval => Regularizers.Select(regularizer => regularizer.Every).DefaultIfEmpty(1).Max();

    /// <summary>The step in the calls in which the lazy regularisers do not look.</summary>
    public MinMaxStep InBetween => this with { Regularizers = Regularizers.Where(regularizer => regularizer.Every == 1).ToEquatableArray() };

    /// <summary>That the lazy regularisers look, as the end of a sentence: <c>R1 and R2 look</c>.</summary>
    public string LazyLook => $"{LazyNames} {(LazyNames.Contains(" and ") ? "look" : "looks")}";

    /// <summary>The lazy regularisers' names, for a sentence.</summary>
    public string LazyNames => string.Join(" and ", Regularizers.Where(regularizer => regularizer.Every > 1).Select(regularizer => regularizer.Name));
}

/// <summary>A code among G's latents.</summary>
/// <param name="Loss">What reads it back.</param>
/// <param name="From">The number of its first latent.</param>
/// <param name="Count">How many latents it takes.</param>
internal sealed record LatentCode(MutualInformation Loss, int From, int Count);

/// <summary>The second pair of a game over two.</summary>
/// <param name="Generator">F, which makes the sources of G's samples.</param>
/// <param name="Discriminator">The judge of what F makes.</param>
internal sealed record InversePair(Network Generator, Network Discriminator);
