namespace GanDsl;

/// <summary>
/// Names the current activation, so that later layers can read it: <see cref="FromAttribute"/> continues from it, <see cref="AddAttribute"/>,
/// <see cref="ConcatAttribute"/> and <see cref="MultiplyAttribute"/> join it. As the first layer of a network, it names the network's input.
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
/// <param name="name">The name: a letter, then letters, digits and underscores. It must be unique in a network, and something must read it.</param>
public sealed class TapAttribute(string name) : LayerAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
