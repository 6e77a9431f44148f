using GanDsl.Generators.Augmentations;
using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The min-max step as data: which player is updated when, what is fused, and why that is exact. Every backend reads it.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
/// <param name="InversePair">The second pair, which maps in the opposite direction; null in a game over one.</param>
/// <param name="Objective">What the players minimise.</param>
/// <param name="GeneratorUpdate">How G is updated.</param>
/// <param name="DiscriminatorUpdate">How D is updated.</param>
/// <param name="Regularizers">What D minimises besides its loss; each kind at most once.</param>
/// <param name="AuxiliaryLosses">The auxiliary losses.</param>
/// <param name="DiscriminatorSteps">k, the number of D's updates per update of G.</param>
/// <param name="FreshNoise">Whether G's update draws its own latents; else it reuses D's last fakes.</param>
/// <param name="IsSimultaneous">Whether both players are updated at once, from one pass of each; else D is updated first.</param>
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
    /// Reals and fakes share one pass of D: exact where no layer of D couples the samples of a batch, and no more work unless a penalty
    /// differentiates twice through the reals' or the fakes' half.
    /// </summary>
    public bool JoinsRealsAndFakes => Discriminator.CouplingLayer is null && PenaltyAt(PenaltySite.Reals) is null && PenaltyAt(PenaltySite.Fakes) is null;

    /// <summary>Why reals and fakes share a pass of D, or do not.</summary>
    public string JoinReason => Discriminator.CouplingLayer is { } layer
        ? $"reals and fakes take separate passes: layer {layer.Place.Name} of D, {layer.Layer.Description}, couples the samples of a batch"
        : (PenaltyAt(PenaltySite.Reals), PenaltyAt(PenaltySite.Fakes)) switch
        {
            (null, null) => "reals and fakes share one pass: no layer of D couples samples",
            ({ } onReals, null) => $"reals and fakes take separate passes: {onReals.Name} differentiates twice through the reals'",
            (null, { } onFakes) => $"reals and fakes take separate passes: {onFakes.Name} differentiates twice through the fakes'",
            ({ } onReals, { } onFakes) => $"reals and fakes take separate passes: {onReals.Name} and {onFakes.Name} differentiate twice through theirs",
        };

    /// <summary>The backends that the game and all of its networks are written for.</summary>
    public int Backends => Pairs.Aggregate(
        Declaration.Backends, (all, pair) => all & pair.Generator.Declaration.Backends & pair.Discriminator.Declaration.Backends);

    /// <summary>
    /// The approximate multiply-adds per sample of the batch: a pass of a player counts once forward, once backward to its input and once to its weights;
    /// a penalty on D's slope costs as much again as its pass.
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

    /// <summary>The changes of every sample before D sees it, in order.</summary>
    public EquatableArray<Augmentation> Augmentations { get; init; }

    /// <summary>The augmentation policy; null where there is none.</summary>
    public AugmentationPolicy? Augmentation { get; init; }

    /// <summary>The policy that computes those changes and adapts their probability to D; null where they always happen.</summary>
    public Ada? Adaptation => Augmentation as Ada;

    /// <summary>Whether D sees changed samples.</summary>
    public bool Augments => Augmentations.Count > 0;

    /// <summary>The names of the draws that change what D sees: for the reals, the fakes, and the fakes in G's update; none without augmentation.</summary>
    public IReadOnlyList<string> Augmented => !Augments ? [] : IsSimultaneous ? [OfReals, OfFakes] : [OfReals, OfFakes, OfGenerator];

    /// <summary>The name of the draws that change the reals.</summary>
    public const string OfReals = "realAugmentation";

    /// <summary>The name of the draws that change the fakes that D learns from.</summary>
    public const string OfFakes = "fakeAugmentation";

    /// <summary>The name of the draws that change the fakes that G learns from.</summary>
    public const string OfGenerator = "generatorAugmentation";

    /// <summary>The step for each of its pairs: this one, and, in a game over two, the inverse.</summary>
    public IEnumerable<MinMaxStep> Pairs => InversePair is null ? [this] : [this, Inverse];

    /// <summary>The number of pairs.</summary>
    public int PairCount => InversePair is null ? 1 : 2;

    /// <summary>Whether this is the step of the second pair.</summary>
    public bool IsInverse { get; init; }

    /// <summary>A name of the first pair, for this pair: <c>InverseGenerator</c>.</summary>
    public string Member(string name) => IsInverse ? "Inverse" + name : name;

    /// <summary>The same for a variable: <c>inverseLogits</c>.</summary>
    public string Variable(string name) => IsInverse ? "inverse" + char.ToUpperInvariant(name[0]) + name.Substring(1) : name;

    /// <summary>The step for the other pair: reals here are sources there.</summary>
    public MinMaxStep Inverse => this with
    {
        Generator = InversePair!.Generator,
        Discriminator = InversePair.Discriminator,
        InversePair = new(Generator, Discriminator),
        IsInverse = !IsInverse
    };

    /// <summary>The number of D's logits per sample: 1, or one per patch. Losses are means over all of them.</summary>
    public int Patches => (int)Discriminator.Output.Elements;

    /// <summary>Whether samples have labels; fakes are made for those of the reals.</summary>
    public bool HasLabels => Generator.Label is not null;

    /// <summary>Whether G makes samples from sources that come with the reals, each the target for its source.</summary>
    public bool IsPaired => InversePair is not null || TakesSources(Discriminator, AuxiliaryLosses);

    /// <summary>Whether a game of this D and these auxiliary losses is one of sources.</summary>
    public static bool TakesSources(Network discriminator, EquatableArray<AuxiliaryLoss> auxiliaryLosses) =>
        discriminator.Source is not null || auxiliaryLosses.Any(auxiliaryLoss => auxiliaryLoss.Target == CriterionTarget.Reals);

    /// <summary>G's input, as a variable: <c>latents</c>.</summary>
    public string GeneratorInput => IsPaired ? "sources" : "latents";

    /// <summary>The codes among G's latents: the last ones, in the order of their auxiliary losses.</summary>
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

            int LengthOf(AuxiliaryLoss auxiliaryLoss) =>
                (int)Discriminator.Heads.First(head => head.Name == auxiliaryLoss.Head).Shape.Elements / auxiliaryLoss.Loss.Parts;
        }
    }

    /// <summary>Whether a regulariser looks between reals and fakes, so that the step draws a share for each sample.</summary>
    public bool Interpolates => PenaltyAt(PenaltySite.Interpolates) is not null;

    /// <summary>Whether a regulariser samples near the reals, so that the step draws noise of their shape.</summary>
    public bool Perturbs => PenaltyAt(PenaltySite.Perturbed) is not null;

    /// <summary>What penalises D's input gradient.</summary>
    public IEnumerable<GradientRegularizer> GradientRegularizers => Regularizers.OfType<GradientRegularizer>();

    /// <summary>What penalises D's input gradient at a site, or null.</summary>
    public GradientRegularizer? PenaltyAt(PenaltySite site) => GradientRegularizers.FirstOrDefault(regularizer => regularizer.At == site);

    /// <summary>What penalises D's logits, or null.</summary>
    public LogitRegularizer? LogitPenalty => Regularizers.OfType<LogitRegularizer>().FirstOrDefault();

    /// <summary>The number of a regulariser among those that the game declares.</summary>
    public int NumberOf(Regularizer regularizer) => Declaration.Regularizers.ToList().FindIndex(attribute => attribute.Attribute == regularizer.Name);

    /// <summary>The interval of the lazy regularisers in calls; 1 where none is lazy.</summary>
    public int PenaltyInterval => Regularizers.Select(regularizer => regularizer.Every).DefaultIfEmpty(1).Max();

    /// <summary>The step in the calls in which the lazy regularisers are not due.</summary>
    public MinMaxStep InBetween => this with { Regularizers = Regularizers.Where(regularizer => regularizer.Every == 1).ToEquatableArray() };

    /// <summary>That the lazy regularisers are due, as the end of a sentence: <c>R1 and R2 are due</c>.</summary>
    public string LazyLook => $"{LazyNames} {(LazyNames.Contains(" and ") ? "are" : "is")} due";

    /// <summary>The lazy regularisers' names, for a sentence.</summary>
    public string LazyNames => string.Join(" and ", Regularizers.Where(regularizer => regularizer.Every > 1).Select(regularizer => regularizer.Name));
}

/// <summary>A code among G's latents.</summary>
/// <param name="Loss">The auxiliary loss that predicts it.</param>
/// <param name="From">The index of its first latent.</param>
/// <param name="Count">The number of its latents.</param>
internal sealed record LatentCode(MutualInformation Loss, int From, int Count);

/// <summary>The second pair of a game over two.</summary>
/// <param name="Generator">F, which makes the sources of G's samples.</param>
/// <param name="Discriminator">The discriminator of F's samples.</param>
internal sealed record InversePair(Network Generator, Network Discriminator);
