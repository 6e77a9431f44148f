namespace GanDsl.Torch;

/// <summary>The input of a TorchScript module; by default as games return it: (N, sample shape…) from −1 to 1.</summary>
public sealed record TorchScriptInput
{
    /// <summary>How many channels it takes; samples of one channel are repeated. Null: as many as samples have.</summary>
    public int? Channels { get; init; }

    /// <summary>Its height and width, to which pictures are resized bilinearly, antialiased where they shrink; null: those of samples.</summary>
    public (int Height, int Width)? Size { get; init; }

    /// <summary>The values of black and white: (0, 255) for the Inception of FID, (0, 1) for many others.</summary>
    public (float Low, float High) Range { get; init; } = (-1, 1);

    /// <summary>Whether numbers are rounded to whole ones from 0 to 255 and passed as bytes.</summary>
    public bool Bytes { get; init; }
}
