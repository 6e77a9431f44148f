namespace GanDsl;

/// <summary>
/// Makes the current activation another output of the discriminator, which an auxiliary loss reads: <see cref="AuxiliaryClassifierAttribute"/> or
/// <see cref="MutualInformationAttribute"/>. Later layers continue from elsewhere, with <see cref="FromAttribute"/>, or read the head's numbers; the last layer
/// is still D's logit. It takes a number among the layers, as an nn.Identity of a torch.nn.Sequential would, and costs nothing. PyTorch equivalent: a second
/// value that forward returns.
/// </summary>
/// <remarks>
/// A D that also classifies samples into ten classes:
/// <code>
/// [Flatten, Tap("features")]
/// [Dense(10), Head("class")]
/// [From("features"), Dense(1)]
/// </code>
/// <c>Forward</c> then returns both: <c>var (logits, scores) = d.Forward(samples);</c>. The auxiliary loss applies softmax: a head outputs the numbers before
/// it.
/// </remarks>
/// <param name="name">The name: a letter, then letters, digits and underscores. It is also a tap's name, and must be unique.</param>
public sealed class HeadAttribute(string name) : LayerAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
