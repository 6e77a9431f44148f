namespace GanDsl;

/// <summary>
/// Puts the channels (in flat samples, the features) of an activation that <see cref="TapAttribute"/> named after those of the current one:
/// (N, a, H, W) and (N, b, H, W) → (N, a + b, H, W). PyTorch equivalent: <c>torch.cat([x, tap], dim=1)</c>.
/// </summary>
/// <param name="tap">The name of an earlier tap.</param>
public sealed class ConcatAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of an earlier tap.</summary>
    public string Tap { get; } = tap;
}
