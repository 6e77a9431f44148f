namespace GanDsl;

/// <summary>What moves the parameters of both players, or of one, against their gradients. One attribute for both, or one for each.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class OptimizerAttribute : Attribute
{
    private protected OptimizerAttribute(Player player) => Player = player;

    /// <summary>Whom it moves.</summary>
    public Player Player { get; }
}
