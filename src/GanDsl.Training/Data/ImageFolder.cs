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
    private readonly PictureWalk walk;
    private readonly string[] paths;
    private readonly int[] labels;
    private readonly ImageFolderOptions options;
    private readonly PictureReader reader;
    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> warnings;

    /// <summary>Lists the pictures of a folder; none is read yet. Their order is that of their names, the same on every machine.</summary>
    /// <remarks>
    /// Hidden files and folders and those of systems are left out, and links to folders whose pictures are taken already; see <see cref="LeftOut"/>.
    /// </remarks>
    /// <param name="path">The folder.</param>
    /// <param name="seed">The seed of the epochs' orders, and of mirroring.</param>
    /// <param name="options">How they are read.</param>
    /// <exception cref="ArgumentException"><typeparamref name="TShape"/> is not a shape of pictures, or a range has no width.</exception>
    /// <exception cref="DataFileException">There is no such folder, it has no pictures, a picture has no class, or a class no pictures.</exception>
    public ImageFolder(string path, long seed, ImageFolderOptions? options = null)
        : this(path, PictureWalk.Of(path, (options ?? new ImageFolderOptions()).OnDamage), seed, options ?? new ImageFolderOptions())
    {
    }

    private ImageFolder(string folder, PictureWalk walk, long seed, ImageFolderOptions options)
        : base(walk.Names.Length, seed)
    {
        if (TShape.Dimensions is not [1 or 3, _, _])
            throw new ArgumentException("Pictures have the shape (1, height, width) or (3, height, width), "
                + $"not ({string.Join(", ", TShape.Dimensions.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture)))}).");
        options.Check();
        root = Path.GetFullPath(folder);
        (this.walk, this.options) = (walk, options);
        paths = [.. walk.Names.Select(name => Path.Combine(folder, name))];
        warnings = new ConcurrentQueue<string>(walk.Warnings);
        reader = new PictureReader(TShape.Dimensions[0], TShape.Dimensions[1], TShape.Dimensions[2], options);
        if (options.Range is null) WatchLevels();
        if (!options.LabelsFromFolders)
        {
            (ClassNames, labels) = ([], []);
            return;
        }

        ClassNames = walk.Folders;
        Classes = ClassNames.Count;
        labels = FolderClasses.LabelsOf(folder, walk, options.AllowEmpty, out var empty);
        foreach (var name in empty) warnings.Enqueue($"{Path.Combine(root, name)}: a class without pictures; G is asked for it, but never sees it.");
    }

    /// <summary>The names of the classes, in the order of their numbers; none where folders are not classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The pictures that could not be read so far, each with the problem.</summary>
    public IReadOnlyDictionary<string, string> Damaged => damaged;

    /// <summary>What is in the folder besides its pictures, and why it is none of them.</summary>
    public IReadOnlyList<LeftOut> LeftOut => walk.LeftOut;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Folders => [root];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => [.. warnings];

    internal override bool TryRead(int sample, int visit, int epoch, Span<float> values)
    {
        var path = paths[sample];
        if (damaged.ContainsKey(path)) return false;
        if (reader.Read(path, values, options.Flip && EpochOrder.Coin(Seed, epoch, visit)) is not { } found) return true;
        if (options.OnDamage == OnDamage.Stop)
            throw new DataFileException(path, $"a whole picture ({PictureKinds.Read})", found, "remove it, or skip such pictures");
        if (!damaged.TryAdd(path, found)) return false;
        options.OnSkipped?.Invoke($"{path} is skipped: {found}.");
        if (damaged.Count <= MostWarnings) warnings.Enqueue($"{path} is skipped: {found}.");
        if (damaged.Count == MostWarnings) warnings.Enqueue($"{root}: more that are skipped are not told here, but to OnSkipped.");
        return false;
    }

    internal override string NameOf(int sample) => Path.ChangeExtension(walk.Names[sample], null);

    internal override bool Flips => options.Flip;

    private protected override int LabelOf(int sample) => labels[sample];

    private protected override DataIdentity Identify() => new(
        new Dictionary<string, string> { ["names"] = Fingerprint.Of(walk.Names), ["sizes"] = Fingerprint.Of(paths.Select(Size)) }, ClassNames);

    // A link's size is its own; a missing file has none, and neither has one that may not be looked at.
    private static string Size(string path)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            return target.Length.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

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
