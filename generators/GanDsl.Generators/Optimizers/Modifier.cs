using GanDsl.Generators.Text;

namespace GanDsl.Generators.Optimizers;

/// <summary>Modifies a player's optimiser. One file per modifier; <see cref="ModifierCatalog"/> lists them.</summary>
/// <param name="Player">The player.</param>
internal abstract record Modifier(Player Player)
{
    /// <summary>The attribute's name: <c>ClipGradient</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, for people: <c>gradient clipped to norm 1</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Whether it applies to a player.</summary>
    public bool IsOf(Player player) => Player == Player.Both || Player == player;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null.</summary>
    public string? BadArgument() =>
        BadOwnArgument() ?? (Player is < Player.Both or > Player.Discriminator ? $"player is {Numbers.Plain((int)Player)}; it must be one of Player's" : null);

    protected abstract string? BadOwnArgument();
}
