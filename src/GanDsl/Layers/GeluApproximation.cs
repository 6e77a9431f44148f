namespace GanDsl;

/// <summary>How the distribution function of N(0, 1) is computed in <see cref="GELUAttribute"/>. PyTorch: <c>approximate</c>.</summary>
public enum GeluApproximation
{
    /// <summary>Exactly, by the error function: PyTorch's 'none'.</summary>
    None,

    /// <summary>By a hyperbolic tangent, with an error of about 10⁻³: PyTorch's 'tanh'.</summary>
    Tanh,
}
