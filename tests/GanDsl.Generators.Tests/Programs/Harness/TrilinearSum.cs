using GanDsl.Generators.Layers;
using GanDsl.Generators.Programs;

namespace GanDsl.Generators.Tests.Programs.Harness;

/// <summary>Σ small · large · weight, from its definition: every product of the sum is visited, and given to the side that is asked for.</summary>
internal static class TrilinearSum
{
    /// <summary>How many numbers a side has for so many samples.</summary>
    public static long Length(Trilinear form, Side side, int samples) => side == Side.Weight ? form.Extent(side, 0).Elements : samples * form.Extent(side, 1).Elements;

    /// <param name="form">The form.</param>
    /// <param name="gives">The side that is asked for.</param>
    /// <param name="first">The first of the other two, in the order of <see cref="Trilinear.Others"/>.</param>
    /// <param name="second">The second.</param>
    /// <param name="samples">How many samples small and large have.</param>
    public static double[] Of(Trilinear form, Side gives, double[] first, double[] second, int samples)
    {
        var result = new double[Length(form, gives, samples)];
        Action<int, int, int> add = gives switch
        {
            Side.Small => (small, large, weight) => result[small] += first[large] * second[weight],
            Side.Large => (small, large, weight) => result[large] += first[small] * second[weight],
            _ => (small, large, weight) => result[weight] += first[small] * second[large],
        };
        for (var n = 0; n < samples; n++)
        {
            if (form is Trilinear.Linear linear) Visit(linear, n, add);
            else Visit((Trilinear.Convolution)form, n, add);
        }

        return result;
    }

    private static void Visit(Trilinear.Linear form, int n, Action<int, int, int> add)
    {
        for (var o = 0; o < form.Outputs; o++)
        {
            for (var i = 0; i < form.Inputs; i++) add((n * form.Outputs) + o, (n * form.Inputs) + i, (o * form.Inputs) + i);
        }
    }

    private static void Visit(Trilinear.Convolution form, int n, Action<int, int, int> add)
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
                    add(At(small, n, s, y, x), At(large, n, channel, row, column), (((((s * inGroup) + l) * window.Kernel.Height) + i) * window.Kernel.Width) + j);
                }
            }
        }
    }

    private static int At(Shape shape, int n, int channel, int row, int column) => (((((n * shape.Channels) + channel) * shape.Height) + row) * shape.Width) + column;
}
