namespace GanDsl;

/// <summary>
/// Shows a discriminator how much the samples of a batch differ (Karras et al. 2018, as StyleGAN2 has it): (N, C, H, W) → (N, C + channels, H, W).
/// PyTorch has no module for it. It couples the samples of a batch, as BatchNorm does: reals and fakes take separate passes, and [Simultaneous] cannot use it.
/// </summary>
/// <remarks>
/// Samples n, n + N/G, n + 2N/G, … are a group. For each of its numbers √(variance + eps) is computed over the group, and averaged over the pixels and over a
/// part of the channels: one number for each new channel, which is repeated for all pixels of all samples of the group. G is the largest divisor of N that is
/// at most <paramref name="group"/>.
/// </remarks>
/// <param name="group">The samples of a group, at most; at least 1.</param>
/// <param name="channels">How many channels are added, at least 1; it divides the channels of the input.</param>
/// <param name="eps">Added to the variance, more than 0.</param>
public sealed class MinibatchStdDevAttribute(int group = 4, int channels = 1, double eps = 1e-8) : LayerAttribute
{
    /// <summary>The samples of a group, at most.</summary>
    public int Group { get; } = group;

    /// <summary>How many channels are added.</summary>
    public int Channels { get; } = channels;

    /// <summary>Added to the variance.</summary>
    public double Eps { get; } = eps;
}
