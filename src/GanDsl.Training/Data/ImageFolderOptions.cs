namespace GanDsl.Training;

/// <summary>How a folder of pictures is read.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>How a picture of another shape is fitted to the network's.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>The part of each picture that is taken, before it is fitted.</summary>
    public PicturePart Part { get; init; }

    /// <summary>Whether each picture is mirrored, left to right, in half of the epochs, determined by the seed.</summary>
    public bool Flip { get; init; }

    /// <summary>Whether subfolders are classes, in the order of their names, with their index as the label.</summary>
    public bool LabelsFromFolders { get; init; }

    /// <summary>What to do about a picture that cannot be read.</summary>
    public OnDamage OnDamage { get; init; }

    /// <summary>Called once for each picture that is skipped.</summary>
    public Action<string>? OnSkipped { get; init; }
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

    /// <summary>The next readable picture of the folder replaces it.</summary>
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
