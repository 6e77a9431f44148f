namespace GanDsl;

/// <summary>
/// Keeps weights at N(0, 1) / multiplier and multiplies them by multiplier/√fan-in wherever they are used, biases by the multiplier, so that all weights learn alike under Adam
/// (Karras et al. 2018). Behind a layer it is that layer's; before the first layer, every Dense's, Conv2d's, ConvTranspose2d's, ModulatedConv2d's, ToRGB's and SelfAttention2d's of the class and of the blocks that it uses. It stands
/// on networks, not on blocks. PyTorch has no module of it: StyleGAN2's <c>FullyConnectedLayer</c> and <c>Conv2dLayer</c> do so.
/// </summary>
/// <remarks>
/// Fan-in is how many products are summed for a number of the output, padding aside and, of a transposed convolution, as if its stride were 1. Biases begin at 0. [Initialize] leaves these weights alone.
/// The state holds the weights as they are kept. It is no layer, and takes no number in the names of weights.
/// </remarks>
/// <param name="multiplier">StyleGAN's lr_multiplier: how fast the weights learn, more than 0. Its mapping network has 0.01.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EqualizedLearningRateAttribute(double multiplier = 1) : Attribute
{
    /// <summary>How fast the weights learn.</summary>
    public double Multiplier { get; } = multiplier;
}
