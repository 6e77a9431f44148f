namespace GanDsl.Ilgpu;

/// <summary>The workspace of a list of launches, in numbers.</summary>
/// <param name="fixedLength">What does not grow with the batch.</param>
/// <param name="lengthPerSample">What each sample of the batch adds.</param>
/// <param name="largestPerSample">What each sample adds to the largest value.</param>
public readonly struct PassWorkspace(long fixedLength, long lengthPerSample, long largestPerSample)
{
    /// <summary>What does not grow with the batch.</summary>
    public long FixedLength { get; } = fixedLength;

    /// <summary>The length for N samples.</summary>
    /// <exception cref="DeviceException">A value would have more elements than kernels can number.</exception>
    public long For(int count)
    {
        DeviceMemory.Elements("the largest value of a batch of this size", count, largestPerSample);
        return FixedLength + (count * lengthPerSample);
    }
}
