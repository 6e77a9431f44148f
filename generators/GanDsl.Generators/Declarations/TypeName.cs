using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>Who sees a type.</summary>
internal enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Its assembly.</summary>
    Internal,

    /// <summary>Fewer, or others: it or a type around it is private or protected.</summary>
    Nested,
}

/// <summary>Why no member can be added to a class.</summary>
/// <param name="Rule">The rule: NotPartial, FileLocal or NameTaken.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record Obstacle(string Rule, EquatableArray<string> Arguments);

/// <summary>A declared class as text: its location, names and visibility.</summary>
/// <param name="Namespace">The namespace as code writes it, empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first, as they are declared: <c>class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">The name: <c>ClothingGenerator</c>.</param>
/// <param name="Declaration">As it is declared: <c>class ClothingGenerator</c>.</param>
/// <param name="QualifiedName">The name anywhere in code: <c>global::FashionMnist.ClothingGenerator</c>.</param>
/// <param name="MetadataName">The full metadata name, unique in an assembly: <c>FashionMnist.Outer`1+ClothingGenerator</c>.</param>
/// <param name="Shapes">The namespace of its assembly's shape markers.</param>
/// <param name="Visibility">Who sees it.</param>
/// <param name="SeenOutside">Whether another assembly sees it, if only derived classes.</param>
/// <param name="Domain">Its accessibility and the type around it: equal domains have equal visibility.</param>
/// <param name="Hidden">The generated names that a base class also declares.</param>
/// <param name="Obstacle">Why no member can be added to it, or null.</param>
internal sealed record TypeName(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Declaration,
    string QualifiedName,
    string MetadataName,
    string Shapes,
    Visibility Visibility,
    bool SeenOutside,
    string Domain,
    EquatableArray<string> Hidden,
    Obstacle? Obstacle)
{
    /// <summary><c>new </c> before a generated member that a base class also declares.</summary>
    public string New(string member) => Hidden.Contains(member) ? "new " : "";

    /// <summary>The modifier of this type's public member whose type is another one.</summary>
    public string AccessTo(TypeName other) => other.Visibility switch
    {
        Visibility.Public => "public",
        Visibility.Internal => SeenOutside ? "internal" : "public",
        _ => other.Domain == Domain ? "public" : "private",
    };
}
