using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Continues from a named activation, which is this layer's input.</summary>
internal sealed record From(string TapName) : Route, IReadsTap
{
    public static Layer Read(AttributeValues values) => new From(values.Text("tap"));

    public override string Name => "From";

    public override string Description => $"From(\"{TapName}\")";
}
