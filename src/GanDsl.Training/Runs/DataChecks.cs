using System.Globalization;

namespace GanDsl.Training;

/// <summary>What can be known of data before any is read: whether they fit the game.</summary>
internal static class DataChecks
{
    /// <exception cref="ArgumentException">
    /// Samples or sources have another shape than the game's, or labels or sources are missing, or there are too many classes.
    /// </exception>
    public static void Check<TShape>(IGan gan, IBatchSource<TShape> data)
        where TShape : struct, IShape
    {
        if (!TShape.Dimensions.SequenceEqual(gan.SampleShape.ToArray()))
        {
            throw new ArgumentException(
                $"The data's samples have the shape {Text(TShape.Dimensions.ToArray())}, and the game's {Text(gan.SampleShape)}; pass data of the game's shape,"
                    + $" or declare the players for the data's.");
        }

        CheckSources(gan, data.SourceShape);
        CheckClasses(gan.Classes, data.Classes);
    }

    /// <summary>What is no error, but may not be meant.</summary>
    public static IEnumerable<string> Warnings<TShape>(IGan gan, IBatchSource<TShape> data)
        where TShape : struct, IShape
    {
        if (data.Classes > 0 && data.Classes < gan.Classes)
        {
            yield return FormattableString.Invariant(
                $"The game has {gan.Classes} classes, and no sample of the data a label above {data.Classes - 1}: what G makes for the others is not trained.");
        }
    }

    private static void CheckSources(IGan gan, IReadOnlyList<int> shape)
    {
        var elements = shape.Count == 0 ? 0 : shape.Aggregate(1, (product, dimension) => product * dimension);
        if (gan.TakesSources && elements != gan.Latent)
        {
            throw new ArgumentException(elements == 0
                ? "The game is one of pairs, but the data have no sources; pass AlignedPairs or UnalignedPairs of the samples and of what they are made from."
                : string.Create(CultureInfo.InvariantCulture,
                    $"The game makes samples from sources of {gan.Latent} numbers, but those of the data have {elements}; "
                        + $"pass sources of the shape that the generator takes."));
        }

        if (gan.TakesSources && gan.SourceShape.Count > 0 && !gan.SourceShape.SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"The game makes samples from sources of the shape {Text(gan.SourceShape)}, but those of the data have {Text(shape)}; "
                    + $"pass sources of the shape that the generator takes.");
        }

        if (!gan.TakesSources && elements > 0)
            throw new ArgumentException(
                "The data have sources, but the game makes samples from noise; pass the samples alone, or declare a generator whose input is a source.");
    }

    private static void CheckClasses(int classes, int found)
    {
        if (classes == 0 || found > 0 && found <= classes) return;
        throw new ArgumentException(found == 0
            ? string.Create(CultureInfo.InvariantCulture,
                $"The game has {classes} classes, but the data have no labels; pass data with a label from 0 to {classes - 1} for each sample, "
                    + $"or declare the players without Classes.")
            : string.Create(CultureInfo.InvariantCulture,
                $"The game has {classes} classes, but the data have a label of {found - 1}; "
                    + $"declare both players with Classes = {found}, or pass other data."));
    }

    private static string Text(IReadOnlyList<int> shape) => $"({string.Join(", ", shape.Select(d => d.ToString(CultureInfo.InvariantCulture)))})";
}
