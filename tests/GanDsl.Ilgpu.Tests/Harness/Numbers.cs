namespace GanDsl.Ilgpu.Tests;

/// <summary>Numbers to compute with, and how near results must be.</summary>
internal static class Numbers
{
    /// <summary>Normal numbers, other ones for another seed.</summary>
    public static float[] Normal(int count, int seed, double mean = 0, double std = 1)
    {
        var values = new float[count];
        new IlgpuRandom(seed).FillNormal(values, mean, std);
        return values;
    }

    /// <summary>Asserts |actual − expected| ≤ relative · |expected| + absolute for every number.</summary>
    public static void Near(IReadOnlyList<double> expected, IReadOnlyList<float> actual, double relative, double absolute = 0)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var bound = (relative * Math.Abs(expected[i])) + absolute;
            Assert.True(Math.Abs(actual[i] - expected[i]) <= bound, $"element {i}: {actual[i]:g9} instead of {expected[i]:g9}, more than {bound:g3} off");
        }
    }

    /// <summary>Asserts that floats are the same bits.</summary>
    public static void Same(float[] expected, float[] actual) =>
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), actual.Select(BitConverter.SingleToInt32Bits));
}
