using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// Affine resampling: pixel q shows the input at M·q + o, in pixels from the centre, bilinearly interpolated; beyond the border pictures are mirrored at their
/// outermost pixels. Item k computes the elements k, k + items, … of the output, so that sums have a fixed order.
/// </summary>
public static class WarpKernels
{
    /// <summary>Where pixels of a picture are read.</summary>
    private readonly struct Place(ArrayView<float> numbers, int height, int width)
    {
        private readonly float xx = numbers[0], xy = numbers[1], yx = numbers[3], yy = numbers[4];
        private readonly float right = (width - 1) * 0.5f, down = (height - 1) * 0.5f;
        private readonly float ox = numbers[2], oy = numbers[5];

        /// <summary>The column that a pixel shows.</summary>
        public float X(int row, int column) => (xx * (column - right)) + (xy * (row - down)) + ox + right;

        /// <summary>The row that a pixel shows.</summary>
        public float Y(int row, int column) => (yx * (column - right)) + (yy * (row - down)) + oy + down;

        /// <summary>The column of the pixel that shows a position.</summary>
        public float Column(float y, float x) => ((((yy * (x - right - ox)) - (xy * (y - down - oy))) * Inverse) + right);

        /// <summary>The row of the pixel that shows a position.</summary>
        public float Row(float y, float x) => ((((xx * (y - down - oy)) - (yx * (x - right - ox))) * Inverse) + down);

        /// <summary>The largest distance, in columns, of pixels that show a neighbour of a position.</summary>
        public float Columns => (MathF.Abs(yy) + MathF.Abs(xy)) * MathF.Abs(Inverse);

        /// <summary>The largest distance, in rows, of pixels that show a neighbour of a position.</summary>
        public float Rows => (MathF.Abs(xx) + MathF.Abs(yx)) * MathF.Abs(Inverse);

        /// <summary>The largest distance of any column that is read from the middle one.</summary>
        public float SpanX => (MathF.Abs(xx) * right) + (MathF.Abs(xy) * down) + 1;

        /// <summary>The largest distance of any row that is read from the middle one.</summary>
        public float SpanY => (MathF.Abs(yx) * right) + (MathF.Abs(yy) * down) + 1;

        /// <summary>The middle column that is read.</summary>
        public float MiddleX => ox + right;

        /// <summary>The middle row that is read.</summary>
        public float MiddleY => oy + down;

        private float Inverse => 1 / ((xx * yy) - (xy * yx));
    }

    /// <summary>Resamples pictures.</summary>
    public static void Warp<TWarp>(Index1D item, AugmentArguments arguments)
        where TWarp : struct, IWarp
    {
        var input = arguments.Input;
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TWarp.Width;
            var (row, column) = (line % TWarp.Height, i - (line * TWarp.Width));
            var place = PlaceOf<TWarp>(arguments, line);
            var (x, y) = (place.X(row, column), place.Y(row, column));
            var (left, above) = (Functions.Floor(x), Functions.Floor(y));
            var (toRight, toBelow) = (x - left, y - above);
            var (first, second) = (Mirrored((int)left, TWarp.Width), Mirrored((int)left + 1, TWarp.Width));
            var picture = (line - row) * TWarp.Width;
            var upper = picture + (Mirrored((int)above, TWarp.Height) * TWarp.Width);
            var lower = picture + (Mirrored((int)above + 1, TWarp.Height) * TWarp.Width);
            var inUpper = (input[upper + first] * (1 - toRight)) + (input[upper + second] * toRight);
            var inLower = (input[lower + first] * (1 - toRight)) + (input[lower + second] * toRight);
            arguments.Output[i] = (inUpper * (1 - toBelow)) + (inLower * toBelow);
        }
    }

    /// <summary>The adjoint: each pixel gets its weight of every pixel that shows it, or a mirror image of it.</summary>
    public static void Adjoint<TWarp>(Index1D item, AugmentArguments arguments)
        where TWarp : struct, IWarp
    {
        for (var i = (int)item; (uint)i < (uint)arguments.Count; i += arguments.Items)
        {
            var line = i / TWarp.Width;
            var (row, column) = (line % TWarp.Height, i - (line * TWarp.Width));
            var place = PlaceOf<TWarp>(arguments, line);
            var (periodX, periodY) = (Period(TWarp.Width), Period(TWarp.Height));
            var (firstX, lastX) = Images(place.MiddleX, place.SpanX, periodX);
            var (firstY, lastY) = Images(place.MiddleY, place.SpanY, periodY);
            var (signsX, signsY) = (Signs(column, periodX), Signs(row, periodY));
            var sum = 0f;
            for (var image = firstY * signsY; image < (lastY + 1) * signsY; image++)
            {
                var y = Image(image, signsY, row, periodY);
                for (var other = firstX * signsX; other < (lastX + 1) * signsX; other++)
                {
                    sum += SharesOf<TWarp>(arguments, place, line - row, y, Image(other, signsX, column, periodX));
                }
            }

            arguments.Output[i] = sum;
        }
    }

    // The gradient of the surrounding pixels at one position.
    private static float SharesOf<TWarp>(AugmentArguments arguments, Place place, int firstLine, int y, int x)
        where TWarp : struct, IWarp
    {
        var input = arguments.Input;
        var (atColumn, atRow) = (place.Column(y, x), place.Row(y, x));
        var (firstRow, lastRow) = (Within(atRow - place.Rows, TWarp.Height), Within(atRow + place.Rows + 1, TWarp.Height));
        var (firstColumn, lastColumn) = (Within(atColumn - place.Columns, TWarp.Width), Within(atColumn + place.Columns + 1, TWarp.Width));
        var sum = 0f;
        for (var row = firstRow; row < lastRow; row++)
        {
            for (var column = firstColumn; column < lastColumn; column++)
            {
                var besideX = 1 - MathF.Abs(place.X(row, column) - x);
                var besideY = 1 - MathF.Abs(place.Y(row, column) - y);
                var share = (besideX > 0 ? besideX : 0) * (besideY > 0 ? besideY : 0);
                sum += share * input[((firstLine + row) * TWarp.Width) + column];
            }
        }

        return sum;
    }

    private static Place PlaceOf<TWarp>(AugmentArguments arguments, int line)
        where TWarp : struct, IWarp =>
        new(arguments.Draws.SubView((line / (TWarp.Height * TWarp.Channels) * TWarp.Numbers) + TWarp.Column), TWarp.Height, TWarp.Width);

    // After how many pixels a mirrored line repeats itself.
    private static int Period(int size) => size == 1 ? 1 : 2 * (size - 1);

    // The pixel at a position of a line that continues mirrored.
    private static int Mirrored(int at, int size)
    {
        var period = Period(size);
        var behind = at % period;
        behind = behind < 0 ? behind + period : behind;
        return behind < size ? behind : period - behind;
    }

    // The repetitions whose images are read.
    private static (int First, int Last) Images(float middle, float span, int period) =>
        ((int)Functions.Floor((middle - span) / period), (int)Functions.Floor((middle + span) / period) + 1);

    // A pixel has two images in a period, except the outermost ones, which are their own mirror images.
    private static int Signs(int at, int period) => at == 0 || 2 * at == period ? 1 : 2;

    private static int Image(int image, int signs, int at, int period)
    {
        var isMirrored = signs == 2 && (image & 1) == 1;
        var repetition = signs == 2 ? image >> 1 : image;
        return (repetition * period) + (isMirrored ? -at : at);
    }

    // A bound of a loop, rounded outwards by at most one, within a line.
    private static int Within(float at, int size)
    {
        var bound = at > size ? size : at;
        bound = bound < 0 ? 0 : bound;
        return (int)bound;
    }
}
