namespace GanDsl.Training;

/// <summary>How a folder of pictures is read.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>How a picture of another shape becomes one of the network's.</summary>
    public PictureFit Fit { get; init; }

    /// <summary>What of each picture is taken, before it is fitted.</summary>
    public PicturePart Part { get; init; }

    /// <summary>Whether each picture is mirrored, left to right, in half of the epochs: which ones follows from the seed.</summary>
    public bool Flip { get; init; }

    /// <summary>Whether the folders in the folder are classes, in the order of their names, whose pictures have their numbers for labels.</summary>
    public bool LabelsFromFolders { get; init; }

    /// <summary>What happens at a picture that cannot be read.</summary>
    public OnDamage OnDamage { get; init; }

    /// <summary>Hears of each picture that is skipped, once.</summary>
    public Action<string>? OnSkipped { get; init; }
}

/// <summary>How a picture of another shape becomes one of the network's.</summary>
public enum PictureFit
{
    /// <summary>The largest part of that shape in its middle, made larger or smaller.</summary>
    Crop,

    /// <summary>The whole of it, made wider or narrower where it has to be.</summary>
    Stretch,
}

/// <summary>What happens at a picture that cannot be read.</summary>
public enum OnDamage
{
    /// <summary>A <see cref="DataFileException"/> that names it.</summary>
    Stop,

    /// <summary>The next picture of the folder that can be read takes its place.</summary>
    Skip,
}

/// <summary>What of a picture is taken: files of pairs hold two pictures side by side.</summary>
public enum PicturePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The left half.</summary>
    LeftHalf,

    /// <summary>The right half.</summary>
    RightHalf,
}
