namespace GanDsl.Training;

/// <summary>Something in a folder of pictures that is not one of them.</summary>
/// <param name="Name">Its path from the folder, with slashes.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record LeftOut(string Name, LeftOutReason Reason);

/// <summary>Why something in a folder of pictures is left out.</summary>
public enum LeftOutReason
{
    /// <summary>It is no picture, such as a list of labels.</summary>
    NoPicture,

    /// <summary>It is a picture of a kind that is not read, such as TIFF.</summary>
    OtherKind,

    /// <summary>It is hidden, or a system's or a tool's: <c>.ipynb_checkpoints</c>, <c>__MACOSX</c>, <c>._x.jpg</c>.</summary>
    Hidden,

    /// <summary>It is a link to a folder that it is in, or whose pictures are taken already.</summary>
    Again,

    /// <summary>It is a folder that cannot be listed.</summary>
    Unreadable,

    /// <summary>It is a link to nothing, perhaps to a folder on a disk that is not there.</summary>
    Nothing,
}
