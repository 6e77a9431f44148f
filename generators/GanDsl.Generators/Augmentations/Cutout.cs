using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;

namespace GanDsl.Generators.Augmentations;

/// <summary>A window of a picture becomes zeros; its centre is anywhere in the picture, so that some of it may lie outside.</summary>
/// <param name="Window">Its height and width.</param>
internal sealed record Cutout(Pair Window) : Augmentation(Column: 5)
{
    public override string Description => $"cutout of {Of(Window)} pixels";

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name) =>
        builder.Add(new Operation.Cutout(Column, Window), [pictures, draws], pictures.Extent, name);
}
