namespace GanDsl;

/// <summary>
/// Continues from an activation that <see cref="TapAttribute"/> named, so that a second branch starts there. The output of the layer before must also have a
/// name:
/// otherwise nothing could read it any more. It takes a number among the layers, as an nn.Identity of a torch.nn.Sequential would, and costs nothing.
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
/// <param name="tap">The name of an earlier tap.</param>
public sealed class FromAttribute(string tap) : LayerAttribute
{
    /// <summary>The name of an earlier tap.</summary>
    public string Tap { get; } = tap;
}
