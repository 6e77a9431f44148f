namespace GanDsl.Ilgpu.Kernels;

/// <summary>How pictures are shifted, or covered, by their own random numbers.</summary>
public interface IAugment
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of a picture.</summary>
    static abstract int Height { get; }

    /// <summary>Columns of a picture.</summary>
    static abstract int Width { get; }

    /// <summary>The largest shift in rows, or the window's rows.</summary>
    static abstract int Rows { get; }

    /// <summary>The largest shift in columns, or the window's columns.</summary>
    static abstract int Columns { get; }

    /// <summary>How many random numbers a picture has.</summary>
    static abstract int Draws { get; }

    /// <summary>Which of them is for rows; the next one is for columns.</summary>
    static abstract int Column { get; }
}
