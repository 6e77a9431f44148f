using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>A declared class as text: where it is, what it is called, who sees it.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first, as they are declared: <c>class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The name: <c>ClothingGenerator</c>.</param>
/// <param name="Declaration">As it is declared: <c>class ClothingGenerator</c>.</param>
/// <param name="QualifiedName">The name anywhere in code: <c>global::FashionMnist.ClothingGenerator</c>.</param>
/// <param name="MetadataName">The full metadata name, unique in an assembly: <c>FashionMnist.Outer`1+ClothingGenerator</c>.</param>
/// <param name="IsPublic">Whether it can be seen from other assemblies.</param>
/// <param name="NotPartial">Which of the type and the types around it is not declared partial; null if all are.</param>
internal sealed record TypeName(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Declaration,
    string QualifiedName,
    string MetadataName,
    bool IsPublic,
    string? NotPartial);
