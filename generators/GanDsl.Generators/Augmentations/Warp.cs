using GanDsl.Generators.Ir;

namespace GanDsl.Generators.Augmentations;

/// <summary>Reads a picture at transformed positions, mirrored beyond its border; six of its numbers are the affine transform.</summary>
internal sealed record Warp(int Column, bool Blit, bool Geometry) : Augmentation(Column)
{
    public override string Description =>
        string.Join(", ", [.. Blit ? new[] { "mirrored, rotated by quarter turns, shifted by whole pixels" } : [],
            .. Geometry ? new[] { "scaled, rotated, stretched, rotated again, shifted" } : []]);

    public override Value Lower(ProgramBuilder builder, Value pictures, Value draws, string name) =>
        builder.Add(new Operation.Warp(Column, IsAdjoint: false), [pictures, draws], pictures.Extent, name);
}
