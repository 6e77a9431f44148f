using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>How a player is updated: in one pass over all of its parameters.</summary>
/// <param name="Optimizer">The optimiser.</param>
/// <param name="Rate">How the optimiser's learning rate changes, or null.</param>
/// <param name="Clip">How its gradient is clipped first, or null.</param>
/// <param name="Weights">How its parameters are clipped afterwards, or null.</param>
/// <param name="Average">How it is averaged last, or null.</param>
internal sealed record PlayerUpdate(Optimizer Optimizer, LearningRate? Rate = null, ClipGradient? Clip = null, WeightClip? Weights = null, Ema? Average = null)
{
    /// <summary>The update, for people.</summary>
    public string Description =>
        string.Join(", ", new[] { Optimizer.Description, Rate?.Description, Clip?.Description, Weights?.Description, Average?.Description }.Where(
            text => !string.IsNullOrEmpty(text)));

    /// <summary>What is stored for each parameter: the optimiser's state, and the average.</summary>
    public EquatableArray<string> Slots => Optimizer.Slots.Concat(Average is null ? [] : new[] { Ema.Slot }).ToEquatableArray();

    /// <summary>The lines before the optimiser's.</summary>
    public EquatableArray<Assignment> Before =>
        Clip is null ? default : EquatableArray.Of(Assignment.Of(UpdateVariables.G, UpdateVariables.ClipFactor * UpdateVariables.G));

    /// <summary>The lines after the optimiser's.</summary>
    public EquatableArray<Assignment> Behind =>
        (Weights?.Lines ?? default).Concat(Average is null ? [] : new[] { Ema.Line(Optimizer.Slots.Count) }).ToEquatableArray();

    /// <summary>All lines of the update.</summary>
    public EquatableArray<Assignment> Lines => Before.Concat(Optimizer.Lines).Concat(Behind).ToEquatableArray();

    /// <summary>C# for the learning rate of every update.</summary>
    public string LearningRate => $"new global::GanDsl.LearningRateCurve({Numbers.Literal(Optimizer.Lr)}{Rate?.Arguments})";

    /// <summary>A variable's name in generated code.</summary>
    public string NameOf(int variable) => UpdateVariables.Name(variable, Slots, [.. Optimizer.StepNumbers.Select(number => number.Name)]);
}
