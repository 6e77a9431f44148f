namespace GanDsl.Ilgpu;

/// <summary>A step's workspace, and where its inputs are. Offsets of samples are times N.</summary>
/// <param name="FixedLength">What does not grow with the batch.</param>
/// <param name="LengthPerSample">What each sample of the batch adds.</param>
/// <param name="LargestPerSample">What each sample adds to the largest value.</param>
/// <param name="Launches">How many launches a step that updates both players is, with every penalty, not counting those that draw noise.</param>
/// <param name="LeastBatch">The smallest batch that the players can train on.</param>
/// <param name="Reals">Where the reals go.</param>
/// <param name="Latents">Where the latents of D's fakes go.</param>
/// <param name="GeneratorLatents">Where the latents of G's fakes go; null where the fakes are reused.</param>
/// <param name="Interpolation">Where the ε of mixed samples go; null where none are mixed.</param>
/// <param name="Perturbation">Where the noise around the reals goes; null where none is added.</param>
/// <param name="Labels">Where the labels go, as one-hot rows; null in a game without.</param>
/// <param name="Augmentation">Where the draws of augmentations go; null in a game without.</param>
public readonly record struct StepWorkspace(
    long FixedLength,
    long LengthPerSample,
    long LargestPerSample,
    int Launches,
    int LeastBatch,
    long Reals,
    long Latents,
    long? GeneratorLatents = null,
    long? Interpolation = null,
    long? Perturbation = null,
    long? Labels = null,
    AugmentationPlaces? Augmentation = null);

/// <summary>Where the draws that change the pictures that D sees go. Offsets are times N.</summary>
/// <param name="Reals">Where the reals' draws go.</param>
/// <param name="Fakes">Where those of the fakes that D learns from go.</param>
/// <param name="GeneratorFakes">Where those of the fakes that G learns from go; null where both learn from one pass.</param>
public readonly record struct AugmentationPlaces(long Reals, long Fakes, long? GeneratorFakes);
