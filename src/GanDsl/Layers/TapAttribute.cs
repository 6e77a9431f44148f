namespace GanDsl;

/// <summary>
/// Names the activation here, so that later layers can read it: <see cref="FromAttribute"/> goes on from it, <see cref="AddAttribute"/>,
/// <see cref="ConcatAttribute"/> and <see cref="MultiplyAttribute"/> join it. The first thing of a network, it names the network's input.
/// It takes a number among the layers, as an nn.Identity of a torch.nn.Sequential would, and costs nothing. PyTorch equivalent: <c>name = x</c> in forward.
/// </summary>
/// <remarks>
/// A residual connection:
/// <code>
/// [Tap("skip")]
/// [Conv2d(64, kernel: 3, padding: 1), ReLU, Conv2d(64, kernel: 3, padding: 1)]
/// [Add("skip")]
/// </code>
/// </remarks>
/// <param name="name">The name: a letter, then letters, digits and underscores. No two of a network are the same, and something must read each.</param>
public sealed class TapAttribute(string name) : LayerAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
