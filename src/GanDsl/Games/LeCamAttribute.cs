namespace GanDsl;

/// <summary>
/// D minimises in addition λ · (E_data[max(0, ℓ(x) − ē_fake)²] + E_z[max(0, ē_real − ℓ(G(z)))²]): its logits on reals are not to rise far above the mean of those on fakes, ē_fake, nor
/// those on fakes to fall far below ē_real, which keeps D from learning few data by heart. Tseng et al. 2021, "Regularizing generative adversarial networks under limited data".
/// </summary>
/// <remarks>
/// ē are exponential moving averages of the means of D's logits over its batches, constants to its gradient. Each move of D first lets its batch into them, and their start at nothing is made up for
/// (as Adam's is), so that in the first move they are the batch's own means: as in the authors' code for StyleGAN2. They are part of what D's optimiser remembers and of its state.
/// </remarks>
/// <param name="weight">λ, more than 0. The authors take 0.3 for BigGAN on CIFAR, and from 10⁻⁷ to 10⁻⁵ for StyleGAN2.</param>
/// <param name="decay">What is left of a batch's share of ē after a move, in [0, 1).</param>
public sealed class LeCamAttribute(double weight = 0.3, double decay = 0.99) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>What is left of a batch's share of ē after a move.</summary>
    public double Decay { get; } = decay;
}
