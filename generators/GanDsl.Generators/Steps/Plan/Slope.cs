using GanDsl.Generators.Regularizers;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>What a penalty needs from a pass of D: ‖∇ₓ ℓ‖² of each sample.</summary>
/// <param name="Squares">One number per sample.</param>
/// <param name="Penalty">The penalty.</param>
internal sealed record Slope(PlanValue Squares, GradientRegularizer Penalty);
