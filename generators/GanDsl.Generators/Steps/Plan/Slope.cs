using GanDsl.Generators.Regularizers;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>What a penalty asks of a pass of D: ‖∇ₓ ℓ‖² of each sample.</summary>
/// <param name="Squares">One number a sample.</param>
/// <param name="Penalty">Who asks.</param>
internal sealed record Slope(PlanValue Squares, GradientRegularizer Penalty);
