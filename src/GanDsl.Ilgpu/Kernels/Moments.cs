namespace GanDsl.Ilgpu.Kernels;

/// <summary>How many numbers there are, their mean, and the sum of their squared deviations from it.</summary>
internal readonly struct Moments(int count, float mean, float deviations)
{
    public int Count { get; } = count;

    public float Mean { get; } = mean;

    public float Deviations { get; } = deviations;

    /// <summary>The moments of both sets of numbers together (Chan, Golub and LeVeque 1979); the other one is not empty.</summary>
    public Moments And(Moments other)
    {
        var difference = other.Mean - Mean;
        var share = (float)other.Count / (Count + other.Count);
        return new(Count + other.Count, Mean + (difference * share), Deviations + other.Deviations + (difference * difference * share * Count));
    }
}
