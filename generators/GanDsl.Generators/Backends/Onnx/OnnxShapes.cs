using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Backends.Onnx;

/// <summary>The shapes that ONNX broadcasts operands from, for the ways in which expressions read them.</summary>
internal static class OnnxShapes
{
    /// <summary>A value's own shape; −1 is its batch.</summary>
    public static int[] Of(Extent extent) => extent.Batches == 0 ? [.. extent.Dimensions] : [-1, .. extent.Dimensions];

    /// <summary>A value's own shape, with a batch of one where it has none.</summary>
    public static int[] Batched(Extent extent) => [extent.Batches == 0 ? 1 : -1, .. extent.Dimensions];

    /// <summary>The shape of an operand that broadcasts it as it is read; null where no broadcasting does that.</summary>
    public static int[]? Read(Reading reading, Extent around) => reading.Kind switch
    {
        ReadingKind.Full => Of(around),
        ReadingKind.Single => [1],
        ReadingKind.Channel => Channel(around, reading.Channels, reading.Pixels),
        _ => Sample(around, reading.Pixels),
    };

    /// <summary>
    /// For an operand that is read by groups of neighbours within a dimension (statistics of groups of channels): its shape in groups, how many members a group
    /// has, and the shape to broadcast from once each number is repeated for every member; null where it is not read so.
    /// </summary>
    public static (int[] Numbers, int Members, int[] Whole)? Groups(Reading reading, Extent around)
    {
        if (reading.Kind != ReadingKind.Sample) return null;
        var (k, product) = (around.Dimensions.Count, 1);
        while (k > 0 && product * around.Dimensions[k - 1] <= reading.Pixels) product *= around.Dimensions[--k];
        if (k == 0 || reading.Pixels % product != 0) return null;
        var (size, members) = (around.Dimensions[k - 1], reading.Pixels / product);
        if (size % members != 0) return null;
        int[] before = [.. around.Batches == 0 ? Enumerable.Empty<int>() : [-1], .. around.Dimensions.Take(k - 1)];
        return ([.. before, size / members], members, [.. before, size, .. Ones(around.Dimensions.Count - k)]);
    }

    // Dimensions i to k count the channels, those after k the pixels.
    private static int[]? Channel(Extent around, int channels, int pixels)
    {
        var dimensions = around.Dimensions;
        if (Split(around, pixels) is not { } k) return null;
        for (var (i, product) = (k, 1); i >= 0; i--)
        {
            if (product == channels) return [.. dimensions.Skip(i).Take(k - i), .. Ones(dimensions.Count - k)];
            if (i > 0) product *= dimensions[i - 1];
        }

        return null;
    }

    private static int[]? Sample(Extent around, int pixels)
    {
        if (Split(around, pixels) is not { } k) return null;
        int[] read = [.. around.Dimensions.Take(k), .. Ones(around.Dimensions.Count - k)];
        return around.Batches == 0 ? read : [-1, .. read];
    }

    /// <summary>The dimension from which on there are that many elements.</summary>
    private static int? Split(Extent around, int pixels)
    {
        var (k, product) = (around.Dimensions.Count, 1);
        while (product != pixels && k > 0) product *= around.Dimensions[--k];
        return product == pixels ? k : null;
    }

    private static IEnumerable<int> Ones(int count) => Enumerable.Repeat(1, count);
}
