namespace GanDsl;

/// <summary>
/// Looks labels up in a learned table: y = W[label], of (N, classes) one-hot rows → (N, features). It follows <c>[From("label")]</c> in a network with
/// <c>Classes</c>. W is drawn from N(0, 1). PyTorch equivalent: <c>nn.Embedding(classes, features)</c>.
/// </summary>
/// <remarks>
/// A conditional generator by concatenation, as Mirza and Osindero 2014 have it:
/// <code>
/// [Generator(latent: 100, Classes = 10)]
/// [From("label"), Embedding(10), Concat("latent")]
/// [Dense(128), LeakyReLU(0.2), Dense(784), Tanh]
/// </code>
/// </remarks>
/// <param name="features">The width of the output, at least 1.</param>
public sealed class EmbeddingAttribute(int features) : LayerAttribute
{
    /// <summary>The width of the output.</summary>
    public int Features { get; } = features;
}

/// <summary>
/// The labels as one-hot rows: (N, classes), 1 at each label and 0 elsewhere. It follows <c>[From("label")]</c> in a network with <c>Classes</c>, where labels
/// are already such rows: it documents that, and costs nothing. PyTorch equivalent: <c>functional.one_hot(labels, classes).float()</c>.
/// </summary>
public sealed class OneHotAttribute : LayerAttribute;
