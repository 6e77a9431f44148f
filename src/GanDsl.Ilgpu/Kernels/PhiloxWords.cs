namespace GanDsl.Ilgpu.Kernels;

/// <summary>Four random words of 32 bits.</summary>
public readonly struct PhiloxWords(uint first, uint second, uint third, uint fourth)
{
    /// <summary>The first word.</summary>
    public uint First { get; } = first;

    /// <summary>The second word.</summary>
    public uint Second { get; } = second;

    /// <summary>The third word.</summary>
    public uint Third { get; } = third;

    /// <summary>The fourth word.</summary>
    public uint Fourth { get; } = fourth;
}
