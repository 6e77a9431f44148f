namespace GanDsl;

/// <summary>What stands for the distribution of N(0, 1) in <see cref="GELUAttribute"/>. PyTorch: <c>approximate</c>.</summary>
public enum GeluApproximation
{
    /// <summary>Itself, by the error function: PyTorch's 'none'.</summary>
    None,

    /// <summary>A hyperbolic tangent, some 10⁻³ off: PyTorch's 'tanh'.</summary>
    Tanh,
}
