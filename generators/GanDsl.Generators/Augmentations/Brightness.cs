using GanDsl.Generators.Ir;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Augmentations;

/// <summary>Brightness: a number from U(−½, ½) is added to a whole picture.</summary>
internal sealed record Brightness() : Augmentation(Column: 0)
{
    public override string Description => "brightness + U(−0.5, 0.5)";

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name) =>
        builder.Map(
            X(0) + (X(1) - 0.5),
            pictures.Extent,
            name,
            (pictures, Reading.Full),
            (builder.Slice(draws, Column, 1, name + "Draw"), Reading.Sample(pictures.Extent)));
}
