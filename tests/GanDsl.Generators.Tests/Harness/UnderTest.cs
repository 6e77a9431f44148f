using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>What the generator assembly offers to the compiler, found as the compiler finds it.</summary>
internal static class UnderTest
{
    public static readonly Assembly Assembly = Assembly.Load("GanDsl.Generators");

    public static IIncrementalGenerator NewGenerator() => NewEach<IIncrementalGenerator>("GeneratorAttribute").Single();

    public static ImmutableArray<DiagnosticAnalyzer> NewAnalyzers() => [.. NewEach<DiagnosticAnalyzer>("DiagnosticAnalyzerAttribute")];

    private static IEnumerable<T> NewEach<T>(string marker) =>
        from type in Assembly.GetTypes()
        where !type.IsAbstract && typeof(T).IsAssignableFrom(type) && type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == marker)
        select (T)Activator.CreateInstance(type, nonPublic: true)!;
}
