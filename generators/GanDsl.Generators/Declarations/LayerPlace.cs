using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>Where a layer stands: its number among the attributes of its class; in a block, behind the number of its use.</summary>
/// <param name="Path">The numbers, outermost first.</param>
internal readonly record struct LayerPlace(EquatableArray<int> Path)
{
    public static LayerPlace At(int number) => new(EquatableArray.Of(number));

    /// <summary>The number of the attribute that it comes from.</summary>
    public int Attribute => Path[0];

    /// <summary>As torch.nn.Sequential would name it: <c>3</c>, in a block <c>3.1</c>.</summary>
    public string Name => Numbers.List(Path, ".");

    /// <summary>As the end of an identifier: <c>3</c>, in a block <c>3_1</c>.</summary>
    public string Id => Numbers.List(Path, "_");

    /// <summary>What is equal for all layers that see each other's taps.</summary>
    public string Scope => Numbers.List(Path.Take(Path.Count - 1).ToEquatableArray(), ".");
}
