using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>The 8 × 8 sums that one work item of a contraction owns, all in registers.</summary>
internal readonly struct Tile(TileLanes r0, TileLanes r1, TileLanes r2, TileLanes r3, TileLanes r4, TileLanes r5, TileLanes r6, TileLanes r7)
{
    /// <summary>Rows, and lanes a row.</summary>
    public const int Side = TileLanes.Count;

    public readonly TileLanes R0 = r0, R1 = r1, R2 = r2, R3 = r3, R4 = r4, R5 = r5, R6 = r6, R7 = r7;

    /// <summary>All rows moved up by one, the first to the end.</summary>
    public Tile Rotated => new(R1, R2, R3, R4, R5, R6, R7, R0);

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
