namespace GanDsl;

/// <summary>
/// A discriminator's last layer, with the label as an inner product (Miyato and Koyama 2018): y = w · h + b + ⟨E[label], h⟩, of (N, features) → (N, 1). It
/// reads <c>"label"</c>, so it needs a network with <c>Classes</c>. PyTorch has no module for it: it is <c>nn.Linear(features, 1)</c> and
/// <c>nn.Embedding(classes, features)</c>.
/// </summary>
/// <remarks>
/// The state holds weight (1, features), bias (1) and embedding (classes, features), the first two drawn as Linear's, the last from N(0, 1). [SpectralNorm]
/// normalises weight and embedding, each under its own name: weight_orig, embedding_orig.
/// <code>
/// [Discriminator(3, 32, 32, Classes = 10), SpectralNorm]
/// [Conv2d(64, kernel: 4, stride: 2, padding: 1), ReLU, GlobalSumPool]
/// [ProjectionHead]
/// </code>
/// </remarks>
public sealed class ProjectionHeadAttribute : LayerAttribute;
