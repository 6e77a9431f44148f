using System.Globalization;

namespace GanDsl.Ilgpu;

/// <summary>Whether a batch is large enough to train on.</summary>
internal static class BatchSizes
{
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Check(int count, int least, string parameter)
    {
        if (count >= least) return;
        throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A batch of {count} is too small to train on: BatchNorm needs more than one value per channel; pass at least {least} samples."),
            parameter);
    }
}
