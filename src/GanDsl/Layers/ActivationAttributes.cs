namespace GanDsl;

/// <summary>max(x, 0). Same shape. PyTorch equivalent: <c>nn.ReLU</c>; computed in place wherever nothing else reads the input.</summary>
public sealed class ReLUAttribute : LayerAttribute;

/// <summary>
/// x where x &gt; 0, else negativeSlope · x. Same shape. PyTorch equivalent: <c>nn.LeakyReLU</c>, whose default of 0.01 is kept; GANs mostly use 0.2.
/// </summary>
/// <param name="negativeSlope">The slope below 0.</param>
public sealed class LeakyReLUAttribute(double negativeSlope = 0.01) : LayerAttribute
{
    /// <summary>The slope below 0.</summary>
    public double NegativeSlope { get; } = negativeSlope;
}

/// <summary>tanh x, in (−1, 1): what pictures scaled to [−1, 1] want of a generator's last layer. Same shape. PyTorch equivalent: <c>nn.Tanh</c>.</summary>
public sealed class TanhAttribute : LayerAttribute;

/// <summary>1 / (1 + e^−x), in (0, 1). Same shape. Never a discriminator's last layer: objectives work on logits. PyTorch equivalent: <c>nn.Sigmoid</c>.</summary>
public sealed class SigmoidAttribute : LayerAttribute;
