namespace GanDsl;

/// <summary>
/// Makes the activation here a further output of the discriminator, which a term of the game's losses looks at: <see cref="AuxiliaryClassifierAttribute"/> or
/// <see cref="MutualInformationAttribute"/>. What follows goes on from elsewhere, with <see cref="FromAttribute"/>, or reads the head's numbers; the last layer is D's logit, as ever.
/// It takes a number among the layers, as an nn.Identity of a torch.nn.Sequential would, and costs nothing. PyTorch equivalent: a second value that forward returns.
/// </summary>
/// <remarks>
/// A D that tells ten classes apart beside reals and fakes:
/// <code>
/// [Flatten, Tap("features")]
/// [Dense(10), Head("class")]
/// [From("features"), Dense(1)]
/// </code>
/// <c>Forward</c> then returns both: <c>var (logits, scores) = d.Forward(samples);</c>. Softmax is the term's to take: a head gives the numbers before it.
/// </remarks>
/// <param name="name">The name: a letter, then letters, digits and underscores. It is a tap's name, too, and no other may have it.</param>
public sealed class HeadAttribute(string name) : LayerAttribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
