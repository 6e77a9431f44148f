using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The 8 × 8 sums that one work item of a contraction owns, all in registers.</summary>
internal readonly struct Tile(TileLanes r0, TileLanes r1, TileLanes r2, TileLanes r3, TileLanes r4, TileLanes r5, TileLanes r6, TileLanes r7)
{
    /// <summary>Rows, and lanes per row.</summary>
    public const int Side = TileLanes.Count;

    public readonly TileLanes R0 = r0, R1 = r1, R2 = r2, R3 = r3, R4 = r4, R5 = r5, R6 = r6, R7 = r7;

    /// <summary>All rows rotated up by one, the first to the end.</summary>
    public Tile Rotated => new(R1, R2, R3, R4, R5, R6, R7, R0);

    /// <summary>Rows as lanes, lanes as rows.</summary>
    public Tile Transposed => new(
        new(R0.V0, R1.V0, R2.V0, R3.V0, R4.V0, R5.V0, R6.V0, R7.V0),
        new(R0.V1, R1.V1, R2.V1, R3.V1, R4.V1, R5.V1, R6.V1, R7.V1),
        new(R0.V2, R1.V2, R2.V2, R3.V2, R4.V2, R5.V2, R6.V2, R7.V2),
        new(R0.V3, R1.V3, R2.V3, R3.V3, R4.V3, R5.V3, R6.V3, R7.V3),
        new(R0.V4, R1.V4, R2.V4, R3.V4, R4.V4, R5.V4, R6.V4, R7.V4),
        new(R0.V5, R1.V5, R2.V5, R3.V5, R4.V5, R5.V5, R6.V5, R7.V5),
        new(R0.V6, R1.V6, R2.V6, R3.V6, R4.V6, R5.V6, R6.V6, R7.V6),
        new(R0.V7, R1.V7, R2.V7, R3.V7, R4.V7, R5.V7, R6.V7, R7.V7));

    /// <summary>Eight rows of neighbours at a distance; rows and lanes after the last repeat it.</summary>
    public static Tile Read(ArrayView<float> from, int rowStep, int lastRow, int lastLane) => new(
        TileLanes.Read(from, 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(1, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(2, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(3, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(4, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(5, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(6, lastRow) * rowStep), 1, lastLane),
        TileLanes.Read(from.SubView(Math.Min(7, lastRow) * rowStep), 1, lastLane));

    /// <summary>The outer product rows · lanes added: sum[r, l] += rows[r] · lanes[l].</summary>
    public Tile Plus(TileLanes rows, TileLanes lanes) => new(
        R0.Plus(rows.V0, lanes),
        R1.Plus(rows.V1, lanes),
        R2.Plus(rows.V2, lanes),
        R3.Plus(rows.V3, lanes),
        R4.Plus(rows.V4, lanes),
        R5.Plus(rows.V5, lanes),
        R6.Plus(rows.V6, lanes),
        R7.Plus(rows.V7, lanes));

    /// <summary>Stores rows of neighbours at a distance; those after the last go where the last does.</summary>
    public void Write(ArrayView<float> to, int rowStep, int lastRow, int lastLane)
    {
        R0.Write(to, lastLane);
        R1.Write(to.SubView(Math.Min(1, lastRow) * rowStep), lastLane);
        R2.Write(to.SubView(Math.Min(2, lastRow) * rowStep), lastLane);
        R3.Write(to.SubView(Math.Min(3, lastRow) * rowStep), lastLane);
        R4.Write(to.SubView(Math.Min(4, lastRow) * rowStep), lastLane);
        R5.Write(to.SubView(Math.Min(5, lastRow) * rowStep), lastLane);
        R6.Write(to.SubView(Math.Min(6, lastRow) * rowStep), lastLane);
        R7.Write(to.SubView(Math.Min(7, lastRow) * rowStep), lastLane);
    }

    /// <summary>Stores a whole tile whose lanes are neighbours in memory.</summary>
    public void Write(ArrayView<float> to, int rowStep)
    {
        R0.Write(to);
        R1.Write(to.SubView(rowStep));
        R2.Write(to.SubView(2 * rowStep));
        R3.Write(to.SubView(3 * rowStep));
        R4.Write(to.SubView(4 * rowStep));
        R5.Write(to.SubView(5 * rowStep));
        R6.Write(to.SubView(6 * rowStep));
        R7.Write(to.SubView(7 * rowStep));
    }
}
