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
/// <param name="GeneratorOptimizer">What moves G.</param>
/// <param name="DiscriminatorOptimizer">What moves D.</param>
/// <param name="Regularizers">What D minimises beside its loss.</param>
/// <param name="DiscriminatorSteps">k, how often D moves for one move of G.</param>
/// <param name="FreshNoise">Whether G's move draws its own latents; else it reuses D's last fakes.</param>
internal sealed record MinMaxStep(
    GanDeclaration Declaration,
    Network Generator,
    Network Discriminator,
    Objective Objective,
    Adam GeneratorOptimizer,
    Adam DiscriminatorOptimizer,
    EquatableArray<Regularizer> Regularizers,
    int DiscriminatorSteps,
    bool FreshNoise)
{
    /// <summary>
    /// Reals and fakes share one pass of D: exact where no layer of D couples the samples of a batch. A penalty at the reals goes back through their pass by itself, so they have one.
    /// </summary>
    public bool JoinsRealsAndFakes => Discriminator.CouplingLayer is null && PenaltyAt(PenaltyPoints.Reals) is null;

    /// <summary>Whether the step draws a place between each real and a fake.</summary>
    public bool Interpolates => PenaltyAt(PenaltyPoints.Interpolates) is not null;

    /// <summary>The regulariser that looks there, or null.</summary>
    public Regularizer? PenaltyAt(PenaltyPoints points) => Regularizers.FirstOrDefault(regularizer => regularizer.Points == points);

    /// <summary>Why reals and fakes share a pass, or do not.</summary>
    public string JoinReason => Discriminator.CouplingLayer is { } layer
        ? $"reals and fakes take a pass each: layer {Numbers.Plain(layer.Index)} of D, {layer.Layer.Description}, couples the samples of a batch"
        : PenaltyAt(PenaltyPoints.Reals) is { } penalty ? $"reals and fakes take a pass each: {penalty.Name} goes back through the reals' by itself"
        : "reals and fakes share one pass: no layer of D couples samples";
}
