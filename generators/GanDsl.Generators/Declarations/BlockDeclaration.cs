using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>What [Use] names, as it is written; see <see cref="NetworkDeclaration"/> for what may stand here.</summary>
/// <param name="Name">The class anywhere in code: layers name it so.</param>
/// <param name="ShortName">The class as people call it.</param>
/// <param name="HasMarker">Whether it is a block at all.</param>
/// <param name="Layers">Its layers in source order.</param>
/// <param name="LayersAreSpread">Whether layers stand on more than one partial declaration.</param>
/// <param name="IsComplete">Whether every attribute could be read; where not, the compiler has said why.</param>
internal sealed record BlockDeclaration(
    string Name, string ShortName, bool HasMarker, EquatableArray<LayerDeclaration> Layers, bool LayersAreSpread, bool IsComplete);
