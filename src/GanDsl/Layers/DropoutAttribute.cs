namespace GanDsl;

/// <summary>
/// Zeroes each element with probability p in train mode and scales the others by 1 / (1 − p); the identity in eval mode. Same shape.
/// PyTorch equivalent: <c>nn.Dropout</c>.
/// </summary>
/// <param name="p">The probability of a zero, in [0, 1].</param>
public sealed class DropoutAttribute(double p = 0.5) : LayerAttribute
{
    /// <summary>The probability of a zero.</summary>
    public double P { get; } = p;
}

/// <summary>
/// Zeroes each channel of each sample with probability p in train mode and scales the others by 1 / (1 − p); the identity in eval mode. (N, C, H, W), same
/// shape. PyTorch equivalent: <c>nn.Dropout2d</c>.
/// </summary>
/// <param name="p">The probability of a zero, in [0, 1].</param>
public sealed class Dropout2dAttribute(double p = 0.5) : LayerAttribute
{
    /// <summary>The probability of a zero.</summary>
    public double P { get; } = p;
}
