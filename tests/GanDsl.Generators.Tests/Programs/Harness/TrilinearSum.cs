using System.Collections.Concurrent;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Σ small · large · weight, from its definition: every product of the sum is visited, and given to the side that is asked for.</summary>
internal static class TrilinearSum
{
    // Central differences take the same sum thousands of times; a list of its products is walked much faster than they are found.
    private static readonly ConcurrentDictionary<Trilinear, (int Small, int Large, int Weight)[]> Products = [];

    /// <summary>How many numbers a side has for so many samples.</summary>
    public static long Length(Trilinear form, Side side, int samples) =>
        side == Side.Weight ? form.Extent(side, 0).Elements : samples * form.Extent(side, 1).Elements;

    /// <param name="form">The form.</param>
    /// <param name="gives">The side that is asked for.</param>
    /// <param name="first">The first of the other two, in the order of <see cref="Trilinear.Others"/>.</param>
    /// <param name="second">The second.</param>
    /// <param name="samples">How many samples small and large have.</param>
    public static double[] Of(Trilinear form, Side gives, double[] first, double[] second, int samples)
    {
        var result = new double[Length(form, gives, samples)];
        var (ofSmall, ofLarge) = ((int)Length(form, Side.Small, 1), (int)Length(form, Side.Large, 1));
        var products = Products.GetOrAdd(form, OfOneSample);
        for (var n = 0; n < samples; n++)
        {
            var (s, l) = (n * ofSmall, n * ofLarge);
            switch (gives)
            {
                case Side.Small:
                    foreach (var (small, large, weight) in products) result[s + small] += first[l + large] * second[weight];
                    break;
                case Side.Large:
                    foreach (var (small, large, weight) in products) result[l + large] += first[s + small] * second[weight];
                    break;
                default:
                    foreach (var (small, large, weight) in products) result[weight] += first[s + small] * second[l + large];
                    break;
            }
        }

        return result;
    }

    private static (int Small, int Large, int Weight)[] OfOneSample(Trilinear form)
    {
        var products = new List<(int, int, int)>();
        if (form is Trilinear.Linear linear) Visit(linear, (small, large, weight) => products.Add((small, large, weight)));
        else Visit((Trilinear.Convolution)form, (small, large, weight) => products.Add((small, large, weight)));
        return [.. products];
    }

    private static void Visit(Trilinear.Linear form, Action<int, int, int> add)
    {
        for (var o = 0; o < form.Outputs; o++)
        {
            for (var i = 0; i < form.Inputs; i++) add(o, i, (o * form.Inputs) + i);
        }
    }

    private static void Visit(Trilinear.Convolution form, Action<int, int, int> add)
    {
        var (large, small, window) = (form.Large, form.Small, form.Window);
        var (inGroup, outGroup) = (large.Channels / window.Groups, small.Channels / window.Groups);
        for (var s = 0; s < small.Channels; s++)
        {
            for (var y = 0; y < small.Height; y++)
            {
                for (var x = 0; x < small.Width; x++)
                {
                    for (var l = 0; l < inGroup; l++) Pixel(s, y, x, l);
                }
            }
        }

        void Pixel(int s, int y, int x, int l)
        {
            for (var i = 0; i < window.Kernel.Height; i++)
            {
                for (var j = 0; j < window.Kernel.Width; j++)
                {
                    var row = (y * window.Stride.Height) - window.Padding.Height + (i * window.Dilation.Height);
                    var column = (x * window.Stride.Width) - window.Padding.Width + (j * window.Dilation.Width);
                    if (row < 0 || row >= large.Height || column < 0 || column >= large.Width) continue;
                    var channel = (s / outGroup * inGroup) + l;
                    add(At(small, s, y, x), At(large, channel, row, column), (((((s * inGroup) + l) * window.Kernel.Height) + i) * window.Kernel.Width) + j);
                }
            }
        }
    }

    private static int At(Shape shape, int channel, int row, int column) => (((channel * shape.Height) + row) * shape.Width) + column;
}
