using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>
/// What may live in an incremental pipeline: values that compare by value and keep no compilation alive.
/// Checked on types, for every value there could be, and on the objects of a real run.
/// </summary>
internal static class ModelShape
{
    /// <summary>What is wrong with the fields reachable from <paramref name="roots"/>, as paths; nothing, if all is well.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<Type> roots)
    {
        var problems = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var root in roots) Walk(root, root.Name);
        return problems;

        void Walk(Type type, string path)
        {
            if (!seen.Add(type)) return;
            if (IsRoslyn(type)) problems.Add($"{path} is Roslyn's {type.Name}");
            else if (type.IsArray || !ComparesByValue(type)) problems.Add($"{path} is a {type.Name}, which does not compare by value");
            if (type.IsArray) Walk(type.GetElementType()!, path + "[]");
            foreach (var argument in type.GenericTypeArguments) Walk(argument, $"{path}<{argument.Name}>");
            if (!IsOurs(type)) return;
            foreach (var field in Fields(type).Where(field => !IsStorageOfACollection(field)))
            {
                Walk(field.FieldType, $"{path}.{NameOf(field)}");
            }

            foreach (var derived in UnderTest.Assembly.GetTypes().Where(other => other.BaseType == type)) Walk(derived, derived.Name);
        }
    }

    /// <summary>Fails if an object of Roslyn's can be reached from a model.</summary>
    public static void AssertHoldsNoRoslynTypes(object? model)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(model, model?.GetType().Name ?? "null");

        void Walk(object? value, string path)
        {
            if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value)) return;
            var type = value.GetType();
            Assert.False(IsRoslyn(type), $"{path} holds Roslyn's {type}");
            if (value is IEnumerable items && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)))
            {
                foreach (var (index, item) in items.Cast<object?>().Index()) Walk(item, $"{path}[{index}]");
            }

            if (IsOurs(type) || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal))
            {
                foreach (var field in Fields(type)) Walk(field.GetValue(value), $"{path}.{NameOf(field)}");
            }
        }
    }

    /// <summary>The generator's records: what holds data, as opposed to what works on it.</summary>
    public static IEnumerable<Type> Records() =>
        from type in UnderTest.Assembly.GetTypes()
        where type.Namespace is not null && type.GetMethod("PrintMembers", Everything) is not null && !type.IsGenericTypeDefinition
        select type;

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static bool IsOurs(Type type) => type.Assembly == UnderTest.Assembly || type.Assembly == typeof(ModelShape).Assembly;

    private static bool IsRoslyn(Type type) => type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    /// <summary>ImmutableArray's Equals compares references; the other collections have none of their own.</summary>
    private static bool ComparesByValue(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string)) return true;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return false;
        if (type.IsInterface || typeof(Delegate).IsAssignableFrom(type)) return false;
        var declaring = type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType;
        return declaring != typeof(object) && declaring != typeof(ValueType);
    }

    /// <summary>A collection that compares by value, an EquatableArray, may keep its elements as it likes.</summary>
    private static bool IsStorageOfACollection(FieldInfo field) => typeof(IEnumerable).IsAssignableFrom(field.DeclaringType);

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null && IsOurs(current) | current.IsValueType; current = current.BaseType)
        {
            foreach (var field in current.GetFields(Everything | BindingFlags.DeclaredOnly)) yield return field;
        }
    }

    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
}
