namespace GanDsl;

/// <summary>The kind of a code among G's latents, and its distribution in D's loss.</summary>
public enum Code
{
    /// <summary>One of several classes, all equally probable: a one-hot row. The loss is the cross-entropy of the head's logits.</summary>
    Categorical,

    /// <summary>
    /// Numbers of U(−1, 1). The loss is that of normal distributions, ½·(v + (c − μ)²·e^−v) summed over the code, v the logarithm of a variance, clamped to
    /// [−10, 10]. PyTorch equivalent: <c>gaussian_nll_loss</c>.
    /// </summary>
    Gaussian,
}
