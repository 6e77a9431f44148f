namespace GanDsl;

/// <summary>
/// A game on any backend: what generated classes such as <c>ClothingGan.Torch</c> share. Samples are in host memory, row by row.
/// Samples are made from noise, from noise and labels, or from sources: a game supports the calls of its own kind, and throws in the others.
/// </summary>
public interface IGan : IDisposable
{
    /// <summary>The game's device, for people: <c>libtorch on cpu</c>, <c>NVIDIA H100 (CUDA)</c>.</summary>
    string DeviceName { get; }

    /// <summary>
    /// <see cref="DeviceName"/> and what is known about the device's arithmetic, for people: on libtorch, whether its float32 convolutions are right on this
    /// processor, or channels are padded to make them correct. The first call may take some milliseconds.
    /// </summary>
    string DeviceSummary => DeviceName;

    /// <summary>The description of the game, for people to read; null if there is none.</summary>
    GanDescription? Description => null;

    /// <summary>How many numbers of noise one sample is made from.</summary>
    int Latent { get; }

    /// <summary>The shape of one sample, without the batch.</summary>
    IReadOnlyList<int> SampleShape { get; }

    /// <summary>How many times <see cref="Step(ReadOnlySpan{float})"/> was called.</summary>
    long Steps { get; }

    /// <summary>How many classes the labels of a game with classes tell apart; 0 in a game without.</summary>
    int Classes => 0;

    /// <summary>One call of the min-max step: updates D and, in every k-th call, G.</summary>
    /// <param name="reals">A whole number of samples, at least one.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or is 0.</exception>
    /// <exception cref="InvalidOperationException">
    /// The game has classes: each real needs its label; or it is one of pairs: each real needs its source.
    /// </exception>
    void Step(ReadOnlySpan<float> reals) => throw (TakesSources ? PairErrors.NoSources() : LabelErrors.NoLabels(nameof(Step), Classes));

    /// <summary>One call of the min-max step in a game with classes: the fakes are made for the labels of the reals.</summary>
    /// <param name="reals">A whole number of samples, at least one.</param>
    /// <param name="labels">The label of each, from 0 to <see cref="Classes"/> − 1.</param>
    /// <exception cref="ArgumentException">
    /// The length is not a whole number of samples, or is 0; there are not as many labels; or one is out of range.
    /// </exception>
    /// <exception cref="InvalidOperationException">The game has no classes.</exception>
    void Step(ReadOnlySpan<float> reals, ReadOnlySpan<int> labels) => throw LabelErrors.NoClasses(nameof(Step));

    /// <summary>
    /// Whether samples are made from sources that come with the reals, not from noise: <see cref="Latent"/> is then how many numbers a source has.
    /// </summary>
    bool TakesSources => false;

    /// <summary>The shape of one source, without the batch, in a game of pairs; empty where there are none, or only their count is known.</summary>
    IReadOnlyList<int> SourceShape => [];

    /// <summary>One call of the min-max step in a game of pairs: the fakes are made from the sources of the reals.</summary>
    /// <param name="reals">A whole number of samples, at least one.</param>
    /// <param name="sources">The source of each.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or is 0; or there are not as many sources.</exception>
    /// <exception cref="InvalidOperationException">The game makes samples from noise.</exception>
    void StepPairs(ReadOnlySpan<float> reals, ReadOnlySpan<float> sources) => throw PairErrors.NoPairs();

    /// <summary>The report of the last step. Waits for the device.</summary>
    /// <exception cref="InvalidOperationException">No step was taken yet.</exception>
    StepReport Report();

    /// <summary>Draws latents from the game's own random numbers.</summary>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <returns><paramref name="count"/> × <see cref="Latent"/> numbers of N(0, 1).</returns>
    /// <exception cref="InvalidOperationException">The game makes samples from sources.</exception>
    float[] Noise(int count) => throw PairErrors.NoSources();

    /// <summary>Samples of G in eval mode; of its average, in a game with <see cref="EmaAttribute"/>.</summary>
    /// <param name="latents">A whole number of latents, at least one; in a game of pairs, of sources.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of latents, or is 0.</exception>
    /// <exception cref="InvalidOperationException">The game has classes: each latent needs a label.</exception>
    float[] Sample(ReadOnlySpan<float> latents) => throw LabelErrors.NoLabels(nameof(Sample), Classes);

    /// <summary>Samples of G in eval mode, in a game with classes; of its average, in a game with <see cref="EmaAttribute"/>.</summary>
    /// <param name="latents">A whole number of latents, at least one.</param>
    /// <param name="labels">The label that each sample is made for, from 0 to <see cref="Classes"/> − 1.</param>
    /// <exception cref="ArgumentException">
    /// The length is not a whole number of latents, or is 0; there are not as many labels; or one is out of range.
    /// </exception>
    /// <exception cref="InvalidOperationException">The game has no classes.</exception>
    float[] Sample(ReadOnlySpan<float> latents, ReadOnlySpan<int> labels) => throw LabelErrors.NoClasses(nameof(Sample));

    /// <summary>G's parameters and buffers, named and laid out as torch.nn.Sequential's.</summary>
    IReadOnlyList<NamedTensor> GeneratorState();

    /// <summary>The same for G's average; null in a game without <see cref="EmaAttribute"/>.</summary>
    IReadOnlyList<NamedTensor>? AverageGeneratorState() => null;

    /// <summary>D's parameters and buffers, named and laid out as torch.nn.Sequential's.</summary>
    IReadOnlyList<NamedTensor> DiscriminatorState();

    /// <summary>The factor of every declared learning rate, from the next step on; 1 at first, and part of the state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 0, or to NaN.</exception>
    double LearningRateScale { get; set; }

    /// <summary>
    /// Everything that later steps depend on, in host memory: <c>generator.…</c>, <c>discriminator.…</c> and <c>average.…</c> as in the players' own states,
    /// <c>generator_optimizer.…</c> and <c>discriminator_optimizer.…</c>, <c>game.…</c>, <c>report.…</c> (the result of <see cref="Report"/>) and
    /// <c>random.…</c>. Waits for the device.
    /// </summary>
    /// <remarks>
    /// A game that loads this continues as this one does, bit for bit on the same device and, on a CPU, with as many threads: the rounding of libtorch's matrix
    /// products depends on how they are split. The declaration is not part of it: learning rates, objectives and schedules are those of the game that loads it.
    /// </remarks>
    IReadOnlyList<NamedTensor> State();

    /// <summary>
    /// Whether all of <see cref="State"/> are numbers, none of them NaN or infinite. Waits for the device, and is cheaper than reading the state.
    /// </summary>
    bool IsFinite() => GameState.IsFinite(State());

    /// <summary>Loads the state of another game of the same architecture and optimisers; nothing is changed where a tensor does not fit.</summary>
    /// <remarks>
    /// A state without <c>random.…</c> keeps this game's random numbers, which is how a game continues on another backend; after one without <c>report.…</c>
    /// there is nothing to report about players that were not updated since.
    /// </remarks>
    /// <param name="state">The result of <see cref="State"/>, in any order.</param>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, or of another shape or kind, or the random numbers are another backend's.</exception>
    void Load(IReadOnlyList<NamedTensor> state);
}
