namespace GanDsl.Training;

/// <summary>How a folder of pictures is read.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>How a picture of another shape is fitted to the network's.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>The part of each picture that is taken, before it is fitted, and after it is turned upright by its EXIF orientation.</summary>
    public PicturePart Part { get; init; }

    /// <summary>
    /// The values of pixels that become −1 and 1, as the files have them; those beyond become −1 and 1, too. Null: 0 and the largest of the format, 255 or, of
    /// PNGs of 16 bits a channel, 65535. Content of 12 bits in such PNGs, as scanners write, has <c>Range = (0, 4095)</c>.
    /// </summary>
    public (int Low, int High)? Range { get; init; }

    /// <summary>Whether each picture is mirrored, left to right, in half of the epochs, determined by the seed.</summary>
    public bool Flip { get; init; }

    /// <summary>Whether subfolders are classes, in the order of their names, with their index as the label.</summary>
    public bool LabelsFromFolders { get; init; }

    /// <summary>
    /// Whether a class's folder may be without pictures, as torchvision's <c>allow_empty</c>: it keeps its label, and a run warns of it. Without, it is an
    /// error: mostly its pictures were not copied, or are of a kind that is not read, and a game of as many classes would never see this one. A link to
    /// nothing is such a folder.
    /// </summary>
    public bool AllowEmpty { get; init; }

    /// <summary>
    /// What to do about a picture that cannot be read, for whatever reason: damaged, missing behind a link, without permission, too large, a pipe.
    /// </summary>
    public OnDamage OnDamage { get; init; }

    /// <summary>Called once for each picture that is skipped.</summary>
    public Action<string>? OnSkipped { get; init; }

    /// <exception cref="ArgumentException">The range has no width.</exception>
    internal void Check()
    {
        if (Range is (var low, var high) && low >= high)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The range of pixels' values goes from {low} to {high}; pass the smallest value, then a larger one."),
                nameof(Range));
        }
    }
}

/// <summary>How a picture of another shape is fitted to the network's.</summary>
public enum PictureFit
{
    /// <summary>The largest centred part of that shape, resized.</summary>
    Crop,

    /// <summary>The whole picture, resized, with its aspect ratio changed if needed.</summary>
    Stretch,
}

/// <summary>What to do about a picture that cannot be read.</summary>
public enum OnDamage
{
    /// <summary>A <see cref="DataFileException"/> that names it.</summary>
    Stop,

    /// <summary>
    /// Another one replaces it, in each epoch any of those that are left, each as likely, drawn by the seed. A run's first such warnings name them.
    /// </summary>
    Skip,
}

/// <summary>The part of a picture that is taken: files of pairs hold two pictures side by side.</summary>
public enum PicturePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The left half.</summary>
    LeftHalf,

    /// <summary>The right half.</summary>
    RightHalf,
}
