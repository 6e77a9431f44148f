using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>What a <see cref="PlainGan"/> plays; the defaults are those of common DCGAN code.</summary>
/// <param name="DiscriminatorSteps">k: every call updates D on a fresh batch, every k-th call also G.</param>
/// <param name="FreshNoise">Whether G's update draws new latents; false reuses the call's fakes, with D as updated.</param>
/// <param name="Simultaneous">Whether both players are updated at once, each against the other as it was; else D is updated first.</param>
/// <param name="Joined">Whether reals and fakes pass D together in D's update: it is one pass for what D remembers of passes.</param>
/// <param name="Minimax">Whether G descends log(1 − D(G(z))) instead of −log D(G(z)).</param>
/// <param name="Wasserstein">Whether D is a critic: it descends ℓ_fake − ℓ_real, G descends −ℓ_fake.</param>
/// <param name="R1">γ of R1, or null.</param>
/// <param name="GradientPenalty">λ of the gradient penalty of WGAN-GP, or null.</param>
/// <param name="Target">The norm that the gradient penalty asks for.</param>
/// <param name="OneSided">Whether only a norm above the target is penalised.</param>
/// <param name="R2">γ of R2, or null.</param>
/// <param name="Dragan">λ of DRAGAN, or null.</param>
/// <param name="Std">How far DRAGAN's noise reaches, in standard deviations.</param>
/// <param name="Every">In every how many updates of D, beginning with the first, R1 and R2 are in its loss, that many times as strong.</param>
/// <param name="Expert">
/// Whether it is written as experts write it: D's parameters are frozen in G's update, labels are made once, and nothing is recorded for fakes that only D
/// sees.
/// </param>
/// <param name="GeneratorAdam">What updates G; Adam with its defaults here if null.</param>
/// <param name="DiscriminatorAdam">What updates D; Adam with its defaults here if null.</param>
public sealed record PlainGame(
    int DiscriminatorSteps = 1,
    bool FreshNoise = false,
    bool Simultaneous = false,
    bool Joined = false,
    bool Minimax = false,
    bool Wasserstein = false,
    double? R1 = null,
    double? GradientPenalty = null,
    double Target = 1,
    bool OneSided = false,
    double? R2 = null,
    double? Dragan = null,
    double Std = 0.5,
    int Every = 1,
    bool Expert = false,
    PlainAdam? GeneratorAdam = null,
    PlainAdam? DiscriminatorAdam = null)
{
    /// <summary>λ of LeCam, or null.</summary>
    public double? LeCam { get; init; }

    /// <summary>The decay of LeCam's running means.</summary>
    public double Decay { get; init; } = 0.99;

    /// <summary>What every parameter of D is clamped to after its updates, or null.</summary>
    public double? WeightClip { get; init; }

    /// <summary>What the norm of a player's gradient is clipped to before its update, or null.</summary>
    public double? ClipGradient { get; init; }

    /// <summary>The half-life of G's average in images, or null.</summary>
    public double? HalfLifeImages { get; init; }

    /// <summary>What updates both players, in place of their Adams.</summary>
    public PlainOptimizer? Optimizer { get; init; }

    /// <summary>How samples are changed before D sees them, by a row of draws each, or null.</summary>
    public Func<Tensor, Tensor, Tensor>? Augment { get; init; }

    /// <summary>What looks at D's logits on reals and on fakes, in each of its moves, before its update.</summary>
    public Action<Tensor, Tensor>? Follow { get; init; }

    /// <summary>Losses of its own, in place of those that the flags name.</summary>
    public PlainLosses? Losses { get; init; }
}
