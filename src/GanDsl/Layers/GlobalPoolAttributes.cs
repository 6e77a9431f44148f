namespace GanDsl;

/// <summary>The mean of each channel's pixels: (N, C, H, W) → (N, C). PyTorch equivalent: <c>x.mean((2, 3))</c>, or <c>nn.AdaptiveAvgPool2d(1)</c> and <c>nn.Flatten()</c>.</summary>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;

/// <summary>The sum of each channel's pixels: (N, C, H, W) → (N, C), as at the end of residual SNGAN discriminators. PyTorch equivalent:
/// <c>x.sum((2, 3))</c>.</summary>
public sealed class GlobalSumPoolAttribute : LayerAttribute;
