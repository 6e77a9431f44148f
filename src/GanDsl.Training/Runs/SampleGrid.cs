namespace GanDsl.Training;

/// <summary>Samples as a run's pictures show them: large ones are reduced, and made a few at a time, so that memory does not grow with their size.</summary>
/// <param name="Values">The samples, one after the other.</param>
/// <param name="Shape">The shape of one, as it is here.</param>
internal sealed record SampleGrid(float[] Values, IReadOnlyList<int> Shape)
{
    /// <summary>Of samples that are made at once: 64 MiB.</summary>
    internal const int MostNumbers = 1 << 24;

    private int reduction = 1;

    /// <summary>How many samples there are.</summary>
    public int Count => Values.Length / Elements(Shape);

    /// <summary>A game's samples; of each class in turn, where there are classes.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="latents">Their latents, or sources.</param>
    /// <param name="ofEach">How many of a class are side by side.</param>
    public static SampleGrid Of(IGan gan, float[] latents, int ofEach = 1)
    {
        var count = latents.Length / gan.Latent;
        if (gan.SampleShape is not [1 or 3, var height, var width]) return new SampleGrid(Sample(gan, latents, 0, count, ofEach), gan.SampleShape);

        // A source is shown beside each.
        var by = GridSize.Of(gan.TakesSources ? 2 * count : count, height, width).Reduction;
        IReadOnlyList<int> shape = [gan.SampleShape[0], GridSize.Reduced(height, by), GridSize.Reduced(width, by)];
        var values = new float[count * Elements(shape)];
        var atOnce = Math.Clamp(MostNumbers / Elements(gan.SampleShape), 1, count);
        for (var from = 0; from < count; from += atOnce)
        {
            var part = Sample(gan, latents, from, Math.Min(atOnce, count - from), ofEach);
            Reduction.Of(part, height, width, by).CopyTo(values, from * Elements(shape));
        }

        return new SampleGrid(values, shape) { reduction = by };
    }

    /// <summary>How many sources a run's pictures have room for, of those that it asks for.</summary>
    public static int Sources(IGan gan, int asked) => Math.Min(asked, Math.Max(1, MostNumbers / gan.Latent));

    /// <summary>Each beside its source, where both are pictures of one size.</summary>
    /// <param name="sources">The sources that they are made from.</param>
    /// <param name="shape">The shape of one.</param>
    public SampleGrid Beside(float[] sources, IReadOnlyList<int> shape)
    {
        if (Shape is not [1 or 3, var rows, var columns] || shape is not [1 or 3, var height, var width]
            || (GridSize.Reduced(height, reduction), GridSize.Reduced(width, reduction)) != (rows, columns))
            return this;
        var left = Reduction.Of(sources, height, width, reduction);
        return new SampleGrid(SideBySide.Of(left, shape[0], Values, Shape[0], rows * columns, out var channels), [channels, rows, columns]);
    }

    private static float[] Sample(IGan gan, float[] latents, int from, int count, int ofEach)
    {
        var part = latents.AsSpan(from * gan.Latent, count * gan.Latent);
        return gan.Classes == 0 ? gan.Sample(part) : gan.Sample(part, [.. Enumerable.Range(from, count).Select(i => i / ofEach % gan.Classes)]);
    }

    private static int Elements(IReadOnlyList<int> shape) => shape.Aggregate(1, (product, size) => product * size);
}
