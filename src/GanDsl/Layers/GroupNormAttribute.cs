namespace GanDsl;

/// <summary>
/// Group normalisation (Wu and He 2018): the channels of each sample in groups, each group by its own mean and variance. Same shape.
/// PyTorch equivalent: <c>nn.GroupNorm</c>.
/// </summary>
/// <remarks>It does not couple samples, so it suits critics with a gradient penalty.</remarks>
/// <param name="groups">How many groups the channels, or the features of flat samples, are divided into; it must divide them.</param>
/// <param name="eps">Added to the variance, more than 0.</param>
/// <param name="affine">Whether to learn γ and β, one of each per channel.</param>
public sealed class GroupNormAttribute(int groups, double eps = 1e-5, bool affine = true) : LayerAttribute
{
    /// <summary>How many groups the channels are divided into.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Whether to learn γ and β.</summary>
    public bool Affine { get; } = affine;
}
