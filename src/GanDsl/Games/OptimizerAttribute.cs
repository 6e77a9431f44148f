namespace GanDsl;

/// <summary>The optimiser of both players, or of one. One attribute for both, or one for each.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerAttribute : Attribute
{
    private protected OptimizerAttribute(Player player) => Player = player;

    /// <summary>The player that it updates.</summary>
    public Player Player { get; }
}
