using GanDsl.Generators.Ir;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Augmentations;

/// <summary>
/// The formulas of <see cref="Ada"/>: the changes of the authors' pipeline "bgc", in its order and with its sizes. A change that does not happen is its neutral
/// element. Every change has its own draws, so that leaving some out does not affect the others.
/// </summary>
internal sealed class AdaLines
{
    // log 2 · the standard deviations of the binary logarithms.
    private static readonly double Ln2 = Math.Log(2);

    private readonly FormulaLines lines = new(AugmentationNumbers.Count, Ada.StateLength);

    private Scalar P => lines.Input(1, 0);

    public Formulas Giving(Scalar[] results) => lines.Giving(results);

    /// <summary>Where pictures are read: the rows of M, each followed by its element of o.</summary>
    public Scalar[] Reading(Shape shape, bool blit, bool geometry)
    {
        // Whole pixels: mirrored, then rotated by quarter turns. The rest is applied to the result.
        Scalar flip = 1, quarterCos = 1, quarterSin = 0, right = 0, down = 0;
        if (blit)
        {
            flip = Gated("flip", 0, lines.Let("mirrored", Choose(U(1) - 0.5, -1, 1)), 1);
            quarterCos = Gated("quarterCos", 2, lines.Let("quartersCos", 1 - Above(0.25) - Above(0.5) + Above(0.75)), 1);
            quarterSin = Gated("quarterSin", 2, lines.Let("quartersSin", Above(0.25) - Above(0.5) - Above(0.75)), 0);
            right = Gated("right", 4, lines.Let("columns", Floor((0.125 * shape.Width * ((2 * U(5)) - 1)) + 0.5)), 0);
            down = Gated("down", 4, lines.Let("rows", Floor((0.125 * shape.Height * ((2 * U(6)) - 1)) + 0.5)), 0);
        }

        Scalar bxx = lines.Let("wholeXx", flip * quarterCos), bxy = lines.Let("wholeXy", -(flip * quarterSin)), byx = quarterSin, byy = quarterCos;
        Scalar xx = bxx, xy = bxy, yx = byx, yy = byy, driftX = 0, driftY = 0;
        if (geometry)
        {
            // Scaled, rotated, stretched along one axis and shrunk along the other, rotated again, and shifted.
            var (scaleNormal, stretchNormal) = (Normal("scale", 8, Cos), Normal("stretch", 8, Sin));
            var shrink = Gated("shrink", 7, lines.Let("shrinkage", Exp(-0.2 * Ln2 * scaleNormal)), 1);
            var either = lines.Let("turnProbability", 1 - Sqrt(1 - P));
            var before = Rotation("before", 10, either);
            var stretch = Gated("stretch", 12, lines.Let("stretching", Exp(0.2 * Ln2 * stretchNormal)), 1);
            var after = Rotation("after", 13, either);
            var (along, across) = (lines.Let("along", shrink / stretch), lines.Let("across", shrink * stretch));
            var lxx = lines.Let("anyXx", (before.Cos * after.Cos * along) - (before.Sin * after.Sin * across));
            var lxy = lines.Let("anyXy", -(before.Cos * after.Sin * along) - (before.Sin * after.Cos * across));
            var lyx = lines.Let("anyYx", (before.Sin * after.Cos * along) + (before.Cos * after.Sin * across));
            var lyy = lines.Let("anyYy", (before.Cos * after.Cos * across) - (before.Sin * after.Sin * along));
            (xx, xy, yx, yy) = ((bxx * lxx) + (bxy * lyx), (bxx * lxy) + (bxy * lyy), (byx * lxx) + (byy * lyx), (byx * lxy) + (byy * lyy));
            (xx, xy, yx, yy) = (lines.Let("xx", xx), lines.Let("xy", xy), lines.Let("yx", yx), lines.Let("yy", yy));
            var (normalX, normalY) = (Normal("driftX", 16, Cos), Normal("driftY", 16, Sin));
            driftX = Gated("driftX", 15, 0.125 * shape.Width * normalX, 0);
            driftY = Gated("driftY", 15, 0.125 * shape.Height * normalY, 0);
        }

        var x = lines.Let("x", -((xx * driftX) + (xy * driftY)) - ((bxx * right) + (bxy * down)));
        var y = lines.Let("y", -((yx * driftX) + (yy * driftY)) - ((byx * right) + (byy * down)));
        return [xx, xy, x, yx, yy, y];

        Scalar Above(double share) => Choose(U(3) - share, 1, 0);
    }

    /// <summary>For grey pictures a factor and an offset; for coloured ones the nine numbers of a matrix, row by row, and an offset.</summary>
    /// <remarks>
    /// Every change keeps grey grey: it multiplies the mean of a pixel's channels by one number, and rotates and scales the difference from it. Such a matrix
    /// has three different numbers, each row the one above shifted by one.
    /// </remarks>
    public Scalar[] Colors(Shape shape)
    {
        var (brightNormal, contrastNormal) = (Normal("brightness", 19, Cos), Normal("contrast", 19, Sin));
        var brightness = Gated("brightness", 18, 0.2 * brightNormal, 0);
        var contrast = Gated("contrast", 21, lines.Let("contrasting", Exp(0.5 * Ln2 * contrastNormal)), 1);
        var sign = Gated("sign", 22, lines.Let("negative", Choose(U(23) - 0.5, -1, 1)), 1);
        var luma = lines.Let("luma", contrast * sign);
        var offset = lines.Let("offset", brightness * luma);
        if (shape.Channels == 1) return [luma, offset];

        var hue = Gated("hue", 24, Angle(25), 0);
        var saturation = Gated("saturation", 26, lines.Let("saturating", Exp(Ln2 * Normal("saturation", 27, Cos))), 1);
        var chroma = lines.Let("chroma", contrast * saturation);
        var straight = lines.Let("straight", 1.0 / 3 * chroma * Cos(hue));
        var rotated = lines.Let("rotated", 1 / Math.Sqrt(3) * chroma * Sin(hue));
        var grey = lines.Let("grey", 1.0 / 3 * luma);
        var own = lines.Let("own", grey + (2 * straight));
        var following = lines.Let("following", grey - straight - rotated);
        var preceding = lines.Let("preceding", grey - straight + rotated);
        return [own, following, preceding, preceding, own, following, following, preceding, own, offset];
    }

    public static Formulas Follow(Ada ada, int patches)
    {
        var lines = new FormulaLines(Ada.StateLength, 1, 1);
        var p = lines.Input(0, 0);
        var right = lines.Let("right", lines.Input(0, 1) + lines.Input(1, 0));
        var seen = lines.Let("scored", lines.Input(0, 2) + lines.Input(2, 0));
        var batches = lines.Let("batches", lines.Input(0, 3) + 1);

        // E[sign] is 2 · right / scored − 1; both are whole numbers, so that nothing is rounded before they are compared.
        var surplus = lines.Let("surplus", (2 * right) - ((1 + ada.Target) * seen));
        var updated = lines.Let("updated", p + (1.0 / ((double)ada.Images * patches) * seen * Sign(surplus)));
        var floored = lines.Let("floored", Choose(updated, updated, 0));
        var bounded = lines.Let("bounded", Choose(floored - 1, 1, floored));
        var isDue = lines.Let("isDue", batches - (ada.Every - 0.5));
        return lines.Giving(
            lines.Let("nextP", Choose(isDue, bounded, p)),
            lines.Let("nextRight", Choose(isDue, 0, right)),
            lines.Let("nextScored", Choose(isDue, 0, seen)),
            lines.Let("nextBatches", Choose(isDue, 0, batches)));
    }

    private Scalar U(int draw) => lines.Input(0, draw);

    // −π to π.
    private Scalar Angle(int draw) => 2 * Math.PI * (U(draw) - 0.5);

    // The value with probability p, else the neutral element.
    private Scalar Gated(string name, int gate, Scalar value, Scalar neutral, Scalar? probability = null) =>
        lines.Let(name, Choose((probability ?? P) - U(gate), value, neutral));

    // A normal number from two uniform ones, which yield two: by cosine and by sine. Box and Muller 1958.
    private Scalar Normal(string name, int draw, Func<Scalar, Scalar> which) =>
        lines.Let(name + "Normal", Sqrt(-2 * Log(1 - U(draw))) * which(2 * Math.PI * U(draw + 1)));

    private (Scalar Cos, Scalar Sin) Rotation(string name, int gate, Scalar probability)
    {
        var angle = Gated(name + "Angle", gate, Angle(gate + 1), 0, probability);
        return (lines.Let(name + "Cos", Cos(angle)), lines.Let(name + "Sin", Sin(angle)));
    }
}
