namespace GanDsl.Ilgpu;

/// <summary>The memory that a step works in, and where in it the step finds what it is given. Offsets of samples are times N.</summary>
/// <param name="FixedLength">What does not grow with the batch.</param>
/// <param name="LengthPerSample">What each sample of the batch adds.</param>
/// <param name="LargestPerSample">What each sample adds to the largest value.</param>
/// <param name="Reals">Where the reals are wanted.</param>
/// <param name="Latents">Where the latents of D's fakes are wanted.</param>
/// <param name="GeneratorLatents">Where the latents of G's fakes are wanted; null where the fakes are reused.</param>
/// <param name="Interpolation">Where the shares of the reals in mixed samples are wanted; null where none are mixed.</param>
/// <param name="Perturbation">Where the noise around the reals is wanted; null where none is added.</param>
/// <param name="LeastBatch">The smallest batch that the players can train on.</param>
/// <param name="Labels">Where the labels are wanted, as one-hot rows; null in a game without.</param>
/// <param name="Augmentation">Where the draws of augmentations are wanted; null in a game without.</param>
public readonly record struct StepWorkspace(long FixedLength, long LengthPerSample, long LargestPerSample, long Reals, long Latents, long? GeneratorLatents, long? Interpolation, long? Perturbation, int LeastBatch, long? Labels = null, AugmentationPlaces? Augmentation = null);

/// <summary>Where a step finds what changes the pictures that D sees. Offsets are times N.</summary>
/// <param name="Reals">Where the reals' draws are wanted.</param>
/// <param name="Fakes">Where those of the fakes are wanted that D learns from.</param>
/// <param name="GeneratorFakes">Where those of the fakes are wanted that G learns from; null where both learn from one pass.</param>
public readonly record struct AugmentationPlaces(long Reals, long Fakes, long? GeneratorFakes);
