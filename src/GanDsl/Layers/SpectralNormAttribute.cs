namespace GanDsl;

/// <summary>
/// Divides a weight by its largest singular value, estimated by power iteration: Ŵ = W / σ, σ = uᵀWv. After a layer it normalises that layer; before the first
/// layer, every Dense, Conv2d, ConvTranspose2d, ModulatedConv2d, ToRGB and SelfAttention2d of the class and of the blocks that it uses. It is allowed on
/// networks, not on blocks. Miyato et al. 2018. PyTorch equivalent: <c>torch.nn.utils.spectral_norm</c>.
/// </summary>
/// <remarks>
/// W is taken as a matrix whose rows are the outputs: dimension 0 of the weight, for ConvTranspose2d dimension 1. Each pass in train mode first runs the
/// iterations of u and v, also one whose parameters are constants (D's pass in G's update); a pass over reals and fakes together is one pass. In eval mode they
/// stay the same. Gradients flow through σ to W, and u and v are constants in it. The state holds weight_orig, weight_u and weight_v in place of weight.
/// It is not a layer, and takes no number in the names of weights.
/// </remarks>
/// <param name="powerIterations">Power iterations per pass, at least 1.</param>
/// <param name="eps">The least norm that u and v are divided by, at least 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpectralNormAttribute(int powerIterations = 1, double eps = 1e-12) : Attribute
{
    /// <summary>Power iterations per pass.</summary>
    public int PowerIterations { get; } = powerIterations;

    /// <summary>The least norm that u and v are divided by.</summary>
    public double Eps { get; } = eps;
}
