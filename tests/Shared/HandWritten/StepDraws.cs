using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>All that one step is given, in place of what it would draw; a game reads what it needs.</summary>
/// <param name="Reals">(N, sample shape…).</param>
/// <param name="Latents">(N, latent shape…), what the step's fakes are made from; in games of pairs the sources.</param>
/// <param name="GeneratorLatents">(N, latent shape…), what G's update is made from if the game wants fresh noise.</param>
/// <param name="Interpolation">(N, 1), the share of the reals where a gradient penalty looks.</param>
/// <param name="Perturbation">As many numbers of U(0, 1) as the reals have, for DRAGAN.</param>
public sealed record StepDraws(Tensor Reals, Tensor Latents, Tensor GeneratorLatents, Tensor Interpolation, Tensor Perturbation)
{
    /// <summary>What changes the reals, D's fakes and G's fakes: (N, draws) each.</summary>
    public IReadOnlyList<Tensor> Augmentations { get; init; } = [];

    /// <summary>The labels as numbers (N), in games with classes that are given them.</summary>
    public Tensor? Labels { get; init; }

    /// <summary>Every tensor of it.</summary>
    public IEnumerable<Tensor> All =>
        [Reals, Latents, GeneratorLatents, Interpolation, Perturbation, .. Augmentations, .. Labels is null ? Array.Empty<Tensor>() : [Labels]];

    /// <summary>
    /// What a generated step's parameter of this name is given; nothing where a step draws no such thing, as for labels, which are not numbers.
    /// </summary>
    public Tensor? Of(string parameter) => parameter switch
    {
        "reals" => Reals,
        "latents" or "sources" => Latents,
        "generatorLatents" => GeneratorLatents,
        "interpolation" => Interpolation,
        "perturbation" => Perturbation,
        "realAugmentation" => Augmentations[0],
        "fakeAugmentation" => Augmentations[1],
        "generatorAugmentation" => Augmentations[2],
        _ => null,
    };

    /// <summary>The same numbers in another precision.</summary>
    public StepDraws To(ScalarType type) => Each(drawn => drawn.is_floating_point() ? drawn.to(type) : drawn);

    /// <summary>The same samples in another order.</summary>
    public StepDraws Ordered(Tensor order) => Each(drawn => drawn.index_select(0, order));

    private StepDraws Each(Func<Tensor, Tensor> make) =>
        new(make(Reals), make(Latents), make(GeneratorLatents), make(Interpolation), make(Perturbation))
        {
            // Places are counted by these, in float32 everywhere.
            Augmentations = [.. Augmentations.Select(drawn => make(drawn).to(ScalarType.Float32))],
            Labels = Labels is null ? null : make(Labels),
        };
}
