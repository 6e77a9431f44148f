using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Augmentations;

/// <summary>Saturation: each channel's difference from the mean of its pixel's channels is multiplied by U(0, 2).</summary>
internal sealed record Saturation() : Augmentation(Column: 1)
{
    public override string Description => "saturation × U(0, 2)";

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name)
    {
        // The sum of a pixel's channels is a 1 × 1 convolution by ones; its transpose spreads their mean to each of them.
        var extent = pictures.Extent;
        var form = new Trilinear.Convolution(extent.Shape, new Shape(EquatableArray.Of(1, extent.Shape.Height, extent.Shape.Width)), Window.Single);
        var ones = builder.Map(1, form.Extent(Side.Weight, 0), name + "Ones");
        var sums = builder.Contract(form, Side.Small, pictures, ones, name + "Sums");
        var grey = builder.Map(1.0 / extent.Channels * X(0), sums.Extent, name + "Grey", (sums, Reading.Full));
        var means = builder.Spread(grey, extent.Shape, name + "Means");
        return builder.Map(
            X(1) + ((X(0) - X(1)) * (2 * X(2))), extent, name, (pictures, Reading.Full), (means, Reading.Full),
            (builder.Slice(draws, Column, 1, name + "Draw"), Reading.Sample(extent)));
    }
}
