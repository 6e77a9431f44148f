namespace GanDsl;

/// <summary>
/// D minimises in addition λ · (E_data[max(0, ℓ(x) − ē_fake)²] + E_z[max(0, ē_real − ℓ(G(z)))²]): its logits on reals should not rise far above the mean of
/// those on fakes, ē_fake, nor those on fakes fall far below ē_real, which keeps D from memorising a small data set. Tseng et al. 2021, "Regularizing
/// generative adversarial networks under limited data".
/// </summary>
/// <remarks>
/// ē are exponential moving averages of the means of D's logits over its batches, constants to its gradient. Each update of D first adds its batch to them, and
/// the bias of their start at 0 is corrected (as in Adam), so in the first update they are the batch's own means: as in the authors' code for StyleGAN2. They
/// are part of D's optimiser's state.
/// </remarks>
/// <param name="weight">λ, more than 0. The authors use 0.3 for BigGAN on CIFAR, and from 10⁻⁷ to 10⁻⁵ for StyleGAN2.</param>
/// <param name="decay">The decay of a batch's weight in ē per update, in [0, 1).</param>
public sealed class LeCamAttribute(double weight = 0.3, double decay = 0.99) : RegularizerAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The decay of a batch's weight in ē per update.</summary>
    public double Decay { get; } = decay;
}
