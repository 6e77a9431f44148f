namespace GanDsl;

/// <summary>
/// Draws the weights of a whole network from normal distributions, as Radford et al. 2015 (DCGAN) do with <c>[Initialize(0.02)]</c>.
/// </summary>
/// <remarks>
/// Weights of Dense, Conv2d and ConvTranspose2d are drawn from N(mean, std²); BatchNorm's weights from N(1, std²), its biases are 0.
/// Biases of the other layers keep PyTorch's initialisation. Without this attribute every layer is initialised as PyTorch does.
/// It may be anywhere among the layers and is not one itself. PyTorch equivalent: <c>nn.init.normal_(m.weight, mean, std)</c>.
/// </remarks>
/// <param name="std">The standard deviation; 0 or more.</param>
/// <param name="mean">The mean of the weights.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InitializeAttribute(double std, double mean = 0) : Attribute
{
    /// <summary>The standard deviation.</summary>
    public double Std { get; } = std;

    /// <summary>The mean of the weights.</summary>
    public double Mean { get; } = mean;
}
