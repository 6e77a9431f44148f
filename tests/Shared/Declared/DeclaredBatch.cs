using static TorchSharp.torch;

namespace GanDsl.Declared;

/// <summary>What one call of a game's step is given and draws.</summary>
/// <param name="Reals">(N, sample shape…).</param>
/// <param name="Latents">(N, latent…), what this call's fakes are made from: noise, or the sources of a game of pairs.</param>
internal sealed record DeclaredBatch(Tensor Reals, Tensor Latents)
{
    /// <summary>What G's update is made from, where it draws again.</summary>
    public Tensor? GeneratorLatents { get; init; }

    /// <summary>The labels as numbers (N), in a game with classes.</summary>
    public Tensor? Labels { get; init; }

    /// <summary>(N, 1), the share of the reals where the gradient penalty looks.</summary>
    public Tensor? Interpolation { get; init; }

    /// <summary>As many numbers of U(0, 1) as the reals have, for DRAGAN.</summary>
    public Tensor? Perturbation { get; init; }

    /// <summary>What changes the reals, D's fakes and G's fakes, in float32: places are counted by it.</summary>
    public IReadOnlyList<Tensor>? Augmentation { get; init; }
}
