using System.Globalization;
using GanDsl.Generators.Text;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Declarations;

/// <summary>Turns attributes into numbers by the names of their parameters, so that no attribute needs its own parser.</summary>
internal static class AttributeReader
{
    public const string Namespace = "GanDsl";

    /// <summary>Whether it is one of our attributes with that name, generic ones without their arity: <c>Conv2dAttribute</c>.</summary>
    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && IsOurs(type);

    /// <summary>Whether it derives from one of our attributes.</summary>
    public static bool DerivesFrom(AttributeData attribute, string baseName) =>
        attribute.AttributeClass?.BaseType is { } type && type.Name == baseName && IsOurs(type);

    /// <summary>The name without its suffix: <c>Conv2d</c>.</summary>
    public static string ShortName(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The arguments, defaults included; null where an argument does not compile.</summary>
    public static AttributeValues? Read(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is not { } constructor) return null;
        if (constructor.Parameters.Length != attribute.ConstructorArguments.Length) return null;

        var values = new List<AttributeValue>();
        var arguments = constructor.Parameters
            .Select((parameter, i) => (parameter.Name, Constant: attribute.ConstructorArguments[i]))
            .Concat(attribute.NamedArguments.Select(named => (Name: named.Key, Constant: named.Value)));
        foreach (var (name, constant) in arguments)
        {
            if (constant is { Kind: TypedConstantKind.Array, IsNull: true }) continue;
            if (Value(name, constant) is not { } value) return null;
            values.Add(value);
        }

        return new AttributeValues(values.ToEquatableArray());
    }

    /// <summary>Which of the constructor's parameters has a name; -1 if none has.</summary>
    public static int PlaceOf(AttributeData? attribute, string parameter) =>
        attribute?.AttributeConstructor?.Parameters.FirstOrDefault(one => one.Name == parameter)?.Ordinal ?? -1;

    private static AttributeValue? Value(string name, TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array => constant.Values.All(item => item.Value is int)
            ? AttributeValue.Of(name, constant.Values.Select(item => (int)item.Value!).ToEquatableArray())
            : null,
        TypedConstantKind.Type => constant.Value switch
        {
            INamedTypeSymbol { TypeKind: not TypeKind.Error } type => AttributeValue.Of(name, FunctionReader.Read(type)),
            ITypeSymbol { TypeKind: not TypeKind.Error } type =>
                AttributeValue.Of(name, new CustomFunction(type.ToDisplayString(), null, Missing: "it is not a class")),
            null => AttributeValue.Of(name, new CustomFunction("null", null, Missing: "it is not a class")),
            _ => null,
        },
        _ => constant.Value switch
        {
            bool flag => AttributeValue.Of(name, flag ? 1 : 0),
            string text => AttributeValue.Of(name, text),
            null when constant.Type is { SpecialType: SpecialType.System_String } => AttributeValue.Of(name, ""),
            IConvertible number => AttributeValue.Of(name, number.ToDouble(CultureInfo.InvariantCulture)),
            _ => null,
        },
    };

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
