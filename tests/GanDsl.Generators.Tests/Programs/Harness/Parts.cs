using GanDsl.Generators.Programs;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Channels of samples put behind each other, and taken out again: each number is asked where it comes from.</summary>
internal static class Parts
{
    public static double[] Concat(double[][] values, IReadOnlyList<Extent> extents, int samples) =>
    [
        .. from sample in Enumerable.Range(0, samples)
           from part in values.Zip(extents)
           from at in Enumerable.Range(0, (int)part.Second.Elements)
           select part.First[(sample * (int)part.Second.Elements) + at],
    ];

    public static double[] Slice(double[] value, Extent extent, Extent part, int first) =>
    [
        .. value.Where((_, i) =>
        {
            var channel = i / extent.Pixels % extent.Channels;
            return channel >= first && channel < first + part.Channels;
        }),
    ];
}
