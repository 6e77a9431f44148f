using static TorchSharp.torch;

namespace GanDsl.HandWritten;

/// <summary>
/// The pipeline "bgc" of Karras et al. 2020 and its p, a picture at a time, in float64: matrices of homogeneous coordinates multiplied one by one, and pictures
/// through a dense matrix of weights. What generated code does to batches must agree with it. Draws are given, of each change whether it happens and by how
/// much.
/// </summary>
/// <param name="Blit">Whether pictures are mirrored, turned by quarters and moved by whole pixels.</param>
/// <param name="Geometry">Whether they are scaled, turned, stretched and moved.</param>
/// <param name="Color">Whether colours change.</param>
/// <param name="Target">Where p stays.</param>
/// <param name="Every">In every how many of D's updates p moves.</param>
/// <param name="Images">After how many reals p has gone from 0 to 1.</param>
/// <param name="Threshold">Above it D calls a sample real.</param>
public sealed record PlainAda(
    bool Blit = true, bool Geometry = true, bool Color = true, double Target = 0.6, int Every = 4, int Images = 500_000, double Threshold = 0)
{
    private readonly List<double> signs = [];
    private long reals;
    private int batches;

    /// <summary>The probability.</summary>
    public double P { get; set; }

    public Tensor Apply(Tensor pictures, Tensor draws) =>
        stack([.. Enumerable.Range(0, (int)pictures.shape[0])
            .Select(i => Picture(pictures[i], Array.ConvertAll(draws[i].data<float>().ToArray(), u => (double)u)))]);

    /// <summary>Lets D's logits on the reals of a batch in.</summary>
    public void Follow(Tensor onReals)
    {
        signs.AddRange(onReals.flatten().to(ScalarType.Float64).data<double>().ToArray().Select(logit => logit > Threshold ? 1.0 : -1.0));
        reals += onReals.shape[0];
        if (++batches < Every) return;
        P = Math.Clamp(P + (Math.Sign(signs.Average() - Target) * (double)reals / Images), 0, 1);
        signs.Clear();
        (reals, batches) = (0, 0);
    }

    private Tensor Picture(Tensor picture, double[] u)
    {
        var (channels, height, width) = ((int)picture.shape[0], (int)picture.shape[1], (int)picture.shape[2]);
        if (Blit || Geometry)
        {
            using var weights = tensor(Weights(Inverse(u, height, width), height, width), [(long)height * width, (long)height * width], picture.dtype);
            picture = picture.reshape(channels, -1).matmul(weights.t()).reshape(channels, height, width);
        }

        if (!Color) return picture;
        var c = Colors(u, channels);
        if (channels == 1)
        {
            // As the authors do: the mean of the rows, and the sum of what stands before the three channels.
            var (scale, offset) = (0.0, 0.0);
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++) scale += c[i, j] / 3;
                offset += c[i, 3] / 3;
            }

            return (picture * scale) + offset;
        }

        return stack([.. Enumerable.Range(0, 3).Select(i => (picture[0] * c[i, 0]) + (picture[1] * c[i, 1]) + (picture[2] * c[i, 2]) + c[i, 3])]);
    }

    // Where output pixels are read, in pixels from the centre.
    private double[,] Inverse(double[] u, int height, int width)
    {
        double[,] inverse = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        if (Blit)
        {
            if (u[0] < P) Then(Scale(1 - (2 * Math.Floor(2 * u[1])), 1));
            if (u[2] < P) Then(Turn(Math.PI / 2 * Math.Floor(4 * u[3])));
            if (u[4] < P) Then(Update(-Math.Round(((u[5] * 2) - 1) * 0.125 * width), -Math.Round(((u[6] * 2) - 1) * 0.125 * height)));
        }

        if (Geometry)
        {
            var turns = 1 - Math.Sqrt(1 - P);
            var s = Math.Pow(2, 0.2 * Normals(u, 8).First);
            if (u[7] < P) Then(Scale(1 / s, 1 / s));
            if (u[10] < turns) Then(Turn(((u[11] * 2) - 1) * Math.PI));
            var a = Math.Pow(2, 0.2 * Normals(u, 8).Second);
            if (u[12] < P) Then(Scale(1 / a, a));
            if (u[13] < turns) Then(Turn(((u[14] * 2) - 1) * Math.PI));
            var (x, y) = Normals(u, 16);
            if (u[15] < P) Then(Update(-0.125 * width * x, -0.125 * height * y));
        }

        return inverse;

        void Then(double[,] next) => inverse = Times(inverse, next);
    }

    private double[,] Colors(double[] u, int channels)
    {
        double[,] colors = { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };
        var (bright, contrast) = Normals(u, 19);
        if (u[18] < P) After(new[,] { { 1, 0, 0, 0.2 * bright }, { 0, 1, 0, 0.2 * bright }, { 0, 0, 1, 0.2 * bright }, { 0, 0, 0, 1 } });
        var c = Math.Pow(2, 0.5 * contrast);
        if (u[21] < P) After(new[,] { { c, 0, 0, 0 }, { 0, c, 0, 0 }, { 0, 0, c, 0 }, { 0, 0, 0, 1 } });
        if (u[22] < P && u[23] >= 0.5) After(About(-1, 1, 0));
        if (channels == 1) return colors;
        var hue = ((u[25] * 2) - 1) * Math.PI;
        if (u[24] < P) After(About(1, Math.Cos(hue), Math.Sin(hue)));
        if (u[26] < P) After(About(1, Math.Pow(2, Normals(u, 27).First), 0));
        return colors;

        void After(double[,] next) => colors = Times(next, colors);

        // With v = (1, 1, 1)/√3: along · vvᵀ + across · (I − vvᵀ) + turn · [v]×.
        double[,] About(double along, double across, double turn)
        {
            var (t, m) = (1.0 / 3, turn / Math.Sqrt(3));
            var (own, other) = ((along * t) + (across * (1 - t)), (along * t) - (across * t));
            return new[,] { { own, other - m, other + m, 0 }, { other + m, own, other - m, 0 }, { other - m, other + m, own, 0 }, { 0, 0, 0, 1 } };
        }
    }

    // Row i has what every pixel gives to pixel i.
    private static double[] Weights(double[,] inverse, int height, int width)
    {
        var weights = new double[height * width * height * width];
        for (var i = 0; i < height * width; i++)
        {
            var (x, y) = ((i % width) - ((width - 1) / 2.0), (i / width) - ((height - 1) / 2.0));
            var atX = (inverse[0, 0] * x) + (inverse[0, 1] * y) + inverse[0, 2] + ((width - 1) / 2.0);
            var atY = (inverse[1, 0] * x) + (inverse[1, 1] * y) + inverse[1, 2] + ((height - 1) / 2.0);
            for (var row = (int)Math.Floor(atY); row <= (int)Math.Floor(atY) + 1; row++)
            {
                for (var column = (int)Math.Floor(atX); column <= (int)Math.Floor(atX) + 1; column++)
                {
                    var from = (Mirrored(row, height) * width) + Mirrored(column, width);
                    weights[(i * height * width) + from] += (1 - Math.Abs(atX - column)) * (1 - Math.Abs(atY - row));
                }
            }
        }

        return weights;
    }

    private static int Mirrored(int at, int size)
    {
        while (at < 0 || at >= size) at = at < 0 ? -at : (2 * (size - 1)) - at;
        return at;
    }

    private static double[,] Scale(double x, double y) => new[,] { { x, 0, 0 }, { 0, y, 0 }, { 0, 0, 1 } };

    private static double[,] Turn(double angle) => new[,] { { Math.Cos(angle), -Math.Sin(angle), 0 }, { Math.Sin(angle), Math.Cos(angle), 0 }, { 0, 0, 1 } };

    private static double[,] Update(double x, double y) => new[,] { { 1, 0, x }, { 0, 1, y }, { 0, 0, 1 } };

    private static (double First, double Second) Normals(double[] u, int at)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - u[at]));
        return (radius * Math.Cos(2 * Math.PI * u[at + 1]), radius * Math.Sin(2 * Math.PI * u[at + 1]));
    }

    private static double[,] Times(double[,] a, double[,] b)
    {
        var size = a.GetLength(0);
        var product = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++) product[i, j] += a[i, k] * b[k, j];
            }
        }

        return product;
    }
}
