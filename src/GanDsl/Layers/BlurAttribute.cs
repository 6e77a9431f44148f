namespace GanDsl;

/// <summary>
/// Filters pictures with a small kernel in both directions, and enlarges or shrinks them without aliasing: (N, C, H, W) → (N, C, ⌊up·H/down⌋, ⌊up·W/down⌋).
/// Zeros are inserted between the pixels (up), the filter runs over them, and every down-th pixel is kept (down); beyond the border there are zeros.
/// StyleGAN2's
/// <c>upfirdn2d.filter2d</c>, <c>upsample2d</c> and <c>downsample2d</c> (Karras et al. 2020). PyTorch has no module for it: a convolution of each channel with
/// the kernel's outer product.
/// </summary>
/// <remarks>
/// The kernel is divided by its sum, and the picture multiplied by up² for the zeros in between, so that a constant stays the same away from the border; then
/// by the gain.
/// </remarks>
/// <param name="kernel">The filter's numbers, 1 to 16 of them, of a sum that is not 0; [1, 3, 3, 1] if null. R3GAN's is [1, 2, 1].</param>
/// <param name="up">How many pixels a pixel becomes in each direction, at least 1.</param>
/// <param name="down">The interval of the pixels that are kept in each direction, at least 1; one of up and down is 1.</param>
/// <param name="gain">The factor of the picture.</param>
public sealed class BlurAttribute(int[]? kernel = null, int up = 1, int down = 1, double gain = 1) : LayerAttribute
{
    /// <summary>The filter's numbers.</summary>
    public int[] Kernel { get; } = kernel ?? [1, 3, 3, 1];

    /// <summary>How many pixels a pixel becomes.</summary>
    public int Up { get; } = up;

    /// <summary>The interval of the pixels that are kept.</summary>
    public int Down { get; } = down;

    /// <summary>The factor of the picture.</summary>
    public double Gain { get; } = gain;
}
