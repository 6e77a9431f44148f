using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Names its input and makes it another output of the network.</summary>
internal sealed record Head(string HeadName) : Tap(HeadName)
{
    public static new Layer Read(AttributeValues values) => new Head(values.Text("name"));

    public override string Name => "Head";

    public override string Description => $"Head(\"{HeadName}\")";
}
