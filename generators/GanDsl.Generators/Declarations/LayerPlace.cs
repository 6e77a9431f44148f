using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>A layer's position: its number among the attributes of its class; in a block, preceded by the number of its use.</summary>
/// <param name="Path">The numbers, outermost first.</param>
internal readonly record struct LayerPlace(EquatableArray<int> Path)
{
    public static LayerPlace At(int number) => new(EquatableArray.Of(number));

    /// <summary>The number of its attribute.</summary>
    public int Attribute => Path[0];

    /// <summary>The name that torch.nn.Sequential would use: <c>3</c>, in a block <c>3.1</c>.</summary>
    public string Name => Numbers.List(Path, ".");

    /// <summary>A suffix of identifiers: <c>3</c>, in a block <c>3_1</c>.</summary>
    public string Id => Numbers.List(Path, "_");

    /// <summary>The scope of taps: equal for all layers that see each other's.</summary>
    public string Scope => Numbers.List(Path.Take(Path.Count - 1).ToEquatableArray(), ".");
}
