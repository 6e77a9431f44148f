namespace GanDsl.Ilgpu.Kernels;

/// <summary>How pictures are moved, or covered, by random numbers of their own.</summary>
public interface IAugment
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of a picture.</summary>
    static abstract int Height { get; }

    /// <summary>Columns of a picture.</summary>
    static abstract int Width { get; }

    /// <summary>By how many rows a picture is moved at most, or how many the window has.</summary>
    static abstract int Rows { get; }

    /// <summary>By how many columns a picture is moved at most, or how many the window has.</summary>
    static abstract int Columns { get; }

    /// <summary>How many random numbers a picture has.</summary>
    static abstract int Draws { get; }

    /// <summary>Which of them says where in rows; the next one says where in columns.</summary>
    static abstract int Column { get; }
}
