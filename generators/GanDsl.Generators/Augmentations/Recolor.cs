using GanDsl.Generators.Ir;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Augmentations;

/// <summary>Multiplies the channels of every pixel by one matrix, or by one factor where there is one channel, and adds a number.</summary>
internal sealed record Recolor(int Column, int Channels) : Augmentation(Column)
{
    public override string Description => "brighter, of other contrast, negative" + (Channels == 1 ? "" : ", of other hue, of other saturation");

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name)
    {
        var (extent, ofSample, squared) = (pictures.Extent, Reading.Sample(pictures.Extent), pictures.Extent.Channels * pictures.Extent.Channels);
        var factors = builder.Slice(draws, Column, squared, name + "Factors");
        var offset = builder.Slice(draws, Column + squared, 1, name + "Offset");
        if (extent.Channels == 1) return builder.Map((X(0) * X(1)) + X(2), extent, name, (pictures, Reading.Full), (factors, ofSample), (offset, ofSample));

        var pixels = builder.Regroup(pictures, extent with { Dimensions = EquatableArray.Of(extent.Channels, extent.Pixels) }, name + "Pixels");
        var matrix = builder.Regroup(factors, extent with { Dimensions = EquatableArray.Of(extent.Channels, extent.Channels) }, name + "Matrix");
        var product = builder.BatchMatMul(
            new Operation.BatchMatMul(extent.Channels, extent.Channels, extent.Pixels, TransposesFirst: false, TransposesSecond: false), matrix, pixels,
            name + "Product");
        return builder.Map(X(0) + X(1), extent, name, (builder.Regroup(product, extent, name + "Mixed"), Reading.Full), (offset, ofSample));
    }
}
