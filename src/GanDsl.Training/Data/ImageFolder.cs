using System.Collections.Concurrent;
using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// The PNG and JPEG pictures in a folder and in the folders in it, read on demand, one batch at a time in memory, and returned as floats from −1 (black) to 1
/// (white or full colour), shuffled again in each epoch. Transparent pixels are black; a JPEG is rotated by its EXIF orientation.
/// </summary>
/// <typeparam name="TShape">The shape of one sample: (3, height, width), or (1, height, width) for grey, 0.299 R + 0.587 G + 0.114 B.</typeparam>
public sealed class ImageFolder<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private readonly string root;
    private readonly string[] names;
    private readonly string[] paths;
    private readonly int[] labels;
    private readonly ImageFolderOptions options;
    private readonly PictureReader reader;
    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);

    /// <summary>Lists the pictures of a folder; none is read yet. Their order is that of their names, the same on every machine.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="seed">The seed of the epochs' orders, and of mirroring.</param>
    /// <param name="options">How they are read.</param>
    /// <exception cref="ArgumentException"><typeparamref name="TShape"/> is not a shape of pictures.</exception>
    /// <exception cref="DataFileException">There is no such folder, it has no pictures, or a picture has no class.</exception>
    public ImageFolder(string path, long seed, ImageFolderOptions? options = null)
        : this(path, PicturesIn(path), seed, options ?? new ImageFolderOptions())
    {
    }

    private ImageFolder(string folder, string[] names, long seed, ImageFolderOptions options)
        : base(names.Length, seed)
    {
        if (TShape.Dimensions is not [1 or 3, _, _])
            throw new ArgumentException("Pictures have the shape (1, height, width) or (3, height, width), "
                + $"not ({string.Join(", ", TShape.Dimensions.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture)))}).");
        root = Path.GetFullPath(folder);
        this.options = options;
        this.names = names;
        paths = [.. names.Select(name => Path.Combine(folder, name))];
        ClassNames = options.LabelsFromFolders ? [.. names.Select(name => ClassOf(folder, name)).Distinct().Order(StringComparer.Ordinal)] : [];
        Classes = ClassNames.Count;
        var numbers = ClassNames.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        labels = options.LabelsFromFolders ? [.. names.Select(name => numbers[ClassOf(folder, name)])] : [];
        reader = new PictureReader(TShape.Dimensions[0], TShape.Dimensions[1], TShape.Dimensions[2], options.Fit, options.Part);
    }

    /// <summary>The names of the classes, in the order of their numbers; none where folders are not classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The pictures that could not be read so far, each with the problem.</summary>
    public IReadOnlyDictionary<string, string> Damaged => damaged;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Folders => [root];

    internal override int Read(int sample, int epoch, Span<float> values)
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var number = (sample + tries) % Count;
            var path = paths[number];
            if (damaged.ContainsKey(path)) continue;
            if (reader.Read(path, values, options.Flip && EpochOrder.Coin(Seed, epoch, sample)) is not { } found) return number;
            if (options.OnDamage == OnDamage.Stop) throw new DataFileException(path, "a whole PNG or JPEG picture", found, "remove it, or skip such pictures");
            if (damaged.TryAdd(path, found)) options.OnSkipped?.Invoke($"{path} is skipped: {found}.");
        }

        throw new DataFileException(Path.GetDirectoryName(paths[0])!, "pictures that can be read", "none", "pass another folder");
    }

    internal override string NameOf(int sample) => Path.ChangeExtension(names[sample], null);

    internal override bool Flips => options.Flip;

    private protected override int LabelOf(int sample) => labels[sample];

    private static string[] PicturesIn(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
            throw new DataFileException(folder, "a folder of pictures", File.Exists(folder) ? "a file" : "no such folder", "check the path");
        string[] names = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG")
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        return names.Length > 0
            ? names
            : throw new DataFileException(folder, "PNG or JPEG pictures (.png, .jpg, .jpeg)", "none", "pass the folder that they are in");
    }

    private static string ClassOf(string folder, string name) => name.Contains('/')
        ? name[..name.IndexOf('/')]
        : throw new DataFileException(
            Path.Combine(folder, name), "a picture in a folder of its class", "one beside these folders", "move it into one, or take no labels from folders");
}
