namespace GanDsl.Torch;

/// <summary>What a TorchScript module wants to see; what is not said is left as games give it: (N, sample shape…) from −1 to 1.</summary>
public sealed record TorchScriptInput
{
    /// <summary>How many channels it takes; samples of one channel are repeated. Null: as many as samples have.</summary>
    public int? Channels { get; init; }

    /// <summary>The height and width that it takes, to which pictures are brought bilinearly, antialiased where they shrink; null: those of samples.</summary>
    public (int Height, int Width)? Size { get; init; }

    /// <summary>What black and white become: (0, 255) for the Inception of FID, (0, 1) for many others.</summary>
    public (float Low, float High) Range { get; init; } = (-1, 1);

    /// <summary>Whether numbers are rounded to whole ones from 0 to 255 and given as bytes.</summary>
    public bool Bytes { get; init; }
}
