namespace GanDsl;

/// <summary>
/// Adds noise of N(0, 1), one number a pixel and the same in all channels, times a learned strength that begins at 0 (Karras et al. 2019). Same shape.
/// PyTorch has no module of it: <c>x + strength * torch.randn(N, 1, H, W)</c>.
/// </summary>
/// <remarks>Every pass draws anew, in eval mode, too: the noise is a part of what is made, as latents are. The state holds the strength under the name weight.</remarks>
public sealed class NoiseAttribute : LayerAttribute;
