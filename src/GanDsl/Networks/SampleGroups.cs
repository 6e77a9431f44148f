namespace GanDsl;

/// <summary>The groups of samples that a layer takes together, the same on every backend.</summary>
public static class SampleGroups
{
    /// <summary>How many samples a group has: the largest divisor of their number that is at most <paramref name="most"/>.</summary>
    /// <param name="samples">How many samples there are, at least 1.</param>
    /// <param name="most">The largest size of a group, at least 1.</param>
    public static int Size(int samples, int most)
    {
        var size = Math.Min(samples, most);
        while (samples % size != 0) size--;
        return size;
    }
}
