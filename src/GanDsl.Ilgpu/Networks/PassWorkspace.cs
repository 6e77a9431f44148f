namespace GanDsl.Ilgpu;

/// <summary>How much memory a list of launches works in, in numbers.</summary>
/// <param name="fixedLength">What does not grow with the batch.</param>
/// <param name="lengthPerSample">What each sample of the batch adds.</param>
public readonly struct PassWorkspace(long fixedLength, long lengthPerSample)
{
    /// <summary>What does not grow with the batch.</summary>
    public long FixedLength { get; } = fixedLength;

    /// <summary>What each sample of the batch adds.</summary>
    public long LengthPerSample { get; } = lengthPerSample;

    /// <summary>The length for N samples.</summary>
    public long For(int count) => FixedLength + (count * LengthPerSample);
}
