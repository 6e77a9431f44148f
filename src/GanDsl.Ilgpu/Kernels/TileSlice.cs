namespace GanDsl.Ilgpu.Kernels;

/// <summary>A contiguous part of the terms of a sum; empty where there are more slices than terms.</summary>
internal readonly struct TileSlice(int slice, int slices, int terms)
{
    /// <summary>The first term.</summary>
    public int From { get; } = Math.Min(slice * Size(slices, terms), terms);

    /// <summary>The term after the last.</summary>
    public int To { get; } = Math.Min((slice + 1) * Size(slices, terms), terms);

    private static int Size(int slices, int terms) => (terms + slices - 1) / slices;
}
