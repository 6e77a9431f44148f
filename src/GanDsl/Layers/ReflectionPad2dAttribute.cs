namespace GanDsl;

/// <summary>
/// Adds a border that reflects the picture about its outermost pixels: (N, C, H, W) → (N, C, H + top + bottom, W + left + right). PyTorch equivalent:
/// <c>nn.ReflectionPad2d</c>, whose order of sides this is.
/// </summary>
public sealed class ReflectionPad2dAttribute : LayerAttribute
{
    /// <summary>The same on every side.</summary>
    /// <param name="padding">Rows and columns added on every side, at least 0 and smaller than the picture.</param>
    public ReflectionPad2dAttribute(int padding)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>Separate sides.</summary>
    /// <param name="left">Columns added at the left, at least 0 and smaller than the picture.</param>
    /// <param name="right">Columns added at the right.</param>
    /// <param name="top">Rows added above.</param>
    /// <param name="bottom">Rows added below.</param>
    public ReflectionPad2dAttribute(int left, int right, int top, int bottom) => (Left, Right, Top, Bottom) = (left, right, top, bottom);

    /// <summary>Columns added at the left.</summary>
    public int Left { get; }

    /// <summary>Columns added at the right.</summary>
    public int Right { get; }

    /// <summary>Rows added above.</summary>
    public int Top { get; }

    /// <summary>Rows added below.</summary>
    public int Bottom { get; }
}
