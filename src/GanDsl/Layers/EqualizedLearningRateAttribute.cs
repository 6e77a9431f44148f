namespace GanDsl;

/// <summary>
/// Stores weights as N(0, 1) / multiplier and multiplies them by multiplier/√fan-in wherever they are used, biases by the multiplier, so that all weights learn
/// alike under Adam (Karras et al. 2018). After a layer it applies to that layer; before the first layer, to every Dense's, Conv2d's, ConvTranspose2d's,
/// ModulatedConv2d's, ToRGB's and SelfAttention2d's of the class and of the blocks that it uses. It is allowed on networks, not on blocks. PyTorch has no
/// module for it: StyleGAN2's <c>FullyConnectedLayer</c> and <c>Conv2dLayer</c> do this.
/// </summary>
/// <remarks>
/// Fan-in is the number of products summed for a number of the output, ignoring padding and, in a transposed convolution, the stride. Biases start at 0.
/// [Initialize] does not change these weights. The state holds the stored weights. It is not a layer, and takes no number in the names of weights.
/// </remarks>
/// <param name="multiplier">StyleGAN's lr_multiplier: how fast the weights learn, more than 0. Its mapping network has 0.01.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EqualizedLearningRateAttribute(double multiplier = 1) : Attribute
{
    /// <summary>How fast the weights learn.</summary>
    public double Multiplier { get; } = multiplier;
}
