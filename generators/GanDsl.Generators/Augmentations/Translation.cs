using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Augmentations;

/// <summary>A picture is shifted by whole pixels, all distances up to the largest equally probable; zeros fill the gap.</summary>
/// <param name="Most">How many rows and columns at most.</param>
internal sealed record Translation(Pair Most) : Augmentation(Column: 3)
{
    public override string Description => $"translation by up to {Of(Most)} pixels";

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name) =>
        builder.Add(new Operation.Shift(Column, Most, IsAdjoint: false), [pictures, draws], pictures.Extent, name);
}
