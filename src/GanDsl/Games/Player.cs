namespace GanDsl;

/// <summary>The players of the min-max game.</summary>
public enum Player
{
    /// <summary>Both players.</summary>
    Both,

    /// <summary>G, which descends.</summary>
    Generator,

    /// <summary>D, which ascends.</summary>
    Discriminator,
}
