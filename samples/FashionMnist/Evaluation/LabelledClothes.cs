using GanDsl.Training;

namespace FashionMnist;

/// <summary>Images of clothes with their labels.</summary>
/// <param name="Images">The images.</param>
/// <param name="Labels">The class of each, from 0 to 9.</param>
internal sealed record LabelledClothes(IdxImages Images, byte[] Labels)
{
    /// <summary>The number of Zalando's classes.</summary>
    public const int Classes = 10;

    /// <summary>The classifier's training and test sets: all four files of the data set, from the requested folder or the Debian package's.</summary>
    /// <exception cref="DataFileException">A file is missing, damaged, or does not belong to the others.</exception>
    public static (LabelledClothes Training, LabelledClothes Test) Both(string? folder, string installed = DataChoice.DebianFolder)
    {
        var from = folder ?? installed;
        return (Of(from, "train"), Of(from, "t10k"));
    }

    /// <summary>Some of the images, scaled like games' samples.</summary>
    public float[] Samples(int from, int count)
    {
        var pixels = Images.Pixels.Span.Slice(from * Images.Height * Images.Width, count * Images.Height * Images.Width);
        var samples = new float[pixels.Length];
        for (var i = 0; i < samples.Length; i++) samples[i] = (pixels[i] / 127.5f) - 1;
        return samples;
    }

    private static LabelledClothes Of(string folder, string set)
    {
        var images = IdxFile.ReadImages(In(folder, $"{set}-images-idx3-ubyte"));
        var labels = IdxFile.ReadLabels(In(folder, $"{set}-labels-idx1-ubyte"));
        if (labels.Length != images.Count || labels.Any(label => label >= Classes))
        {
            throw new DataFileException(
                images.Path,
                $"a label from 0 to 9 for each of its {images.Count} images",
                labels.Length == images.Count ? "others" : $"{labels.Length} labels",
                "fetch the data set again");
        }

        return new LabelledClothes(images, labels);
    }

    private static string In(string folder, string name) => DataChoice.In(folder, name)
        ?? throw new DataFileException(
            folder,
            $"a folder with {name} or {name}.gz",
            Directory.Exists(folder) ? "neither" : "no such folder",
            "install Debian's dataset-fashion-mnist, or pass --data with the four files of https://github.com/zalandoresearch/fashion-mnist");
}
