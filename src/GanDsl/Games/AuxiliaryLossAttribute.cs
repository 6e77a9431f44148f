namespace GanDsl;

/// <summary>
/// What players minimise together beside the game that they play against each other. A game may have several; <see cref="StepReport.AuxiliaryLosses"/> says what each came to.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class AuxiliaryLossAttribute : Attribute
{
    private protected AuxiliaryLossAttribute()
    {
    }
}

/// <summary>
/// Both players minimise the cross-entropy of a head of D against the samples' labels, on the logits that the head gives: D on reals and on fakes, G on its fakes.
/// ACGAN, Odena et al. 2017, "Conditional image synthesis with auxiliary classifier GANs". PyTorch equivalent: <c>weight * cross_entropy(scores, labels)</c>, added to both losses.
/// </summary>
/// <remarks>
/// G has <see cref="GeneratorAttribute.Classes"/>; D has a <see cref="HeadAttribute"/> of as many numbers, and no Classes: it would be told what it is asked.
/// Penalties of D's slope look at its logit only.
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
/// G minimises the mean distance of its samples from the reals that are to be made from the same sources. pix2pix, Isola et al. 2017, "Image-to-image translation with conditional
/// adversarial networks". PyTorch equivalent: <c>weight * l1_loss(fakes, reals)</c>, added to G's loss.
/// </summary>
/// <remarks>The game is then one of pairs: <c>gan.Step(reals, sources)</c>, of which D may judge the sample alone or, with <see cref="DiscriminatorAttribute.Source"/>, both.</remarks>
/// <param name="weight">λ, more than 0. Isola et al. take 100.</param>
public sealed class ReconstructionAttribute(double weight = 100) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// Some of G's latents become a code that a head of D reads back from the fakes: both players minimise −log Q(c | G(z, c)), which bounds the mutual information of code and
/// sample from below. InfoGAN, Chen et al. 2016, "InfoGAN: interpretable representation learning by information maximizing generative adversarial nets".
/// </summary>
/// <remarks>
/// The codes are the last of G's latents, in the order in which their terms are declared: with a categorical head of 10 numbers and a Gaussian one of 4, latents 60 … 69 and 70, 71 of
/// <c>[Generator(latent: 72)]</c>. <c>Noise</c> draws them: a categorical code is 1 at one of its numbers, all alike probable, and 0 at the others; a Gaussian one is
/// U(−1, 1) in each. Who wants a certain code writes it into the latents.
/// </remarks>
/// <param name="head">The head's name. Categorical: as many numbers as the code has, the logits of Q. Gaussian: two a number of the code, the means of Q, then the logarithms of its variances.</param>
/// <param name="weight">λ, more than 0. Chen et al. take 1 for categorical codes, and less, such as 0.1, for Gaussian ones.</param>
/// <param name="code">What the code is.</param>
public sealed class MutualInformationAttribute(string head, double weight = 1, Code code = Code.Categorical) : AuxiliaryLossAttribute
{
    /// <summary>The head's name.</summary>
    public string Head { get; } = head;

    /// <summary>λ.</summary>
    public double Weight { get; } = weight;

    /// <summary>What the code is.</summary>
    public Code Code { get; } = code;
}

/// <summary>
/// In a game over two pairs, the generators minimise the mean distance of what comes back of a sample that went around, F(G(x)) and G(F(y)), from the sample.
/// CycleGAN, Zhu et al. 2017, equation 2. PyTorch equivalent: <c>weight * (l1_loss(F(G(x)), x) + l1_loss(G(F(y)), y))</c>, added to the generators' loss.
/// </summary>
/// <remarks>The game is <c>[Gan&lt;G, judge of Y, F, judge of X&gt;]</c>.</remarks>
/// <param name="weight">λ, more than 0. Zhu et al. take 10 beside squares without a factor; <see cref="LeastSquaresAttribute"/> has a ½ before them, beside which 5 is the same.</param>
public sealed class CycleConsistencyAttribute(double weight = 10) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// In a game over two pairs of one shape, the generators minimise the mean distance of G(y) from y and of F(x) from x: what is in the other set already is to stay as it is.
/// CycleGAN, Zhu et al. 2017, section 5.2. PyTorch equivalent: <c>weight * (l1_loss(G(y), y) + l1_loss(F(x), x))</c>, added to the generators' loss.
/// </summary>
/// <remarks>The game is <c>[Gan&lt;G, judge of Y, F, judge of X&gt;]</c>, with X and Y of one shape.</remarks>
/// <param name="weight">λ, more than 0. Zhu et al. take half of the weight of <see cref="CycleConsistencyAttribute"/>.</param>
public sealed class IdentityAttribute(double weight = 5) : AuxiliaryLossAttribute
{
    /// <summary>λ.</summary>
    public double Weight { get; } = weight;
}
