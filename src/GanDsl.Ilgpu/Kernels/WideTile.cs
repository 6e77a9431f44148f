using ILGPU;

namespace GanDsl.Ilgpu.Kernels;

/// <summary>
/// The 4 × 16 sums that one work item of a matrix product owns, all in registers. A row is as long as the widest vectors: it is multiplied with one number
/// for the whole vector. Compilers put two shorter rows into one vector, and gather the numbers for it, which costs more than half of the speed.
/// </summary>
internal readonly struct WideTile(WideLanes r0, WideLanes r1, WideLanes r2, WideLanes r3)
{
    /// <summary>How many rows there are.</summary>
    public const int Rows = 4;

    public readonly WideLanes R0 = r0, R1 = r1, R2 = r2, R3 = r3;

    /// <summary>All rows rotated up by one, the first to the end.</summary>
    public WideTile Rotated => new(R1, R2, R3, R0);

    /// <summary>
    /// The outer product rows · lanes added, of four numbers at a distance, those after the last repeating it: sum[r, l] += from[r · step] · lanes[l].
    /// </summary>
    public WideTile Plus(ArrayView<float> from, int step, int last, WideLanes lanes) => new(
        R0.Plus(from[0], lanes),
        R1.Plus(from[Math.Min(1, last) * step], lanes),
        R2.Plus(from[Math.Min(2, last) * step], lanes),
        R3.Plus(from[Math.Min(3, last) * step], lanes));

    /// <summary>Stores a whole tile whose lanes are neighbours in memory.</summary>
    public void Write(ArrayView<float> to, int rowStep)
    {
        R0.Write(to);
        R1.Write(to.SubView(rowStep));
        R2.Write(to.SubView(2 * rowStep));
        R3.Write(to.SubView(3 * rowStep));
    }
}
