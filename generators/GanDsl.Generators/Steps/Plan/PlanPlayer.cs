using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Optimizers;

namespace GanDsl.Generators.Steps.Plan;

/// <summary>A network of the game. Statements name their player; a game may have any number of players.</summary>
/// <param name="Pair">The step of its pair.</param>
/// <param name="Role">Its role there.</param>
internal sealed record PlanPlayer(MinMaxStep Pair, Role Role)
{
    public Network Network => Role == Role.Generator ? Pair.Generator : Pair.Discriminator;

    /// <summary>The update of all players of its role.</summary>
    public PlayerUpdate Update => Role == Role.Generator ? Pair.GeneratorUpdate : Pair.DiscriminatorUpdate;

    /// <summary>Its number among the players of its role.</summary>
    public int Number => Pair.IsInverse ? 1 : 0;

    /// <summary>Whether it is the only one of its role.</summary>
    public bool IsAlone => Pair.PairCount == 1;

    /// <summary>The player as a member of the game: <c>InverseGenerator</c>.</summary>
    public string Member => Pair.Member(Role.ToString());

    /// <summary>The player for people: <c>inverse G</c>.</summary>
    public string Symbol => (Pair.IsInverse ? "inverse " : "") + (Role == Role.Generator ? "G" : "D");

    public bool Equals(PlanPlayer? other) => other is not null && other.Role == Role && other.Number == Number;

    public override int GetHashCode() => (Number * 2) + (int)Role;
}
