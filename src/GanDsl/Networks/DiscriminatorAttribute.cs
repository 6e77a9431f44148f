namespace GanDsl;

/// <summary>
/// Declares a discriminator D: samples of the given shape go through the layers that follow, in source order, and end in one logit ℓ a sample.
/// </summary>
/// <remarks>
/// D never ends in a sigmoid: objectives work on logits, where they are stable. D(x) = σ(ℓ).
/// <code>
/// [Discriminator(1, 28, 28)]
/// [Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
/// [Conv2d(128, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
/// [Flatten, Dense(1)]
/// public sealed partial class ClothingDiscriminator;
/// </code>
/// </remarks>
/// <param name="shape">The shape of one sample, without the batch: (features), or (channels, height, width).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DiscriminatorAttribute(params int[] shape) : Attribute
{
    /// <summary>The shape of one sample, without the batch.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>The backends to generate code for, among those the project references.</summary>
    public Backends Backends { get; init; } = Backends.All;
}
