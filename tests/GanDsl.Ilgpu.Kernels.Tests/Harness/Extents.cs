using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests;

// Shapes (channels, pixels) that are not multiples of anything, and the smallest.
internal readonly struct E1x1 : IExtent
{
    public static int Channels => 1;

    public static int Pixels => 1;
}

internal readonly struct E1x7 : IExtent
{
    public static int Channels => 1;

    public static int Pixels => 7;
}

internal readonly struct E67x1 : IExtent
{
    public static int Channels => 67;

    public static int Pixels => 1;
}

internal readonly struct E5x35 : IExtent
{
    public static int Channels => 5;

    public static int Pixels => 35;
}
