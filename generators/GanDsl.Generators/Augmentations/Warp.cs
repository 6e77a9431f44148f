using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Augmentations;

/// <summary>A picture is read elsewhere, mirrored beyond its border: six numbers of its changes say where.</summary>
internal sealed record Warp(int Column, bool Blit, bool Geometry) : Augmentation(Column)
{
    public override string Description =>
        string.Join(", ", [.. Blit ? new[] { "mirrored, turned by quarters, moved by whole pixels" } : [], .. Geometry ? new[] { "scaled, turned, stretched, turned again, moved" } : []]);

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name) =>
        builder.Add(new Operation.Warp(Column, IsAdjoint: false), [pictures, draws], pictures.Extent, name);
}
