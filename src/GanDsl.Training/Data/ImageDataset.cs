using System.Globalization;

namespace GanDsl.Training;

/// <summary>Images in memory as bytes, returned as floats from −1 (black) to 1 (white), shuffled again in each epoch.</summary>
/// <typeparam name="TShape">The shape of one sample: (1, height, width), (height, width) or (height · width).</typeparam>
public sealed class ImageDataset<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private readonly IdxImages images;
    private readonly byte[] labels;

    /// <summary>Takes the images of a file.</summary>
    /// <param name="images">The images.</param>
    /// <param name="seed">The seed of the epochs' orders: the same seed, the same orders, on every machine.</param>
    /// <param name="labels">The label of each, from <see cref="IdxFile.ReadLabels"/>; null: none.</param>
    /// <exception cref="DataFileException">The images are not of <typeparamref name="TShape"/>, or there are not as many labels.</exception>
    public ImageDataset(IdxImages images, long seed, byte[]? labels = null)
        : base(CountOf(images, labels), seed)
    {
        this.images = images;
        this.labels = labels ?? [];
        Classes = this.labels.Length == 0 ? 0 : this.labels.Max() + 1;
    }

    /// <inheritdoc/>
    public override bool IsInMemory => true;

    internal override bool TryRead(int sample, int visit, int epoch, Span<float> values)
    {
        var pixels = images.Pixels.Span.Slice(sample * values.Length, values.Length);
        for (var i = 0; i < values.Length; i++) values[i] = Scaled[pixels[i]];
        return true;
    }

    private protected override DataIdentity Identify() => DataIdentity.OfNumbers<byte, byte>(images.Pixels.Span, labels);

    private protected override int LabelOf(int sample) => labels[sample];

    private static int CountOf(IdxImages images, byte[]? labels)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (!HasShape(TShape.Dimensions, images.Height, images.Width))
        {
            var wanted = string.Join(", ", TShape.Dimensions.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture)));
            throw new DataFileException(
                images.Path,
                $"images for the network's shape ({wanted})",
                string.Create(CultureInfo.InvariantCulture, $"images of {images.Height}×{images.Width}, that is shape (1, {images.Height}, {images.Width})"),
                "change the declaration's shape or pass other images");
        }

        if (labels is not null && labels.Length != images.Count)
        {
            throw new DataFileException(
                images.Path,
                string.Create(CultureInfo.InvariantCulture, $"a label for each of its {images.Count:N0} images"),
                string.Create(CultureInfo.InvariantCulture, $"{labels.Length:N0} labels"),
                "pass the labels that belong to these images");
        }

        return images.Count;
    }

    private static bool HasShape(ReadOnlySpan<int> shape, int height, int width) => shape switch
    {
        [1, var h, var w] => h == height && w == width,
        [var h, var w] => h == height && w == width,
        [var elements] => elements == height * width,
        _ => false,
    };
}
