namespace GanDsl;

/// <summary>
/// A loss that players minimise together, besides the game that they play against each other. A game may have several; <see cref="StepReport.AuxiliaryLosses"/>
/// has their values.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class AuxiliaryLossAttribute : Attribute
{
    private protected AuxiliaryLossAttribute()
    {
    }
}

/// <summary>
/// Both players minimise the cross-entropy of a head of D against the samples' labels, on the head's logits: D on reals and on fakes, G on its fakes.
/// ACGAN, Odena et al. 2017, "Conditional image synthesis with auxiliary classifier GANs". PyTorch equivalent: <c>weight * cross_entropy(scores, labels)</c>,
/// added to both losses.
/// </summary>
/// <remarks>
/// G has <see cref="GeneratorAttribute.Classes"/>; D has a <see cref="HeadAttribute"/> of as many numbers, and no Classes: it would see the labels that it
/// should predict.
/// Penalties on D's slope use its logit only.
/// </remarks>
/// <param name="head">The head's name.</param>
/// <param name="weight">λ, more than 0.</param>
public sealed class AuxiliaryClassifierAttribute(string head, double weight = 1) : AuxiliaryLossAttribute
{
    /// <summary>The head's name.</summary>
    public string Head { get; } = head;

    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// G minimises the mean distance between its samples and the reals of the same sources. pix2pix, Isola et al. 2017, "Image-to-image translation with
/// conditional adversarial networks". PyTorch equivalent: <c>weight * l1_loss(fakes, reals)</c>, added to G's loss.
/// </summary>
/// <remarks>
/// The game is then one of pairs: <c>gan.Step(reals, sources)</c>; D sees only the sample or, with <see cref="DiscriminatorAttribute.Source"/>, both.
/// </remarks>
/// <param name="weight">λ, more than 0. Isola et al. use 100.</param>
public sealed class ReconstructionAttribute(double weight = 100) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// Some of G's latents become a code that a head of D predicts from the fakes: both players minimise −log Q(c | G(z, c)), which bounds the mutual information
/// between code and sample from below. InfoGAN, Chen et al. 2016, "InfoGAN: interpretable representation learning by information maximizing generative
/// adversarial nets".
/// </summary>
/// <remarks>
/// The codes are the last of G's latents, in the order in which their auxiliary losses are declared: with a categorical head of 10 numbers and a Gaussian one
/// of 4, latents 60 … 69 and 70, 71 of <c>[Generator(latent: 72)]</c>. <c>Noise</c> draws them: a categorical code is 1 at one of its numbers, all equally
/// probable, and 0 at the others; a Gaussian one is U(−1, 1) in each. To choose a code, write it into the latents.
/// </remarks>
/// <param name="head">
/// The head's name. Categorical: as many numbers as the code has, the logits of Q. Gaussian: two per number of the code, the means of Q, then the logarithms of
/// its variances.
/// </param>
/// <param name="weight">λ, more than 0. Chen et al. use 1 for categorical codes, and less, such as 0.1, for Gaussian ones.</param>
/// <param name="code">The kind of code.</param>
public sealed class MutualInformationAttribute(string head, double weight = 1, Code code = Code.Categorical) : AuxiliaryLossAttribute
{
    /// <summary>The head's name.</summary>
    public string Head { get; } = head;

    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>The kind of code.</summary>
    public Code Code { get; } = code;
}

/// <summary>
/// In a game over two pairs, the generators minimise the mean distance between a sample and its reconstruction by both in a row, F(G(x)) and G(F(y)).
/// CycleGAN, Zhu et al. 2017, equation 2. PyTorch equivalent: <c>weight * (l1_loss(F(G(x)), x) + l1_loss(G(F(y)), y))</c>, added to the generators' loss.
/// </summary>
/// <remarks>The game is <c>[Gan&lt;G, discriminator of Y, F, discriminator of X&gt;]</c>.</remarks>
/// <param name="weight">
/// λ, more than 0. Zhu et al. use 10 with squares without a factor; <see cref="LeastSquaresAttribute"/> has a factor of ½, for which 5 is the same.
/// </param>
public sealed class CycleConsistencyAttribute(double weight = 10) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// In a game over two pairs of one shape, the generators minimise the mean distance of G(y) from y and of F(x) from x: samples of the target set should stay
/// unchanged. CycleGAN, Zhu et al. 2017, section 5.2. PyTorch equivalent: <c>weight * (l1_loss(G(y), y) + l1_loss(F(x), x))</c>, added to the generators' loss.
/// </summary>
/// <remarks>The game is <c>[Gan&lt;G, discriminator of Y, F, discriminator of X&gt;]</c>, with X and Y of one shape.</remarks>
/// <param name="weight">λ, more than 0. Zhu et al. use half of the weight of <see cref="CycleConsistencyAttribute"/>.</param>
public sealed class IdentityAttribute(double weight = 5) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}
