namespace GanDsl.Ilgpu.Kernels;

/// <summary>Pictures with a border added. PyTorch equivalent: <c>torch.nn.functional.pad</c>.</summary>
public interface IPad
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows without the border.</summary>
    static abstract int Height { get; }

    /// <summary>Columns without the border.</summary>
    static abstract int Width { get; }

    /// <summary>Rows added above; fewer than the picture has to reflect, at most as many in a circle.</summary>
    static abstract int Top { get; }

    /// <summary>Rows added below.</summary>
    static abstract int Bottom { get; }

    /// <summary>Columns added at the left.</summary>
    static abstract int Left { get; }

    /// <summary>Columns added at the right.</summary>
    static abstract int Right { get; }

    /// <summary>The content of the border.</summary>
    static abstract PaddingMode Mode { get; }
}

/// <summary>Windows over pictures. PyTorch equivalents: <c>torch.nn.AvgPool2d</c>, <c>torch.nn.MaxPool2d</c>.</summary>
public interface IPool
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of the picture.</summary>
    static abstract int Height { get; }

    /// <summary>Columns of the picture.</summary>
    static abstract int Width { get; }

    /// <summary>Rows of a window.</summary>
    static abstract int KernelHeight { get; }

    /// <summary>Columns of a window.</summary>
    static abstract int KernelWidth { get; }

    /// <summary>Step between rows of windows.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Step between columns of windows.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Rows added above and below: at most half a window. Zeros to an average, which counts them; nothing to a maximum.</summary>
    static abstract int PaddingHeight { get; }

    /// <summary>Columns added at both sides.</summary>
    static abstract int PaddingWidth { get; }
}

/// <summary>Pictures, and the same pictures enlarged by whole factors. PyTorch equivalent: <c>torch.nn.Upsample(scale_factor, mode='nearest')</c>.</summary>
public interface IUpsample
{
    /// <summary>Channels.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of the small picture.</summary>
    static abstract int Height { get; }

    /// <summary>Columns of the small picture.</summary>
    static abstract int Width { get; }

    /// <summary>Rows that a row becomes.</summary>
    static abstract int ScaleHeight { get; }

    /// <summary>Columns that a column becomes.</summary>
    static abstract int ScaleWidth { get; }
}
