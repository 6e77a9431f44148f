namespace GanDsl;

/// <summary>
/// The mean of each channel's pixels: (N, C, H, W) or (N, C, L) → (N, C). PyTorch equivalent: <c>x.flatten(2).mean(2)</c>, or <c>nn.AdaptiveAvgPool2d(1)</c>
/// and <c>nn.Flatten()</c>.
/// </summary>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;

/// <summary>
/// The sum of each channel's pixels: (N, C, H, W) or (N, C, L) → (N, C), as residual SNGAN discriminators end. PyTorch equivalent: <c>x.flatten(2).sum(2)</c>.
/// </summary>
public sealed class GlobalSumPoolAttribute : LayerAttribute;
