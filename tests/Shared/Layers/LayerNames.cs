using System.Reflection;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace GanDsl.Tests.Layers;

/// <summary>The names of layers as users write them, for traits of tests: <c>dotnet test --filter Layer=PixelNorm</c>.</summary>
internal static class LayerNames
{
    /// <summary>The trait's name.</summary>
    public const string Trait = "Layer";

    private static readonly Dictionary<Type, string> Names = typeof(LayerAttribute).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && type is { IsAbstract: false, IsGenericType: false })
        .ToDictionary(type => type, type => type.Name[..^"Attribute".Length]);

    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The layers that a network, a block, or a game's players are declared with.</summary>
    public static IEnumerable<string> Of(Type declared) => declared.GetCustomAttributes().Select(attribute => attribute.GetType()).SelectMany(
        attribute => Names.TryGetValue(attribute, out var name) ? [name] : attribute.GetGenericArguments().SelectMany(Of)).Distinct();

    /// <summary>The layers that a row of a theory names.</summary>
    public static IEnumerable<string> In(ITestMethod test, object[] row) =>
        row.OfType<string>().SelectMany(text => In(text, test.TestClass.Class.ToRuntimeType().Assembly)).Distinct();

    /// <summary>The layers that a text names, be it declarations, a message, or the name of a network.</summary>
    public static IEnumerable<string> In(string text, Assembly networks)
    {
        var words = Regex.Matches(text, @"\w+").Select(match => match.Value).ToHashSet();
        return words.Intersect(Names.Values)
            .Concat(words.Count == 1 ? networks.GetTypes().Where(type => words.Contains(type.Name)).SelectMany(Of) : []).Distinct();
    }
}
