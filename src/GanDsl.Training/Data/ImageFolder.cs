using System.Collections.Concurrent;
using System.Globalization;

namespace GanDsl.Training;

/// <summary>
/// The PNG, JPEG, WebP, BMP and GIF pictures in a folder and in the folders in it, read on demand, one batch at a time in memory, and returned as floats from
/// −1 (black) to 1 (white or full colour), shuffled again in each epoch. Transparent pixels are black; a picture is rotated by its EXIF orientation; of a GIF
/// the first frame is read; PNGs of 16 bits a channel keep them.
/// </summary>
/// <typeparam name="TShape">The shape of one sample: (3, height, width), or (1, height, width) for grey, 0.299 R + 0.587 G + 0.114 B.</typeparam>
public sealed class ImageFolder<TShape> : ShuffledSource<TShape>
    where TShape : struct, IShape
{
    private const int MostWarnings = 10;

    private readonly string root;
    private readonly string[] names;
    private readonly string[] paths;
    private readonly int[] labels;
    private readonly ImageFolderOptions options;
    private readonly PictureReader reader;
    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> warnings = new();

    /// <summary>Lists the pictures of a folder; none is read yet. Their order is that of their names, the same on every machine.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="seed">The seed of the epochs' orders, and of mirroring.</param>
    /// <param name="options">How they are read.</param>
    /// <exception cref="ArgumentException"><typeparamref name="TShape"/> is not a shape of pictures, or a range has no width.</exception>
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
        options.Check();
        root = Path.GetFullPath(folder);
        this.options = options;
        this.names = names;
        paths = [.. names.Select(name => Path.Combine(folder, name))];
        ClassNames = options.LabelsFromFolders ? [.. names.Select(name => ClassOf(folder, name)).Distinct().Order(StringComparer.Ordinal)] : [];
        Classes = ClassNames.Count;
        var numbers = ClassNames.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        labels = options.LabelsFromFolders ? [.. names.Select(name => numbers[ClassOf(folder, name)])] : [];
        reader = new PictureReader(TShape.Dimensions[0], TShape.Dimensions[1], TShape.Dimensions[2], options);
        if (options.Range is null) WatchLevels();
    }

    /// <summary>The names of the classes, in the order of their numbers; none where folders are not classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The pictures that could not be read so far, each with the problem.</summary>
    public IReadOnlyDictionary<string, string> Damaged => damaged;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Folders => [root];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => [.. warnings];

    internal override int Read(int sample, int epoch, Span<float> values)
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var number = (sample + tries) % Count;
            var path = paths[number];
            if (damaged.ContainsKey(path)) continue;
            if (reader.Read(path, values, options.Flip && EpochOrder.Coin(Seed, epoch, sample)) is not { } found) return number;
            if (options.OnDamage == OnDamage.Stop)
                throw new DataFileException(path, $"a whole picture ({PictureKinds.Read})", found, "remove it, or skip such pictures");
            if (!damaged.TryAdd(path, found)) continue;
            options.OnSkipped?.Invoke($"{path} is skipped: {found}.");
            if (damaged.Count <= MostWarnings) warnings.Enqueue($"{path} is skipped: {found}.");
            if (damaged.Count == MostWarnings) warnings.Enqueue($"{root}: more that are skipped are not told here, but to OnSkipped.");
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
            .Where(PictureKinds.IsRead)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        return names.Length > 0
            ? names
            : throw new DataFileException(folder, $"pictures ({PictureKinds.Read})", "none", "pass the folder that they are in");
    }

    private static string ClassOf(string folder, string name) => name.Contains('/')
        ? name[..name.IndexOf('/')]
        : throw new DataFileException(
            Path.Combine(folder, name), "a picture in a folder of its class", "one beside these folders", "move it into one, or take no labels from folders");

    private void WatchLevels()
    {
        var levels = new LevelWatch(Math.Min(Count, LevelWatch.Most));
        reader.Look = picture =>
        {
            if (!levels.IsLast(picture)) return;
            foreach (var warning in levels.Warnings(root)) warnings.Enqueue(warning);
        };
    }
}
