namespace GanDsl.Ilgpu.Kernels;

/// <summary>How pictures are resampled, each by its own numbers.</summary>
public interface IWarp
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of a picture.</summary>
    static abstract int Height { get; }

    /// <summary>Columns of a picture.</summary>
    static abstract int Width { get; }

    /// <summary>How many numbers a picture has.</summary>
    static abstract int Numbers { get; }

    /// <summary>The first of six of them: M's first row, o's x, M's second row, o's y.</summary>
    static abstract int Column { get; }
}
