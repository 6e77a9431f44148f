using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>What [Use] names, as it is written; see <see cref="NetworkDeclaration"/> for what this may hold.</summary>
/// <param name="Name">The class's name anywhere in code, by which layers refer to it.</param>
/// <param name="ShortName">The class's name for people.</param>
/// <param name="HasMarker">Whether it is a block at all.</param>
/// <param name="Layers">Its layers in source order.</param>
/// <param name="LayersAreSpread">Whether layers are spread over several partial declarations.</param>
/// <param name="IsComplete">Whether every attribute could be read; if not, the compiler reports why.</param>
internal sealed record BlockDeclaration(
    string Name, string ShortName, bool HasMarker, EquatableArray<LayerDeclaration> Layers, bool LayersAreSpread, bool IsComplete);
