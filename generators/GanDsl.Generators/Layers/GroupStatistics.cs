using GanDsl.Generators.Ir;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Layers;

/// <summary>
/// Normalises groups of a sample's numbers, each by its own mean and variance: shared by InstanceNorm (a group per channel), GroupNorm and LayerNorm (one
/// group). A batch of N samples is viewed as one of N · groups.
/// </summary>
internal static class GroupStatistics
{
    /// <summary>(x − mean) / √(variance + eps), then · γ + β where the layer has them.</summary>
    /// <param name="at">The layer in its place.</param>
    /// <param name="input">What to normalise.</param>
    /// <param name="groups">Groups a sample.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">How γ and β are read.</param>
    public static Value Normalise(Lowering at, Value input, int groups, double eps, Reading affine)
    {
        var builder = at.Builder;
        var share = groups / (double)input.Extent.Elements;
        var grouped = builder.Regroup(input, groups, at.Name("Groups"));
        var group = Reading.Sample(grouped.Extent);
        var sums = builder.Reduce(Over.Sample, grouped, at.Name("Sum"));
        var centred = builder.Map(X(0) - (share * X(1)), input.Extent, at.Name("Centred"), (input, Reading.Full), (sums, group));

        // The squares of centred values: E[x²] − E[x]² would cancel.
        var squared = builder.Map(X(0) * X(0), input.Extent, at.Name("Squared"), (centred, Reading.Full));
        var squares = builder.Reduce(Over.Sample, builder.Regroup(squared, groups, at.Name("SquaredGroups")), at.Name("Squares"));
        var inverse = builder.Map(1 / Sqrt((share * X(0)) + eps), squares.Extent, at.Name("InverseStd"), (squares, Reading.Full));

        return at.Parameter("weight") is { } weight
            ? builder.Map(
                (X(0) * X(1) * X(2)) + X(3), input.Extent, at.Name(), (centred, Reading.Full), (inverse, group), (weight, affine),
                (at.Parameter("bias")!, affine))
            : builder.Map(X(0) * X(1), input.Extent, at.Name(), (centred, Reading.Full), (inverse, group));
    }
}
