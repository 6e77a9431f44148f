namespace GanDsl;

/// <summary>
/// Adds noise of N(0, 1), one number per pixel and the same in all channels, times a learned strength that starts at 0 (Karras et al. 2019). Same shape.
/// PyTorch has no module for it: <c>x + strength * torch.randn(N, 1, H, W)</c>.
/// </summary>
/// <remarks>
/// Every pass draws new noise, also in eval mode: it is an input of the sample, like the latents. The state holds the strength under the name weight.
/// </remarks>
public sealed class NoiseAttribute : LayerAttribute;
