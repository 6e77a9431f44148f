using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>How a player moves: in one pass over all of its parameters.</summary>
/// <param name="Optimizer">What moves it.</param>
/// <param name="Rate">How the optimiser's learning rate changes, or null.</param>
/// <param name="Clip">How its gradient is bounded first, or null.</param>
/// <param name="Weights">How its parameters are bounded then, or null.</param>
/// <param name="Average">How it is averaged at last, or null.</param>
internal sealed record PlayerUpdate(Optimizer Optimizer, LearningRate? Rate = null, ClipGradient? Clip = null, WeightClip? Weights = null, Ema? Average = null)
{
    /// <summary>How the player moves, for people.</summary>
    public string Description =>
        string.Join(", ", new[] { Optimizer.Description, Rate?.Description, Clip?.Description, Weights?.Description, Average?.Description }.Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>What is kept of each parameter: what the optimiser remembers, and the average.</summary>
    public EquatableArray<string> Slots => Optimizer.Slots.Concat(Average is null ? [] : new[] { Ema.Slot }).ToEquatableArray();

    /// <summary>The lines before the optimiser's.</summary>
    public EquatableArray<Assignment> Before => Clip is null ? default : EquatableArray.Of(Assignment.Of(UpdateVariables.G, UpdateVariables.ClipFactor * UpdateVariables.G));

    /// <summary>The lines behind the optimiser's.</summary>
    public EquatableArray<Assignment> Behind =>
        (Weights?.Lines ?? default).Concat(Average is null ? [] : new[] { Ema.Line(Optimizer.Slots.Count) }).ToEquatableArray();

    /// <summary>All lines of the move.</summary>
    public EquatableArray<Assignment> Lines => Before.Concat(Optimizer.Lines).Concat(Behind).ToEquatableArray();

    /// <summary>C# for the learning rate of every move.</summary>
    public string LearningRate => $"new global::GanDsl.LearningRateCurve({Numbers.Literal(Optimizer.Lr)}{Rate?.Arguments})";

    /// <summary>A variable's name in generated code.</summary>
    public string NameOf(int variable) => UpdateVariables.Name(variable, Slots, [.. Optimizer.StepNumbers.Select(number => number.Name)]);
}
