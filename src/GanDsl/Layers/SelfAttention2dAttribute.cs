namespace GanDsl;

/// <summary>
/// Lets each pixel attend to all others (Zhang et al. 2019): x + γ · o(Σ softmax(θ(x)ᵀφ(x)) · g(x)), with θ, φ, g and o convolutions of one pixel without bias,
/// φ(x) and g(x) pooled by their maxima, and γ a learned number that starts at 0. (N, C, H, W), same shape. PyTorch has no module for it; BigGAN's
/// <c>Attention</c> is its model.
/// </summary>
/// <remarks>
/// The state holds theta and phi (C/key, C, 1, 1), g (C/value, C, 1, 1), o (C, C/value, 1, 1) and gamma (1). [SpectralNorm] normalises the four, each under its
/// own name: theta_orig, theta_u, theta_v.
/// </remarks>
/// <param name="key">The factor by which θ and φ have fewer channels than C, at least 1; it divides C.</param>
/// <param name="value">The factor by which g has fewer channels than C, at least 1; it divides C.</param>
/// <param name="pool">The side of the windows by which φ and g are pooled, at least 1.</param>
public sealed class SelfAttention2dAttribute(int key = 8, int value = 2, int pool = 2) : LayerAttribute
{
    /// <summary>The factor by which θ and φ have fewer channels than C.</summary>
    public int Key { get; } = key;

    /// <summary>The factor by which g has fewer channels than C.</summary>
    public int Value { get; } = value;

    /// <summary>The side of the windows by which φ and g are pooled.</summary>
    public int Pool { get; } = pool;
}
