using GanDsl.Generators.Text;

namespace GanDsl.Generators.Shapes;

/// <summary>A weight as a matrix: element (batch, row, pixel) is in row <c>row</c> and column <c>batch · pixels + pixel</c>.</summary>
/// <param name="Batches">How often all rows are repeated in memory: 1 where rows are dimension 0.</param>
/// <param name="Rows">The length of u.</param>
/// <param name="Pixels">How many numbers of a row are adjacent.</param>
internal sealed record WeightMatrix(int Batches, int Rows, int Pixels)
{
    /// <summary>The length of v.</summary>
    public int Columns => Batches * Pixels;

    /// <param name="shape">The weight's shape.</param>
    /// <param name="dimension">The dimension that counts the rows, 0 or 1.</param>
    public static WeightMatrix Of(EquatableArray<int> shape, int dimension) =>
        new(Product(shape.Take(dimension)), shape[dimension], Product(shape.Skip(dimension + 1)));

    private static int Product(IEnumerable<int> sizes) => sizes.Aggregate(1, (product, size) => product * size);
}
