namespace GanDsl;

/// <summary>max(x, 0). Same shape. PyTorch equivalent: <c>nn.ReLU</c>; computed in place wherever nothing else reads the input.</summary>
public sealed class ReLUAttribute : LayerAttribute;

/// <summary>
/// x where x &gt; 0, else negativeSlope · x. Same shape. PyTorch equivalent: <c>nn.LeakyReLU</c>, whose default of 0.01 is the same; GANs mostly use 0.2.
/// </summary>
/// <param name="negativeSlope">The slope below 0.</param>
public sealed class LeakyReLUAttribute(double negativeSlope = 0.01) : LayerAttribute
{
    /// <summary>The slope below 0.</summary>
    public double NegativeSlope { get; } = negativeSlope;
}

/// <summary>tanh x, in (−1, 1): the usual last layer of a generator of pictures scaled to [−1, 1]. Same shape. PyTorch equivalent: <c>nn.Tanh</c>.</summary>
public sealed class TanhAttribute : LayerAttribute;

/// <summary>x where x &gt; 0, else alpha · (eˣ − 1) (Clevert et al. 2016). Same shape. PyTorch equivalent: <c>nn.ELU</c>.</summary>
/// <param name="alpha">The negated limit of the output far below 0.</param>
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The negated limit of the output far below 0.</summary>
    public double Alpha { get; } = alpha;
}

/// <summary>
/// x · Φ(x), Φ the distribution of N(0, 1) (Hendrycks and Gimpel 2016); or, approximated, ½x · (1 + tanh(√(2/π) · (x + 0.044715x³))). Same shape. PyTorch
/// equivalent: <c>nn.GELU</c>.
/// </summary>
/// <param name="approximate">None or Tanh: PyTorch's 'none' and 'tanh'.</param>
public sealed class GELUAttribute(GeluApproximation approximate = GeluApproximation.None) : LayerAttribute
{
    /// <summary>Whether Φ is approximated, and by what.</summary>
    public GeluApproximation Approximate { get; } = approximate;
}

/// <summary>x · σ(x), which Ramachandran et al. 2017 call swish. Same shape. PyTorch equivalent: <c>nn.SiLU</c>.</summary>
public sealed class SiLUAttribute : LayerAttribute;

/// <summary>x · tanh(log(1 + eˣ)) (Misra 2020). Same shape. PyTorch equivalent: <c>nn.Mish</c>.</summary>
public sealed class MishAttribute : LayerAttribute;

/// <summary>x · min(max(x + 3, 0), 6) / 6 (Howard et al. 2019): 0 below −3, x above 3. Same shape. PyTorch equivalent: <c>nn.Hardswish</c>.</summary>
public sealed class HardswishAttribute : LayerAttribute;

/// <summary>log(1 + e^(beta · x)) / beta, a smooth ReLU. Same shape. PyTorch equivalent: <c>nn.Softplus</c>.</summary>
/// <param name="beta">How sharp the bend at 0 is, more than 0.</param>
/// <param name="threshold">Where beta · x is above it, the output is x itself.</param>
public sealed class SoftplusAttribute(double beta = 1, double threshold = 20) : LayerAttribute
{
    /// <summary>How sharp the bend at 0 is.</summary>
    public double Beta { get; } = beta;

    /// <summary>Where beta · x is above it, the output is x itself.</summary>
    public double Threshold { get; } = threshold;
}

/// <summary>
/// x where x &gt; 0, else a learned slope times x (He et al. 2015): one slope for all, or one per channel. Same shape. PyTorch equivalent: <c>nn.PReLU</c>.
/// </summary>
/// <param name="perChannel">
/// Whether each channel, or feature of a flat sample, has its own slope; PyTorch's <c>num_parameters</c> is then their number, else 1.
/// </param>
/// <param name="init">The initial slope.</param>
public sealed class PReLUAttribute(bool perChannel = false, double init = 0.25) : LayerAttribute
{
    /// <summary>Whether each channel has its own slope.</summary>
    public bool PerChannel { get; } = perChannel;

    /// <summary>The initial slope.</summary>
    public double Init { get; } = init;
}

/// <summary>
/// 1 / (1 + e^−x), in (0, 1). Same shape. Never a discriminator's last layer: objectives work on logits. PyTorch equivalent: <c>nn.Sigmoid</c>.
/// </summary>
public sealed class SigmoidAttribute : LayerAttribute;
