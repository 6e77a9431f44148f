namespace GanDsl;

/// <summary>
/// Declares a discriminator D: samples of the given shape go through the layers that follow, in source order, and end in one logit ℓ per sample, (N, 1), or in
/// one for each of its patches, (N, 1, height, width), or of the parts of a sequence, (N, 1, length), over which losses are means as over samples; penalties
/// use the gradient of their sum.
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

    /// <summary>
    /// How many classes the labels of a conditional network tell apart, at least 2. Its layers read a sample's label as <c>[From("label")]</c>, a one-hot row
    /// of (N, <c>Classes</c>), and the sample as <c>"sample"</c>; <c>Forward</c> then takes labels, too. Both players of a game have the same.
    /// </summary>
    public int Classes { get; init; }

    /// <summary>
    /// The shape of G's sources, without the batch, in a discriminator of pairs: pix2pix's sees a picture together with the one that it should be a translation
    /// of. Its layers read that as <c>[Concat("source")]</c> or <c>[From("source")]</c>, and the sample as <c>"sample"</c>; <c>Forward</c> then takes sources,
    /// too. It is G's input.
    /// </summary>
    public int[]? Source { get; init; }

    /// <summary>The backends to generate code for, among those the project references.</summary>
    public Backends Backends { get; init; } = Backends.All;
}
