namespace GanDsl.Ilgpu;

/// <summary>The workspace of a network's pass, and what is where in it. Lengths count numbers; places of samples are times N.</summary>
/// <param name="FixedLength">What does not grow with the batch.</param>
/// <param name="LengthPerSample">What each sample of the batch adds.</param>
/// <param name="LargestPerSample">What each sample adds to the largest value.</param>
/// <param name="Input">Where the samples go.</param>
/// <param name="Output">Where the result will be.</param>
/// <param name="Labels">Where the labels go, as one-hot rows, in a network with classes.</param>
/// <param name="Sources">Where the sources go, in a network with a source.</param>
/// <param name="Heads">Where the heads' results will be, in a network with heads.</param>
public readonly record struct NetworkPass(
    long FixedLength,
    long LengthPerSample,
    long LargestPerSample,
    long Input,
    long Output,
    long Labels = 0,
    long Sources = 0,
    long[]? Heads = null);
