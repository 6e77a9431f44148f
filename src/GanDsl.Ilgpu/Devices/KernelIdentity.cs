using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GanDsl.Ilgpu;

/// <summary>
/// What a kernel computes, as text: the library's method, and the numbers and methods' instructions of each of its strategies. Every generated class declares
/// its own strategies; where they compute the same, within a game or between games, the text is the same, and one compiled kernel serves all.
/// </summary>
internal static class KernelIdentity
{
    private static readonly ConditionalWeakTable<Type, string> Strategies = [];

    /// <summary>The text, or null where a kernel is only equal to itself: it is not the library's, or a strategy has state outside its instructions.</summary>
    public static string? Of(MethodInfo kernel)
    {
        if (kernel.DeclaringType is not { IsGenericType: false } library || !IsKnown(library)) return null;
        try
        {
            var definition = kernel.IsGenericMethod ? kernel.GetGenericMethodDefinition() : kernel;
            return $"{library.FullName}.{definition}<{string.Join(", ", kernel.GetGenericArguments().Select(strategy => Of(strategy)))}>";
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A type in instructions: by its name if it is the library's, otherwise by what it computes.</summary>
    internal static string Of(Type type)
    {
        if (type.HasElementType) return $"{type.Name}[{Of(type.GetElementType()!)}]";
        if (type.IsGenericParameter) return type.Name;
        if (!IsKnown(type)) return Strategies.GetValue(type, Describe);
        return type.IsGenericType
            ? $"{type.GetGenericTypeDefinition().FullName}<{string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument)))}>"
            : type.FullName!;
    }

    // A type that refers to itself: none of ours does, but the recursion must end.
    private static string Describe(Type type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (!type.IsValueType || type.GetFields(All).Length > 0) throw new NotSupportedException($"{type} holds more than instructions.");
        var interfaces = type.GetInterfaces().Where(IsKnown).Select(@interface => @interface.FullName).Order(StringComparer.Ordinal);
        var members = type.GetMethods(All).OrderBy(method => method.ToString(), StringComparer.Ordinal).Select(method => $"{method} = {Describe(method)}");
        return $"{{{string.Join(", ", interfaces)}: {string.Join("; ", members)}}}";
    }

    // A number is identified by its value, however it is computed.
    private static string Describe(MethodInfo method) =>
        method.IsStatic && method.GetParameters().Length == 0 && !method.IsGenericMethod && (method.ReturnType.IsPrimitive || method.ReturnType.IsEnum)
            ? Convert.ToString(method.Invoke(null, null), CultureInfo.InvariantCulture)!
            : Instructions.Of(method);

    private static bool IsKnown(Type type) =>
        type.Assembly == typeof(KernelIdentity).Assembly || type.Assembly == typeof(object).Assembly || type.Assembly == typeof(ILGPU.Index1D).Assembly;
}
