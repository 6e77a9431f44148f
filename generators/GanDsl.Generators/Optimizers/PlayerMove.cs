using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>How a player moves: in one pass over all of its parameters.</summary>
/// <param name="Optimizer">What moves it.</param>
internal sealed record PlayerMove(Optimizer Optimizer)
{
    /// <summary>How the player moves, for people.</summary>
    public string Description => Optimizer.Description;

    /// <summary>What is remembered of each parameter.</summary>
    public EquatableArray<string> Slots => Optimizer.Slots;

    /// <summary>The lines of the move.</summary>
    public EquatableArray<Assignment> Lines => Optimizer.Lines;

    /// <summary>A variable's name in generated code.</summary>
    public string NameOf(int variable) => Move.Name(variable, Slots, [.. Optimizer.StepNumbers.Select(number => number.Name)]);
}
