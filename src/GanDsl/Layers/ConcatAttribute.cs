namespace GanDsl;

/// <summary>
/// Puts the channels (in flat samples, the features) of an activation that <see cref="TapAttribute"/> named behind those that are here:
/// (N, a, H, W) and (N, b, H, W) → (N, a + b, H, W). PyTorch equivalent: <c>torch.cat([x, tap], dim=1)</c>.
/// </summary>
/// <param name="tap">The name of a tap before.</param>
public sealed class ConcatAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of a tap before.</summary>
    public string Tap { get; } = tap;
}
