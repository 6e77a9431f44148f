namespace GanDsl;

/// <summary>
/// Declares a generator G: latents z ~ N(0, I) of shape (N, <c>latent</c>) go through the layers that follow, in source order. Latents may be pictures,
/// (channels, height, width): then G maps pictures to pictures, and a game's Step takes them together with the reals.
/// </summary>
/// <remarks>
/// The class must be partial, and all its layers must be on this one declaration.
/// <code>
/// [Generator(latent: 100)]
/// [Dense(7 * 7 * 128), BatchNorm, ReLU]
/// [Reshape(128, 7, 7)]
/// [ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
/// [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
/// public sealed partial class ClothingGenerator;
/// </code>
/// </remarks>
/// <param name="latent">How many numbers of noise one sample is made from, or the shape of its source; at least 1 each.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GeneratorAttribute(params int[] latent) : Attribute
{
    /// <summary>The shape of one sample's noise or source: one number where it is noise.</summary>
    public IReadOnlyList<int> Latent { get; } = latent;

    /// <summary>
    /// How many classes the labels of a conditional network tell apart, at least 2. Its layers read a sample's label as <c>[From("label")]</c>, a one-hot row
    /// of (N, <c>Classes</c>), and the latents as <c>"latent"</c>; <c>Forward</c> then takes labels, too. Both players of a game have the same, except where D
    /// predicts the labels: <see cref="AuxiliaryClassifierAttribute"/>.
    /// </summary>
    public int Classes { get; init; }

    /// <summary>The backends to generate code for, among those the project references.</summary>
    public Backends Backends { get; init; } = Backends.All;
}
