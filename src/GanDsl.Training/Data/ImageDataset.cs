using System.Globalization;

namespace GanDsl.Training;

/// <summary>Images in memory as bytes, given as floats from −1 (black) to 1 (white), shuffled anew each epoch.</summary>
/// <typeparam name="TShape">The shape of one sample: (1, height, width), (height, width) or (height · width).</typeparam>
public sealed class ImageDataset<TShape> : IBatchSource<TShape>
    where TShape : struct, IShape
{
    private static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(level => (level / 127.5f) - 1f)];

    private readonly IdxImages images;
    private readonly long seed;

    /// <summary>Takes the images of a file.</summary>
    /// <param name="images">The images.</param>
    /// <param name="seed">The seed of the epochs' orders: the same seed, the same orders, on every machine.</param>
    /// <exception cref="DataFileException">The images are not of <typeparamref name="TShape"/>.</exception>
    public ImageDataset(IdxImages images, long seed)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (!Fits(TShape.Dimensions, images.Height, images.Width))
        {
            var wanted = string.Join(", ", TShape.Dimensions.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture)));
            throw new DataFileException(
                images.Path,
                $"images for the network's shape ({wanted})",
                string.Create(CultureInfo.InvariantCulture, $"images of {images.Height}×{images.Width}, that is shape (1, {images.Height}, {images.Width})"),
                "change the declaration's shape or pass other images");
        }

        this.images = images;
        this.seed = seed;
    }

    /// <inheritdoc/>
    public int Count => images.Count;

    /// <inheritdoc/>
    public long Seed => seed;

    /// <summary>How many epochs were begun: the calls of <see cref="Batches(int)"/>. Set it to take up a run where another ended.</summary>
    public int Epoch { get; set; }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(int batchSize)
    {
        if (batchSize < 1 || batchSize > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                string.Create(CultureInfo.InvariantCulture, $"A batch of {batchSize} cannot be drawn from {Count} images; pass 1 to {Count}."));
        }

        return Enumerate(batchSize, Epoch++, skip: 0);
    }

    /// <inheritdoc/>
    public IEnumerable<HostBatch<TShape>> Batches(DataPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        place.CheckIn(Count, seed);
        Epoch = place.Epoch + 1;
        return Enumerate(place.BatchSize, place.Epoch, place.Batch);
    }

    private IEnumerable<HostBatch<TShape>> Enumerate(int batchSize, int epoch, int skip)
    {
        var order = EpochOrder.Shuffled(Count, seed, epoch);
        var buffer = new float[batchSize * TShape.Elements];
        for (var first = skip * batchSize; first <= Count - batchSize; first += batchSize)
        {
            for (var i = 0; i < batchSize; i++) Copy(order[first + i], buffer.AsSpan(i * TShape.Elements, TShape.Elements));
            yield return new HostBatch<TShape>(buffer);
        }
    }

    private void Copy(int image, Span<float> sample)
    {
        var pixels = images.Pixels.Span.Slice(image * sample.Length, sample.Length);
        for (var i = 0; i < sample.Length; i++) sample[i] = Scaled[pixels[i]];
    }

    private static bool Fits(ReadOnlySpan<int> shape, int height, int width) => shape switch
    {
        [1, var h, var w] => h == height && w == width,
        [var h, var w] => h == height && w == width,
        [var elements] => elements == height * width,
        _ => false,
    };
}
