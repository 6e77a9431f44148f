using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Goes on from an activation that has a name: it is what this layer is given.</summary>
internal sealed record From(string TapName) : Route, IReadsTap
{
    public static Layer Read(AttributeValues values) => new From(values.Text("tap"));

    public override string Name => "From";

    public override string Description => $"From(\"{TapName}\")";
}
