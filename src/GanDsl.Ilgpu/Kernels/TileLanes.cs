using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>Eight neighbours: a row of a <see cref="Tile"/>, or the numbers read for one. Scalars stay in registers, an array would not.</summary>
internal readonly struct TileLanes(float v0, float v1, float v2, float v3, float v4, float v5, float v6, float v7)
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    public readonly float V0 = v0, V1 = v1, V2 = v2, V3 = v3, V4 = v4, V5 = v5, V6 = v6, V7 = v7;

    /// <summary>All rotated down by one, the first to the end: a loop then finds each in turn at <see cref="V0"/>.</summary>
    public TileLanes Rotated => new(V1, V2, V3, V4, V5, V6, V7, V0);

    /// <summary>Eight numbers in a row. Compilers turn constant distances from one address into vector loads.</summary>
    public static TileLanes Read(ArrayView<float> from) =>
        new(from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7]);

    /// <summary>Eight numbers at a distance; those after the last repeat it.</summary>
    public static TileLanes Read(ArrayView<float> from, int step, int last) => new(
        from[0],
        from[Math.Min(1, last) * step],
        from[Math.Min(2, last) * step],
        from[Math.Min(3, last) * step],
        from[Math.Min(4, last) * step],
        from[Math.Min(5, last) * step],
        from[Math.Min(6, last) * step],
        from[Math.Min(7, last) * step]);

    /// <summary>Stores them in a row.</summary>
    public void Write(ArrayView<float> to)
    {
        to[0] = V0;
        to[1] = V1;
        to[2] = V2;
        to[3] = V3;
        to[4] = V4;
        to[5] = V5;
        to[6] = V6;
        to[7] = V7;
    }

    /// <summary>Stores them in a row; those after the last go where the last does.</summary>
    public void Write(ArrayView<float> to, int last)
    {
        to[0] = V0;
        to[Math.Min(1, last)] = V1;
        to[Math.Min(2, last)] = V2;
        to[Math.Min(3, last)] = V3;
        to[Math.Min(4, last)] = V4;
        to[Math.Min(5, last)] = V5;
        to[Math.Min(6, last)] = V6;
        to[Math.Min(7, last)] = V7;
    }

    /// <summary>These + factor · others.</summary>
    public TileLanes Plus(float factor, TileLanes others) => new(
        V0 + factor * others.V0,
        V1 + factor * others.V1,
        V2 + factor * others.V2,
        V3 + factor * others.V3,
        V4 + factor * others.V4,
        V5 + factor * others.V5,
        V6 + factor * others.V6,
        V7 + factor * others.V7);

    /// <summary>The lanes whose bit is set, 0 in place of the others.</summary>
    public TileLanes Where(int bits) => new(
        Where(bits, 1, V0),
        Where(bits, 2, V1),
        Where(bits, 4, V2),
        Where(bits, 8, V3),
        Where(bits, 16, V4),
        Where(bits, 32, V5),
        Where(bits, 64, V6),
        Where(bits, 128, V7));

    private static float Where(int bits, int bit, float value) => (bits & bit) != 0 ? value : 0;
}
