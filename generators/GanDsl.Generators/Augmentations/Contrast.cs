using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Augmentations;

/// <summary>Contrast: each number's difference from the mean of its picture is multiplied by U(½, 1½).</summary>
internal sealed record Contrast() : Augmentation(Column: 2)
{
    public override string Description => "contrast × U(0.5, 1.5)";

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name)
    {
        var ofSample = Reading.Sample(pictures.Extent);
        var mean = builder.Map(
            1.0 / pictures.Extent.Elements * X(0), Extent.PerSample(pictures.Extent.Batches), name + "Mean",
            (builder.Reduce(Over.Sample, pictures, name + "Sum"), Reading.Full));
        return builder.Map(
            X(1) + ((X(0) - X(1)) * (X(2) + 0.5)), pictures.Extent, name, (pictures, Reading.Full), (mean, ofSample),
            (builder.Slice(draws, Column, 1, name + "Draw"), ofSample));
    }
}
