namespace GanDsl;

/// <summary>
/// Goes on from an activation that <see cref="TapAttribute"/> named, so that a second branch begins there. What the layer before makes must have a name, too:
/// else nothing could read it any more. It takes a number among the layers, as an nn.Identity of a torch.nn.Sequential would, and costs nothing.
/// PyTorch equivalent: <c>x = tap</c> in forward.
/// </summary>
/// <remarks>
/// Two branches and their sum:
/// <code>
/// [Tap("in")]
/// [Conv2d(64, kernel: 3, padding: 1), Tap("wide")]
/// [From("in"), Conv2d(64, kernel: 1), Add("wide")]
/// </code>
/// </remarks>
/// <param name="tap">The name of a tap before.</param>
public sealed class FromAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of a tap before.</summary>
    public string Tap { get; } = tap;
}
