using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>Labels as one-hot rows, which they already are. PyTorch: functional.one_hot.</summary>
internal sealed record OneHot : Route
{
    public static Layer Read(AttributeValues values) => new OneHot();

    public override string Name => "OneHot";
}
