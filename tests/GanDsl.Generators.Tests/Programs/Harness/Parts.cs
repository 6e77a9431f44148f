using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Channels of samples put behind each other, and taken out again: each number is asked where it comes from.</summary>
internal static class Parts
{
    public static double[] Concat(double[][] values, IReadOnlyList<Extent> extents, int samples) =>
    [
        .. from sample in Enumerable.Range(0, samples)
           from part in values.PairedWith(extents)
           from at in Enumerable.Range(0, (int)part.Second.Elements)
           select part.First[(sample * (int)part.Second.Elements) + at],
    ];

    public static double[] Slice(double[] value, Extent extent, Extent part, int first)
    {
        var (pixels, channels, end) = (extent.Pixels, extent.Channels, first + part.Channels);
        return [.. value.Where((_, i) => i / pixels % channels is var channel && channel >= first && channel < end)];
    }

    /// <summary>Samples as arrays of some dimensions, turned: the output's index in dimension i is the input's in dimension order[i].</summary>
    public static double[] Permute(double[] values, int[] dimensions, int[] order)
    {
        var elements = dimensions.Aggregate(1, (product, size) => product * size);
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var index = new int[dimensions.Length];
            for (var (d, rest) = (dimensions.Length - 1, i % elements); d >= 0; rest /= dimensions[d--]) index[d] = rest % dimensions[d];
            result[(i / elements * elements) + order.Aggregate(0, (at, from) => (at * dimensions[from]) + index[from])] = values[i];
        }

        return result;
    }

    /// <summary>Each number as the mean of those of its group's samples.</summary>
    public static double[] GroupMean(double[] values, int samples, int most)
    {
        var group = Enumerable.Range(1, Math.Min(samples, most)).Last(size => samples % size == 0);
        var (width, groups) = (values.Length / samples, samples / group);
        return [.. values.Select((_, i) =>
            Enumerable.Range(0, samples).Where(sample => sample % groups == i / width % groups).Average(sample => values[(sample * width) + (i % width)]))];
    }

    /// <summary>Products of matrices, each sample's own.</summary>
    public static double[] BatchMatMul(double[] first, double[] second, Operation.BatchMatMul product)
    {
        var (rows, inner, columns) = (product.Rows, product.Inner, product.Columns);
        return
        [
            .. from sample in Enumerable.Range(0, first.Length / rows / inner)
               from row in Enumerable.Range(0, rows)
               from column in Enumerable.Range(0, columns)
               select Enumerable.Range(0, inner).Sum(k =>
                   first[(sample * rows * inner) + (product.TransposesFirst ? (k * rows) + row : (row * inner) + k)]
                   * second[(sample * inner * columns) + (product.TransposesSecond ? (column * inner) + k : (k * columns) + column)]),
        ];
    }
}
