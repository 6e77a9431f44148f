using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Steps;

/// <summary>The min-max step as data: who moves when, what is fused, and why that is exact. Every backend writes it out.</summary>
/// <param name="Declaration">What was written.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
/// <param name="Objective">What the players minimise.</param>
/// <param name="GeneratorMove">How G moves.</param>
/// <param name="DiscriminatorMove">How D moves.</param>
/// <param name="Regularizers">What D minimises beside its loss; each kind at most once.</param>
/// <param name="DiscriminatorSteps">k, how often D moves for one move of G.</param>
/// <param name="FreshNoise">Whether G's move draws its own latents; else it reuses D's last fakes.</param>
/// <param name="IsSimultaneous">Whether both players move at once, from one pass of each; else D moves first.</param>
internal sealed record MinMaxStep(
    GanDeclaration Declaration,
    Network Generator,
    Network Discriminator,
    Objective Objective,
    PlayerMove GeneratorMove,
    PlayerMove DiscriminatorMove,
    EquatableArray<Regularizer> Regularizers,
    int DiscriminatorSteps,
    bool FreshNoise,
    bool IsSimultaneous)
{
    /// <summary>
    /// Reals and fakes share one pass of D: exact where no layer of D couples the samples of a batch, and no more work where none of it is
    /// differentiated twice for the reals' sake.
    /// </summary>
    public bool JoinsRealsAndFakes => Discriminator.CouplingLayer is null && PenaltyAt(PenaltySite.Reals) is null;

    /// <summary>Why reals and fakes share a pass, or do not.</summary>
    public string JoinReason => Discriminator.CouplingLayer is { } layer
        ? $"reals and fakes take a pass each: layer {layer.Place.Name} of D, {layer.Layer.Description}, couples the samples of a batch"
        : PenaltyAt(PenaltySite.Reals) is { } penalty ? $"reals and fakes take a pass each: {penalty.Name} differentiates twice through that of the reals"
        : "reals and fakes share one pass: no layer of D couples samples";

    /// <summary>Whether a regulariser looks between reals and fakes, so that the step draws a share for each sample.</summary>
    public bool Interpolates => PenaltyAt(PenaltySite.Interpolates) is not null;

    /// <summary>What penalises D's input gradient at a site, or null.</summary>
    public Regularizer? PenaltyAt(PenaltySite site) => Regularizers.FirstOrDefault(regularizer => regularizer.At == site);
}
