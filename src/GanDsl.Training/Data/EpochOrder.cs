namespace GanDsl.Training;

/// <summary>
/// The order in which an epoch visits the samples: a function only of the seed and the epoch's number, so that a run can be repeated or resumed at any epoch.
/// </summary>
internal static class EpochOrder
{
    /// <returns>A permutation of 0 … <paramref name="count"/> − 1.</returns>
    public static int[] Shuffled(int count, long seed, int epoch)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;

        // Fisher-Yates by hand: the algorithm behind Random.Shuffle is not promised, and the numbers of a seeded Random have never changed.
        var random = new Random(Mix(seed, epoch));
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>A coin flip for a sample in an epoch.</summary>
    public static bool Coin(long seed, int epoch, int sample) => (Mix(unchecked(seed ^ (sample * 0x2545F4914F6CDD1DL)), epoch) & 1) == 1;

    /// <summary>Random numbers for a sample in an epoch.</summary>
    public static Random RandomOf(long seed, int epoch, int sample) => new(Mix(unchecked(seed ^ ((sample + 1L) * 0x1FB21C651E98DF25L)), epoch));

    // SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds and epochs give unrelated orders. Not HashCode: it differs from process to process.
    private static int Mix(long seed, int epoch)
    {
        unchecked
        {
            var z = (ulong)seed + (((ulong)epoch + 1) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)(z ^ (z >> 31));
        }
    }
}
